package press.rotative.media;

import org.jspecify.annotations.Nullable;
import press.rotative.media.darkroom.Format;

/// A picture that came in, was developed and is stored; no table names it yet.
///
/// @param sourceDigest of the file as it was sent; null when the same file may come in again as another picture
/// @param digest of the developed picture in the blob store
/// @param size of the developed picture in bytes
/// @param frames of the file as it was sent; only the first is kept
/// @param description from the words that the file carried
public record NewPicture(
        @Nullable String sourceDigest,
        String digest,
        long size,
        Format format,
        int width,
        int height,
        int frames,
        PictureDescription description) {

    /// The same with other words.
    public NewPicture described(PictureDescription other) {
        return new NewPicture(sourceDigest, digest, size, format, width, height, frames, other);
    }
}
