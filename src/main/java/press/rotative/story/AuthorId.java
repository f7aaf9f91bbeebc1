package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import press.rotative.publication.Subject;

/// Number of a author.
public record AuthorId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AuthorId {
        if (value <= 0) {
            throw new IllegalArgumentException("the number of a author is positive");
        }
    }

    public Subject subject() {
        return new Subject(Subject.Kind.AUTHOR, value);
    }
}
