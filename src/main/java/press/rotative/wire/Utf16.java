package press.rotative.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Tells UTF-16 that carries no byte order mark.
final class Utf16 {

    private static final int FIRST_BYTES = 1024;
    private static final int SAMPLE_BYTES = 64 * 1024;

    private Utf16() {}

    /// UTF-16 without a mark: nearly all code units are letters, digits, spaces and punctuation of our scripts in one
    /// byte order, and some have a zero or Arabic high byte.
    static Optional<Charset> byteOrder(byte[] bytes) {
        if (bytes.length % 2 != 0 || bytes.length < 8 || !highBytes(bytes)) {
            return Optional.empty();
        }
        double little = share(bytes, at -> unit(at(bytes, at + 1) << 8 | at(bytes, at)));
        double big = share(bytes, at -> unit(at(bytes, at) << 8 | at(bytes, at + 1)));
        if (Math.max(little, big) < 0.97 || little == big) {
            return Optional.empty();
        }
        return Optional.of(little > big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    /// Whether one of the first bytes is one that text of eight bits hardly has: the high byte of a letter.
    private static boolean highBytes(byte[] bytes) {
        for (int at = 0; at < Math.min(bytes.length, FIRST_BYTES); at++) {
            if (bytes[at] >= 0 && bytes[at] <= 6) {
                return true;
            }
        }
        return false;
    }

    private static double share(byte[] bytes, IntPredicate plausible) {
        int length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
        int good = 0;
        for (int at = 0; at < length; at += 2) {
            good += plausible.test(at) ? 1 : 0;
        }
        return good * 2.0 / length;
    }

    private static boolean unit(int unit) {
        return unit >= 0x20 && unit < 0x7F
                || unit == '\n'
                || unit == '\r'
                || unit == '\t'
                || unit >= 0xA0 && unit < 0x180
                || unit >= 0x600 && unit < 0x700
                || unit >= 0x200B && unit <= 0x203A
                || unit == 0x20AC;
    }

    private static int at(byte[] bytes, int place) {
        return place < bytes.length ? bytes[place] & 0xFF : 0xFF;
    }
}
