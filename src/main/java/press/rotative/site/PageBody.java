package press.rotative.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Digest;

/// The bytes of a page, their entity tag, and their encodings, which are made when first asked for and then kept.
final class PageBody {
    private static final int WORTH_PACKING = 256;

    private final byte[] plain;
    private final String tag;
    private final boolean packable;
    private volatile byte @Nullable [] packed;

    /// @param packable false for what is compressed already
    PageBody(byte[] plain, boolean packable) {
        this.plain = plain;
        this.tag = Digest.of(plain).substring(0, 32);
        this.packable = packable && plain.length >= WORTH_PACKING;
    }

    boolean packable() {
        return packable;
    }

    byte[] plain() {
        return plain;
    }

    String tag() {
        return "\"" + tag + "\"";
    }

    String packedTag() {
        return "\"" + tag + "-gzip\"";
    }

    byte[] packed() {
        byte[] known = packed;
        if (known == null) {
            known = pack(plain);
            packed = known;
        }
        return known;
    }

    boolean sameBytes(PageBody other) {
        return tag.equals(other.tag) && Arrays.equals(plain, other.plain);
    }

    /// What this body takes in memory, with room for its encodings.
    int weight() {
        return plain.length + (packable ? plain.length / 2 : 0) + 200;
    }

    private static byte[] pack(byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
