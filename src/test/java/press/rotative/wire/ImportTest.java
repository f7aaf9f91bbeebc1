package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sources of every sort through an import that files nothing.
class ImportTest {

    private static final String PAGE = "The ferry sails again\n\n"
            + "The boat left at seven on Monday, and the mayor waved from the quay, they said.\n";

    @TempDir
    Path folder;

    @Test
    void a_bad_file_among_good_ones_stops_nothing() throws IOException {
        Files.writeString(folder.resolve("a.txt"), PAGE);
        Files.write(folder.resolve("b.bin"), new byte[] {0, 1, 2, 3, 0, 0, 9});
        Files.writeString(folder.resolve("c.txt"), "");
        try (var large = new RandomAccessFile(folder.resolve("d.txt").toFile(), "rw")) {
            large.setLength(200L * 1024 * 1024);
        }
        Files.createDirectory(folder.resolve("e"));
        Files.writeString(folder.resolve("e/f.txt"), PAGE.replace("seven", "eight"));
        Files.writeString(folder.resolve(".hidden"), PAGE);

        List<Imported> imported = run(folder.toString());

        assertEquals(
                List.of("a.txt", "b.bin", "c.txt", "d.txt", "f.txt"),
                imported.stream()
                        .map(each -> Path.of(each.source()).getFileName().toString())
                        .toList());
        assertEquals(
                List.of("FILED", "REFUSED", "REFUSED", "REFUSED", "FILED"),
                imported.stream().map(each -> each.status().name()).toList());
        assertEquals(
                folder.resolve("b.bin") + " is not text but binary data. Save it as UTF-8 text and import it again.",
                imported.get(1).reason());
        assertEquals(
                folder.resolve("c.txt") + " is empty. Capture the page again.",
                imported.get(2).reason());
        assertEquals(
                folder.resolve("d.txt") + " is larger than 20 MB, the limit for one captured page. Split it into one"
                        + " file per page and import those.",
                imported.get(3).reason());
    }

    @Test
    void the_same_bytes_twice_are_skipped_with_the_reason() throws IOException {
        Files.writeString(folder.resolve("a.txt"), PAGE);
        Files.writeString(folder.resolve("b.txt"), PAGE);
        List<Imported> imported = run(folder.toString(), folder.resolve("a.txt").toString());
        assertEquals(
                List.of("FILED", "SKIPPED", "SKIPPED"),
                imported.stream().map(each -> each.status().name()).toList());
        assertTrue(imported.get(1).reason().contains("is here already"));
    }

    @Test
    void standard_input_is_a_source() {
        List<Imported> imported = run("-");
        assertEquals(
                "The ferry sails again",
                imported.getFirst().clipping().orElseThrow().headline().orElseThrow());
    }

    @Test
    void what_cannot_be_read_is_refused_with_a_sentence() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(folder.resolve("secret.txt"), PAGE);
        Files.createSymbolicLink(inside.resolve("link.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(inside.resolve("loop"), inside);
        Files.createDirectory(folder.resolve("nothing"));
        List<Imported> imported = run(
                inside.toString(),
                folder.resolve("nothing").toString(),
                folder.resolve("missing.txt").toString(),
                "/dev/null",
                "a\0b");
        assertEquals(6, imported.size());
        for (Imported each : imported) {
            assertEquals(Imported.Status.REFUSED, each.status(), each.toString());
            assertTrue(each.reason().endsWith("."), each.reason());
        }
        assertTrue(imported.get(0).reason().contains("leads out of its folder"));
        assertTrue(imported.get(2).reason().contains("without files"));
        assertTrue(imported.get(3).reason().contains("does not exist"));
    }

    @Test
    void more_sources_than_a_batch_come_back_in_their_order() {
        List<ImportSource> sources = new ArrayList<>();
        for (int at = 0; at < Import.LARGEST_BATCH * 2 + 7; at++) {
            byte[] bytes = (PAGE + at + "\n").getBytes(StandardCharsets.UTF_8);
            sources.add(new ImportSource("source " + at, () -> new ByteArrayInputStream(bytes)));
        }
        List<Imported> imported = new ArrayList<>();
        new Import(new NoFiling()).run(sources.iterator(), new Filing.Wishes(Optional.empty(), false), imported::add);
        assertEquals(
                sources.stream().map(ImportSource::name).toList(),
                imported.stream().map(Imported::source).toList());
    }

    @Test
    void the_report_has_the_promised_names() {
        Map<String, @Nullable Object> object = ImportReport.of(run("-").getFirst());
        assertEquals(List.of("source", "status", "reason", "story", "ledger"), List.copyOf(object.keySet()));
        Map<?, ?> story = (Map<?, ?>) object.get("story");
        for (String name : List.of(
                "headline",
                "standfirst",
                "language",
                "section",
                "byline",
                "published",
                "body",
                "hero",
                "teasers",
                "related",
                "concepts",
                "countersRaw",
                "shortLink",
                "canonical",
                "discussion")) {
            assertTrue(story.containsKey(name), name);
        }
        assertEquals("filed", object.get("status"));
        assertFalse(((List<?>) object.get("ledger")).isEmpty());
    }

    private static List<Imported> run(String... sources) {
        InputStream input = new ByteArrayInputStream(PAGE.getBytes(StandardCharsets.UTF_8));
        List<Imported> imported = new ArrayList<>();
        new Import(new NoFiling())
                .run(
                        new ImportSources(List.of(sources), input),
                        new Filing.Wishes(Optional.empty(), false),
                        imported::add);
        return imported;
    }
}
