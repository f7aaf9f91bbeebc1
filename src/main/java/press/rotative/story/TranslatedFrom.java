package press.rotative.story;

/// Which version of which story this one translates, so that drift is computable: the translation is out of date when
/// the original's live version is higher.
public record TranslatedFrom(StoryId story, int version) {}
