package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import press.rotative.media.CreditLine;
import press.rotative.wire.clipping.Clipping;

/// Captions with their credits in the manner of agencies and papers, in many languages (`src/test/corpus/credits`):
/// what is left of the caption, the credit, who made the picture, who sent it, and whether it is a file picture.
class CaptionCreditsTest {
    private static final Path FOLDER = Path.of("src/test/corpus/credits");
    private static final String TEXT = "The harbour opens on Monday, and all of the council will be there, they said.";

    /// @param printed the caption as it stood under the picture
    /// @param expected caption, credit, creator, provider and file mark, between bars; nothing where there is none
    record Sample(String printed, String expected) {
        @Override
        public String toString() {
            return printed;
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_caption_is_told_from_its_credit_and_the_credit_is_taken_apart(Sample sample) {
        Clipping.Picture picture = picture(sample.printed());
        CreditLine line = CreditLine.of(picture.credit().orElse("")
                + picture.creditDetail().map(detail -> " . " + detail).orElse(""));
        String found = String.join(
                " => ",
                picture.caption().orElse(""),
                picture.credit().orElse(""),
                line.creator().orElse(""),
                line.provider().orElse(""),
                picture.archive() ? "archive" : "");
        assertEquals(plain(sample.expected()), plain(found));
    }

    @Test
    void there_are_at_least_forty_credits_in_three_languages() {
        assertTrue(samples()
                        .filter(sample -> !sample.expected().split("=>", -1)[1].isBlank())
                        .count()
                >= 40);
    }

    static Stream<Sample> samples() {
        return Stream.of("fr.txt", "en.txt", "ar.txt", "others.txt").flatMap(CaptionCreditsTest::samples);
    }

    private static Clipping.Picture picture(String caption) {
        String page = "<!doctype html><h1>The harbour opens again</h1><p>" + TEXT
                + "</p><figure><img src=mole.jpg><figcaption>" + caption + "</figcaption></figure><p>"
                + TEXT.replace("Monday", "Friday") + "</p>";
        Clipping clipping = Corpus.read(page.getBytes(StandardCharsets.UTF_8));
        return clipping.blocks().stream()
                .filter(Clipping.PictureBlock.class::isInstance)
                .map(block -> ((Clipping.PictureBlock) block).picture())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Sample> samples(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\s*=>\\s*", 2))
                    .map(sides -> new Sample(sides[0], sides[1]));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\s*=>\\s*", "|").strip();
    }
}
