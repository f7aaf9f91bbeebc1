package press.rotative.story.house;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import press.rotative.publication.Subject;

/// Number of a page of the newsroom.
public record OwnPageId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OwnPageId {
        if (value <= 0) {
            throw new IllegalArgumentException("the number of a page is positive");
        }
    }

    public Subject subject() {
        return new Subject(Subject.Kind.OWN_PAGE, value);
    }
}
