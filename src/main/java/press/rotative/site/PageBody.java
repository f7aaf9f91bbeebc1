package press.rotative.site;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Digest;

/// The bytes of a page, their entity tag, and their other codings, each made when first asked for and then kept.
final class PageBody {
    private static final int WORTH_PACKING = 256;

    private final byte[] plain;
    private final List<String> tags;
    private final boolean packable;
    private volatile byte @Nullable [] gzip;
    private volatile byte @Nullable [] brotli;

    /// @param packable false for what is compressed already
    PageBody(byte[] plain, boolean packable) {
        this.plain = plain;
        String digest = Digest.of(plain).substring(0, 32);
        this.tags = Stream.of(Coding.values())
                .map(coding -> '"' + digest + coding.suffix() + '"')
                .toList();
        this.packable = packable && plain.length >= WORTH_PACKING;
    }

    boolean packable() {
        return packable;
    }

    byte[] plain() {
        return plain;
    }

    /// Each form has its own: they are different bytes.
    String tag(Coding coding) {
        return tags.get(coding.ordinal());
    }

    /// Whether [#in] answers without working.
    boolean has(Coding coding) {
        return switch (coding) {
            case IDENTITY -> true;
            case GZIP -> gzip != null;
            case BROTLI -> brotli != null;
        };
    }

    byte[] in(Coding coding) {
        return switch (coding) {
            case IDENTITY -> plain;
            case GZIP -> {
                byte[] known = gzip;
                yield known == null ? packed(coding) : known;
            }
            case BROTLI -> {
                byte[] known = brotli;
                yield known == null ? packed(coding) : known;
            }
        };
    }

    /// However many ask first, it is made once.
    private synchronized byte[] packed(Coding coding) {
        byte[] known = coding == Coding.GZIP ? gzip : brotli;
        if (known != null) {
            return known;
        }
        if (coding == Coding.GZIP) {
            return gzip = Packing.gzip(plain);
        }
        return brotli = Packing.brotli(plain);
    }

    boolean sameBytes(PageBody other) {
        return tags.equals(other.tags) && Arrays.equals(plain, other.plain);
    }

    /// What this body takes in memory when all its codings are made.
    int weight() {
        return plain.length + (packable ? plain.length : 0) + 200;
    }
}
