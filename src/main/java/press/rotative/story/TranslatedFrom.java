package press.rotative.story;

/// Which version of which story this one translates, so that drift is computable: the translation is out of date when
/// the original said other words in a later version.
///
/// @param version 0: its draft, before it was public
public record TranslatedFrom(StoryId story, int version) {}
