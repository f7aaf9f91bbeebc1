package press.rotative.story;

import press.rotative.platform.Announcement;

/// The doubts about a story of the wire inbox were counted over the text that it has now.
public record DoubtsCounted(StoryId story) implements Announcement {}
