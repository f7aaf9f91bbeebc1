package press.rotative.wire.clipping;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/// One source as it came: its name, its bytes, and their SHA-256 in lower-case hexadecimal. The digest names the
/// capture for ever, so that the same bytes are kept once and filed once.
///
/// The bytes are not copied; whoever hands them over leaves them alone.
public record Capture(String source, byte[] bytes, String digest) {

    /// A capture is one page. More than this is refused without being read to its end.
    public static final int LARGEST_BYTES = 20 * 1024 * 1024;

    public Capture {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(bytes, "bytes");
        if (digest.length() != 64) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits, not " + digest.length());
        }
    }

    /// The capture of these bytes.
    public static Capture of(String source, byte[] bytes) {
        return new Capture(source, bytes, sha256(bytes));
    }

    /// Reads a stream up to [#LARGEST_BYTES] and stops there.
    public static Taking take(String source, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
        if (bytes.length > LARGEST_BYTES) {
            return new Taking.Refused(
                    source,
                    "is larger than " + LARGEST_BYTES / (1024 * 1024)
                            + " MB, the limit for one captured page. Split it into one file per page and import those.");
        }
        return new Taking.Taken(of(source, bytes));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Capture capture && capture.source.equals(source) && capture.digest.equals(digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "Capture[" + source + ", " + bytes.length + " bytes, " + digest.substring(0, 12) + "]";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /// What taking a stream in came to.
    public sealed interface Taking {
        record Taken(Capture capture) implements Taking {}

        /// The reason is a sentence whose subject is the source: "is larger than ...".
        record Refused(String source, String reason) implements Taking {}
    }
}
