package press.rotative.site;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/// Makes pages smaller: gzip with the JDK, Brotli with Google's own library where it runs on this machine.
final class Packing {
    /// Between gzip's cost and a better size: higher ones take several times as long for a few per cent.
    private static final int BROTLI_QUALITY = 5;

    private static final Encoder.Parameters PARAMETERS = new Encoder.Parameters().setQuality(BROTLI_QUALITY);

    private Packing() {}

    /// Loads the library when it is first asked; where it does not run, pages go out in the other forms.
    static boolean hasBrotli() {
        return Library.RUNS;
    }

    private static final class Library {
        private static final boolean RUNS = Brotli4jLoader.isAvailable();
    }

    static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /// @throws IllegalStateException where [#hasBrotli] is false
    static byte[] brotli(byte[] plain) {
        if (!hasBrotli()) {
            throw new IllegalStateException("Brotli does not run on this machine");
        }
        try {
            return Encoder.compress(plain, PARAMETERS);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
