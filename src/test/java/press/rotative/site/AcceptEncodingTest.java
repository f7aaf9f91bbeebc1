package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which coding a page is sent in.
class AcceptEncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|GZIP",
                "GZIP|GZIP",
                "x-gzip|GZIP",
                "*|GZIP",
                "br|BROTLI",
                "gzip, deflate, br, zstd|BROTLI",
                "gzip, deflate|GZIP",
                "br;q=0.9, gzip|GZIP",
                "br;q=0.9, gzip;q=0.9|BROTLI",
                "br;q=0, *|GZIP",
                "gzip;q=0|IDENTITY",
                "gzip;q=0.001|GZIP",
                "*;q=0|IDENTITY",
                "identity, gzip;q=0.5|IDENTITY",
                "identity;q=0.5, gzip;q=0.5|GZIP",
                "identity;q=0|IDENTITY",
                "gzip;q=x|IDENTITY",
                "gzip;q=1.5|IDENTITY",
                "gzip;q=0.1234|IDENTITY",
                "gzip;q=1.0, *;q=0|GZIP",
                "deflate, gzip ; q=0.9|GZIP",
                "\tgzip\t;\tq=1|GZIP",
                "compress, zstd|IDENTITY",
                "gzipx|IDENTITY",
                ";;;,|IDENTITY",
                "gzip;|IDENTITY",
                ",,gzip|GZIP",
            })
    void the_heaviest_wins_and_the_smaller_among_equals(String header, Coding best) {
        assertEquals(best, AcceptEncoding.best(header, true));
    }

    @Test
    void a_coding_that_is_not_made_here_is_never_chosen() {
        assertEquals(Coding.GZIP, AcceptEncoding.best("br, gzip;q=0.1", false));
        assertEquals(Coding.IDENTITY, AcceptEncoding.best("br", false));
    }

    @Test
    void who_says_nothing_gets_the_plain_form() {
        assertEquals(Coding.IDENTITY, AcceptEncoding.best(null, true));
        assertEquals(Coding.IDENTITY, AcceptEncoding.best("", true));
        assertEquals(Coding.IDENTITY, AcceptEncoding.best("gzip,".repeat(400), true));
    }

    /// A refused coding is not chosen, whatever stands around it, and nothing makes the reading fail.
    @Test
    void noise_is_survived() {
        var random = new Random(1);
        String letters = "gzipbr;q=01., \t*x-identy";
        for (int round = 0; round < 20_000; round++) {
            var header = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                header.append(letters.charAt(random.nextInt(letters.length())));
            }
            AcceptEncoding.best(header.toString(), true);
            assertFalse(AcceptEncoding.best(header + ",gzip;q=0,br;q=0", true) != Coding.IDENTITY, header.toString());
        }
    }
}
