package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import press.rotative.wire.clipping.Clipping;

/// Pages in the manner of many sites and generators, made up for this, each with the story and the ledger that must
/// come out. `-Drotative.corpus=write` writes down what comes out now, to be read before it is committed.
class HtmlCorpusTest {
    private static final Path FOLDER = Path.of("src/test/corpus/html");

    @ParameterizedTest
    @MethodSource("pages")
    void each_page_gives_the_story_and_the_ledger_written_beside_it(Path page) throws IOException {
        Map<String, @Nullable Object> outline = plain(ClippingOutline.of(Corpus.read(Files.readAllBytes(page))));
        Path beside = FOLDER.resolve(page.getFileName().toString().replace(".html", ".expected.json"));
        if ("write".equals(System.getProperty("rotative.corpus"))) {
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(beside.toFile(), outline);
        }
        Map<String, @Nullable Object> expected =
                new ObjectMapper().readValue(beside.toFile(), new TypeReference<Map<String, @Nullable Object>>() {});
        expected.forEach((field, value) -> assertEquals(value, outline.get(field), page.getFileName() + " " + field));
    }

    @Test
    void there_are_pages_of_at_least_thirty_sorts_in_three_languages() throws IOException {
        Map<String, Integer> languages = new HashMap<>();
        for (Path page : pages().toList()) {
            Clipping clipping = Corpus.read(Files.readAllBytes(page));
            languages.merge(clipping.language().orElse(""), 1, Integer::sum);
        }
        assertTrue(pages().count() >= 30);
        assertTrue(languages.get("en") >= 10 && languages.get("fr") >= 10 && languages.get("ar") >= 5, languages + "");
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    private static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> outline) {
        return new ObjectMapper().convertValue(outline, new TypeReference<Map<String, @Nullable Object>>() {});
    }
}
