package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import press.rotative.wire.clipping.Clipping;

/// Every field and the whole ledger of every capture of the corpus.
class CaptureReaderTest {

    @ParameterizedTest
    @MethodSource("press.rotative.wire.Corpus#samples")
    void each_capture_gives_the_story_and_the_ledger_written_beside_it(Corpus.Sample sample) {
        Map<String, @Nullable Object> outline = ClippingOutline.of(Corpus.read(sample.text()));
        StringBuilder differences = new StringBuilder();
        sample.expected().forEach((field, expected) -> {
            Object found = outline.get(field);
            if (expected instanceof List<?> wanted && found instanceof List<?> given) {
                for (int at = 0; at < Math.max(wanted.size(), given.size()); at++) {
                    Object one = at < wanted.size() ? wanted.get(at) : "nothing";
                    Object other = at < given.size() ? given.get(at) : "nothing";
                    if (!one.equals(other)) {
                        differences
                                .append("\n")
                                .append(field)
                                .append("[")
                                .append(at)
                                .append("] should be ")
                                .append(one)
                                .append("\n    but is ")
                                .append(other);
                    }
                }
            } else if (expected == null ? found != null : !expected.equals(found)) {
                differences
                        .append("\n")
                        .append(field)
                        .append(" should be ")
                        .append(expected)
                        .append("\n    but is ")
                        .append(found);
            }
        });
        assertEquals("", differences.toString());
    }

    @Test
    void the_corpus_holds_twelve_captures_of_the_anatomy_and_twelve_others() {
        List<Corpus.Sample> samples = Corpus.samples();
        assertTrue(samples.stream()
                        .filter(sample -> sample.name().startsWith("anatomy-"))
                        .count()
                >= 12);
        assertTrue(samples.stream()
                        .filter(sample -> sample.name().startsWith("dated-"))
                        .count()
                >= 12);
    }

    @ParameterizedTest
    @MethodSource("press.rotative.wire.Corpus#samples")
    void line_ends_indentation_and_marks_change_nothing(Corpus.Sample sample) {
        Map<String, @Nullable Object> plain = ClippingOutline.of(Corpus.read(sample.text()));
        assertEquals(plain, ClippingOutline.of(Corpus.read(sample.text().replace("\n", "\r\n"))));
        assertEquals(plain, ClippingOutline.of(Corpus.read("\uFEFF" + sample.text())));
        assertEquals(plain, ClippingOutline.of(Corpus.read(sample.text().replace("\n", "\n\t "))));
        assertEquals(plain, ClippingOutline.of(Corpus.read(sample.text().replace("\n", "\u00A0\n\u00A0"))));
        assertEquals(plain, ClippingOutline.of(Corpus.read("\n\n\n" + sample.text() + "\n\n")));
    }

    @ParameterizedTest
    @MethodSource("press.rotative.wire.Corpus#samples")
    void the_encoding_changes_nothing(Corpus.Sample sample) {
        Map<String, @Nullable Object> plain = ClippingOutline.of(Corpus.read(sample.text()));
        for (String name : List.of(
                "UTF-16LE",
                "UTF-16BE",
                "UTF-16",
                "windows-1252",
                "windows-1256",
                "ISO-8859-1",
                "ISO-8859-15",
                "ISO-8859-6")) {
            Charset charset = Charset.forName(name);
            byte[] bytes = sample.text().getBytes(charset);
            boolean holdsAll = new String(bytes, charset).equals(sample.text());
            boolean fits = name.startsWith("UTF") || Charsets.label(bytes).isEmpty() && speaks(name, sample);
            if (holdsAll && fits) {
                assertEquals(plain, ClippingOutline.of(Corpus.read(bytes)), name);
            }
        }
    }

    /// windows-1256 holds the letters of French too, but nobody writes French in it.
    private static boolean speaks(String charset, Corpus.Sample sample) {
        boolean arabic = charset.equals("windows-1256") || charset.equals("ISO-8859-6");
        return arabic == "ar".equals(sample.expected().get("language"));
    }

    @Test
    void a_label_in_the_first_line_is_believed() {
        String text = "Content-Type: text/plain; charset=koi8-r\n\nThe title of the page\n\n"
                + "The harbour opens on Monday, and the mayor will be there to see it, the company said.\n";
        Clipping clipping = Corpus.read(text.getBytes(StandardCharsets.US_ASCII));
        assertEquals("The title of the page", clipping.headline().orElseThrow());
        assertEquals("encoding", clipping.ledger().entries().getFirst().field().orElseThrow());
    }
}
