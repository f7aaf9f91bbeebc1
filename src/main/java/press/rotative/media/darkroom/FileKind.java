package press.rotative.media.darkroom;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import press.rotative.platform.Problem;

/// The kinds of picture files that are read, told by their first bytes and never by a name or a declared type.
public enum FileKind {
    JPEG,
    PNG,
    GIF,
    WEBP,
    AVIF,
    TIFF;

    /// How many first bytes are looked at.
    public static final int HEAD = 512;

    /// @param head the first [#HEAD] bytes of the file, or all of a shorter one
    public static Optional<FileKind> of(byte[] head) {
        if (begins(head, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        }
        if (begins(head, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return Optional.of(PNG);
        }
        if (text(head, 0, 6).equals("GIF87a") || text(head, 0, 6).equals("GIF89a")) {
            return Optional.of(GIF);
        }
        if (text(head, 0, 4).equals("RIFF") && text(head, 8, 4).equals("WEBP")) {
            return Optional.of(WEBP);
        }
        if (begins(head, 0, 'I', 'I', 42, 0) || begins(head, 0, 'M', 'M', 0, 42)) {
            return Optional.of(TIFF);
        }
        return brand(head).filter(brand -> brand.startsWith("avi")).map(brand -> AVIF);
    }

    /// What to tell somebody whose file is none of the kinds.
    public static Problem refusal(byte[] head) {
        if (head.length == 0) {
            return Problem.invalid("The file is empty. Choose the picture again and send it.")
                    .as("problem.file.empty");
        }
        String start = new String(head, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (brand(head).isPresent()) {
            return unsupported("This is a HEIC, HEIF or video file. Save the picture as JPEG (on an iPhone: Settings,"
                            + " Camera, Formats, Most Compatible) and send that.")
                    .as("problem.file.heic");
        }
        if (start.contains("<svg") || start.startsWith("<?xml") || start.startsWith("<!doctype svg")) {
            return unsupported("SVG drawings are not taken, because they can carry script. Save the drawing as PNG and"
                            + " send that.")
                    .as("problem.file.svg");
        }
        if (start.startsWith("%pdf")) {
            return unsupported("This is a PDF. Save the page as PNG or JPEG and send that.")
                    .as("problem.file.pdf");
        }
        return unsupported("This is no picture that can be read. Send a JPEG, PNG, WebP, AVIF, GIF or TIFF file.")
                .as("problem.file.unknown");
    }

    private static Problem unsupported(String sentence) {
        return new Problem(Problem.Category.UNSUPPORTED, sentence);
    }

    /// The major brand of an ISO media file (ISO/IEC 14496-12, section 4.3); `avi...` also when it stands among the
    /// compatible brands.
    private static Optional<String> brand(byte[] head) {
        if (head.length < 16 || !text(head, 4, 4).equals("ftyp")) {
            return Optional.empty();
        }
        int end = Math.min(head.length, (head[2] & 0xff) << 8 | head[3] & 0xff);
        for (int at = 16; at + 4 <= end; at += 4) {
            if (text(head, at, 4).equals("avif")) {
                return Optional.of("avif");
            }
        }
        return Optional.of(text(head, 8, 4));
    }

    private static boolean begins(byte[] head, int at, int... bytes) {
        if (head.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[at + i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] head, int at, int length) {
        return head.length < at + length ? "" : new String(head, at, length, StandardCharsets.ISO_8859_1);
    }
}
