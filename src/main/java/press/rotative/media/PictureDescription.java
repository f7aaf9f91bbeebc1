package press.rotative.media;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// What people write about a picture; the editable part of [Picture].
public record PictureDescription(
        @Nullable String caption,
        @Nullable String alt,
        @Nullable String credit,
        @Nullable String copyright,
        boolean archive,
        int focalX,
        int focalY) {
    private static final int LONGEST = 2000;

    public PictureDescription {
        for (String text : new String[] {caption, alt, credit, copyright}) {
            if (text != null && (text.length() > LONGEST || text.indexOf('\0') >= 0)) {
                throw Problem.invalid("The texts of a picture have at most " + LONGEST
                        + " characters and no NUL characters. Please shorten or clean them.");
            }
        }
        if (focalX < 0 || focalX > 1000 || focalY < 0 || focalY > 1000) {
            throw Problem.invalid("The focal point is given in per mille of width and height, 0 to 1000.");
        }
    }

    /// The middle as focal point, nothing else known.
    public static PictureDescription captioned(@Nullable String caption, @Nullable String credit, boolean archive) {
        return new PictureDescription(caption, null, credit, null, archive, 500, 500);
    }

    public PictureDescription withCredit(@Nullable String newCredit) {
        return new PictureDescription(caption, alt, newCredit, copyright, archive, focalX, focalY);
    }

    static PictureDescription of(Picture picture) {
        Objects.requireNonNull(picture);
        return new PictureDescription(
                picture.caption(),
                picture.alt(),
                picture.credit(),
                picture.copyright(),
                picture.archive(),
                picture.focalX(),
                picture.focalY());
    }
}
