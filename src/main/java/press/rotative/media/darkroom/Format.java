package press.rotative.media.darkroom;

/// The formats in which pictures are written.
public enum Format {
    JPEG("jpg", "image/jpeg"),
    WEBP("webp", "image/webp"),
    AVIF("avif", "image/avif"),
    /// only for developed pictures that are drawings or see-through
    PNG("png", "image/png");

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
