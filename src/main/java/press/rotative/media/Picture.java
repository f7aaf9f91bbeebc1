package press.rotative.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// A picture of the library. Its credit and file mark belong to the picture and show wherever it is used.
///
/// @param digest of the developed picture in the blob store, from which all renditions are made; null when the
/// picture is *not held*: a capture named it, but its file did not come
/// @param width pixels; null when not held
/// @param height pixels; null when not held
/// @param shown a public story has shown it
/// @param destroyedAt when it was lawfully destroyed: neither its bytes nor its words are here, and nobody is shown it
/// again; null: it was not
public record Picture(
        PictureId id,
        int version,
        @Nullable String digest,
        @Nullable Integer width,
        @Nullable Integer height,
        PictureDescription description,
        Rights rights,
        boolean shown,
        @Nullable Instant destroyedAt) {

    public Picture {
        if ((digest == null) != (width == null) || (width == null) != (height == null)) {
            throw new IllegalArgumentException("a held picture has a digest, a width and a height");
        }
    }

    public boolean destroyed() {
        return destroyedAt != null;
    }

    /// The picture, for who will change what is said of it.
    ///
    /// @throws Problem CONFLICT for one that was destroyed
    public Picture there() {
        if (destroyed()) {
            throw destroyed(id);
        }
        return this;
    }

    static Problem destroyed(PictureId id) {
        return Problem.conflict("Picture " + id.value() + " was destroyed for good.")
                .as("problem.picture.destroyed", Long.toString(id.value()));
    }

    public boolean held() {
        return digest != null;
    }

    public @Nullable String caption() {
        return description.caption();
    }

    public @Nullable String alt() {
        return description.alt();
    }

    public @Nullable String credit() {
        return description.credit();
    }

    public @Nullable String copyright() {
        return description.copyright();
    }

    public boolean archive() {
        return description.archive();
    }
}
