package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The form of a story.
public enum StoryKind {
    @JsonProperty("article")
    ARTICLE,
    @JsonProperty("brief")
    BRIEF
}
