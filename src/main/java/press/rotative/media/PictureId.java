package press.rotative.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import press.rotative.publication.Subject;

/// Number of a picture in the library.
public record PictureId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PictureId {
        if (value <= 0) {
            throw new IllegalArgumentException("a picture's number is positive");
        }
    }

    public Subject subject() {
        return new Subject(Subject.Kind.PICTURE, value);
    }
}
