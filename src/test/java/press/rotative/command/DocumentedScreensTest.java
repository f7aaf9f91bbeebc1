package press.rotative.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The pictures of the editors' documentation, which `./rotative screens` takes: each that a page names is there and
/// says in words what it shows, none lies unused, and together they stay small.
class DocumentedScreensTest {
    private static final Path PAGES = Path.of("docs/editors");
    private static final Path PICTURES = Path.of("docs/pictures/editors");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)]\\(([^)\\s]*)\\)");
    private static final int LEAST_WORDS = 5;
    private static final long MOST_BYTES = 2_000_000;

    private record Shown(Path page, String alt, Path file) {}

    private static List<Shown> shown() throws IOException {
        var shown = new ArrayList<Shown>();
        for (Path page : files(PAGES)) {
            var pictures = PICTURE.matcher(Files.readString(page));
            while (pictures.find()) {
                Path file = page.resolveSibling(pictures.group(2)).normalize();
                shown.add(new Shown(page, pictures.group(1), file));
            }
        }
        return shown;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void every_picture_that_a_page_names_is_there_and_none_lies_unused() throws IOException {
        Set<Path> named = shown().stream().map(Shown::file).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(files(PICTURES)), named);
    }

    @Test
    void every_page_shows_a_screen() throws IOException {
        Set<Path> pages = shown().stream().map(Shown::page).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(files(PAGES)), pages);
    }

    @Test
    void every_picture_is_told_in_words() throws IOException {
        for (Shown each : shown()) {
            int words = each.alt().strip().split("\\s+").length;
            assertTrue(words >= LEAST_WORDS, each.page() + " tells " + each.file() + " by \"" + each.alt() + "\"");
        }
    }

    @Test
    void the_pictures_are_webp_and_small() throws IOException {
        long bytes = 0;
        for (Path picture : files(PICTURES)) {
            byte[] content = Files.readAllBytes(picture);
            assertEquals("RIFF", new String(content, 0, 4, StandardCharsets.US_ASCII), picture + "");
            assertEquals("WEBP", new String(content, 8, 4, StandardCharsets.US_ASCII), picture + "");
            bytes += content.length;
        }
        assertTrue(bytes < MOST_BYTES, "The pictures weigh " + bytes + " bytes.");
    }
}
