package press.rotative.media;

/// A size of a picture, ready to be sent as JPEG.
///
/// @param width pixels
/// @param height pixels
/// @param digest of its bytes in the blob store
public record Rendition(int width, int height, String digest) {}
