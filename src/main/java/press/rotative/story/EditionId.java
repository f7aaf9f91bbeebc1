package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import press.rotative.publication.Subject;

/// Number of a edition.
public record EditionId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EditionId {
        if (value <= 0) {
            throw new IllegalArgumentException("the number of a edition is positive");
        }
    }

    public Subject subject() {
        return new Subject(Subject.Kind.EDITION, value);
    }
}
