package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import press.rotative.publication.Subject;

/// Number of a concept.
public record ConceptId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConceptId {
        if (value <= 0) {
            throw new IllegalArgumentException("the number of a concept is positive");
        }
    }

    public Subject subject() {
        return new Subject(Subject.Kind.CONCEPT, value);
    }
}
