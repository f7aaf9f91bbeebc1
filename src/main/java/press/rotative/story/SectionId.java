package press.rotative.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import press.rotative.publication.Subject;

/// Number of a section.
public record SectionId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SectionId {
        if (value <= 0) {
            throw new IllegalArgumentException("the number of a section is positive");
        }
    }

    public Subject subject() {
        return new Subject(Subject.Kind.SECTION, value);
    }
}
