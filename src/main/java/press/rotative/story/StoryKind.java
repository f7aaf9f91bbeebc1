package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The form of a story. Opinions and analyses are labelled wherever they are shown.
public enum StoryKind {
    @JsonProperty("article")
    ARTICLE,
    @JsonProperty("brief")
    BRIEF,
    /// what somebody thinks, under his or her name
    @JsonProperty("opinion")
    OPINION,
    /// what facts may mean
    @JsonProperty("analysis")
    ANALYSIS,
    /// questions and answers
    @JsonProperty("interview")
    INTERVIEW,
    /// pictures with their captions
    @JsonProperty("gallery")
    GALLERY
}
