package press.rotative.media.darkroom;

import java.io.IOException;
import java.util.Set;

/// What reads and writes the pixels, inside the child.
interface Engine {
    /// Longest side of a picture.
    int LONGEST_SIDE = 30_000;

    int STEEPEST = 20;
    int MOST_FRAMES = 500;

    /// Larger drawings are kept as JPEG.
    long LARGEST_DRAWING = 4_000_000;

    String name();

    Set<Format> formats();

    /// The picture as the library keeps it. Which texts the file carries is not looked at.
    ///
    /// @throws Refusal when the file cannot be taken
    /// @throws IOException when it cannot be read or written
    Pixels develop(Order.Develop order) throws IOException;

    /// Writes the file with the XMP packet where the format has room for it; JPEG gets its texts elsewhere.
    void print(Order.Print order, byte[] xmp) throws IOException;

    record Pixels(Format format, int width, int height, int frames) {}

    /// A file that is not taken.
    final class Refusal extends RuntimeException {
        private final Result.Reason reason;

        Refusal(Result.Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        Result.Reason reason() {
            return reason;
        }
    }

    /// @throws Refusal when a picture of this size is not taken
    static void checkSize(long width, long height, int frames, long mostPixels) {
        if (width < 1 || height < 1) {
            throw new Refusal(Result.Reason.DAMAGED);
        }
        if (width * height > mostPixels) {
            throw new Refusal(Result.Reason.TOO_MANY_PIXELS);
        }
        if (Math.max(width, height) > LONGEST_SIDE || Math.max(width, height) > STEEPEST * Math.min(width, height)) {
            throw new Refusal(Result.Reason.TOO_LONG_A_SIDE);
        }
        if (frames > MOST_FRAMES) {
            throw new Refusal(Result.Reason.TOO_MANY_FRAMES);
        }
    }

    /// What a developed picture is kept as.
    static Format keptAs(FileKind kind, boolean seeThrough, long pixels) {
        boolean drawing = kind == FileKind.PNG || kind == FileKind.GIF;
        return seeThrough || drawing && pixels <= LARGEST_DRAWING ? Format.PNG : Format.JPEG;
    }
}
