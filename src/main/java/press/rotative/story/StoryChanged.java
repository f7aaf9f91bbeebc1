package press.rotative.story;

import press.rotative.platform.Announcement;

/// The newsroom sees something else of a story than before: another text that waits, another state, other people.
/// What the public sees of it is told by the publication log.
public record StoryChanged(StoryId story) implements Announcement {}
