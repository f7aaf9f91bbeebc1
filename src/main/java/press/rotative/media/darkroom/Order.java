package press.rotative.media.darkroom;

import java.nio.file.Path;

/// What is asked of the darkroom. Files are handed over by their paths.
public sealed interface Order {
    /// The file to read.
    Path from();

    /// The file to write; it does not exist yet.
    Path to();

    /// Reads a foreign file and writes the picture as the library keeps it: upright, in sRGB, its first frame, without
    /// anything else that was in the file.
    record Develop(Path from, Path to, FileKind kind) implements Order {}

    /// Writes a part of a developed picture in a size and a format.
    ///
    /// @param part what is shown of the picture, in its own pixels
    /// @param width of what is written; never larger than the part
    /// @param texts go into the file as XMP and, in JPEG, as IPTC IIM too
    /// @param effort of the AVIF encoder, 0 to 9
    record Print(Path from, Path to, Part part, int width, int height, Format format, int effort, Texts texts)
            implements Order {

        public Print {
            if (width < 1 || height < 1 || effort < 0 || effort > 9 || format == Format.PNG) {
                throw new IllegalArgumentException("no such print: " + width + " x " + height + " " + format);
            }
        }
    }

    /// A part of a picture.
    ///
    /// @param pictureWidth of the whole picture
    /// @param pictureHeight of the whole picture
    record Part(int pictureWidth, int pictureHeight, int left, int top, int width, int height) {
        public Part {
            if (left < 0
                    || top < 0
                    || width < 1
                    || height < 1
                    || left + width > pictureWidth
                    || top + height > pictureHeight) {
                throw new IllegalArgumentException("the part stands outside of the picture");
            }
        }
    }
}
