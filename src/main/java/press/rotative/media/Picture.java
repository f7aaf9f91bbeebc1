package press.rotative.media;

import org.jspecify.annotations.Nullable;

/// A picture of the library. Its credit and file mark belong to the picture and show wherever it is used.
///
/// @param digest of the original; null when the picture is *not held*: a capture named it, but its file did not come
/// @param width pixels; null when not held
/// @param height pixels; null when not held
/// @param caption default caption; a story may say another
/// @param alt alternative text for people who do not see the picture
/// @param credit credit line (IPTC `creditline`)
/// @param copyright copyright notice (IPTC `copyrightnotice`)
/// @param archive file picture: it was not taken at the event it illustrates
/// @param focalX per mille from the left of the point a crop must keep
/// @param focalY per mille from the top
public record Picture(
        PictureId id,
        int version,
        @Nullable String digest,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String caption,
        @Nullable String alt,
        @Nullable String credit,
        @Nullable String copyright,
        boolean archive,
        int focalX,
        int focalY) {

    public Picture {
        if ((digest == null) != (width == null) || (width == null) != (height == null)) {
            throw new IllegalArgumentException("a held picture has a digest, a width and a height");
        }
    }

    public boolean held() {
        return digest != null;
    }
}
