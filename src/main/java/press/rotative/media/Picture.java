package press.rotative.media;

import org.jspecify.annotations.Nullable;

/// A picture of the library. Its credit and file mark belong to the picture and show wherever it is used.
///
/// @param digest of the developed picture in the blob store, from which all renditions are made; null when the
/// picture is *not held*: a capture named it, but its file did not come
/// @param width pixels; null when not held
/// @param height pixels; null when not held
/// @param shown a public story has shown it
public record Picture(
        PictureId id,
        int version,
        @Nullable String digest,
        @Nullable Integer width,
        @Nullable Integer height,
        PictureDescription description,
        Rights rights,
        boolean shown) {

    public Picture {
        if ((digest == null) != (width == null) || (width == null) != (height == null)) {
            throw new IllegalArgumentException("a held picture has a digest, a width and a height");
        }
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
