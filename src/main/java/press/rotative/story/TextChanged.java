package press.rotative.story;

import press.rotative.platform.Announcement;

/// A story of the wire inbox has another text than before, whoever wrote it.
public record TextChanged(StoryId story, StoryContent content) implements Announcement {}
