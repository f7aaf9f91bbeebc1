package press.rotative.story;

/// The one draft of a story, beside its published version.
///
/// @param revision rises with every save; the `ETag` of the draft
/// @param basedOn the version it was begun from; 0 before the first publication
public record Draft(StoryId story, int revision, int basedOn, StoryContent content) {}
