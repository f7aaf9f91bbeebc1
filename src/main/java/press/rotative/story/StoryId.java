package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import press.rotative.publication.Subject;

/// Number of a story.
public record StoryId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StoryId {
        if (value <= 0) {
            throw new IllegalArgumentException("the number of a story is positive");
        }
    }

    public Subject subject() {
        return new Subject(Subject.Kind.STORY, value);
    }
}
