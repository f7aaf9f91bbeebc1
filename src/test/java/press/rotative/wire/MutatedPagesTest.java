package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger;
import press.rotative.wire.clipping.Reading;

/// The pages of the corpus broken in every way that pages get broken: each is filed, or refused in a sentence that says
/// why, in bounded time and within the limits of a story; none stops the others. [ManyMutatedPagesTest] breaks more.
class MutatedPagesTest {
    static final long SEED = Long.getLong("rotative.mutations.seed", 20_261_127);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST_BLOCKS = 2_000;
    private static final int BATCH = 40;

    @TempDir
    Path folder;

    @Test
    void every_broken_page_is_read_or_refused_in_a_sentence_in_bounded_time() throws IOException {
        Set<Class<?>> outcomes = new HashSet<>();
        for (int number = 0; number < mutations(); number++) {
            byte[] bytes = mutant(number);
            String name = "mutant " + number + " of seed " + SEED;
            Reading reading = assertTimeoutPreemptively(
                    LONGEST, () -> new CaptureReader().read(Capture.of("mutant.html", bytes)), name);
            outcomes.add(reading.getClass());
            switch (reading) {
                case Reading.Refused(String reason) ->
                    assertTrue(reason.matches("(?s)[a-z].{15,400}\\."), name + reason);
                case Reading.Read(Clipping clipping) -> within(clipping, name);
            }
        }
        assertEquals(2, outcomes.size(), "some are read, some refused");
    }

    @Test
    void every_broken_page_is_filed_skipped_or_refused_and_the_newsroom_stays_whole() throws IOException {
        var clock = Clock.fixed(Instant.parse("2030-01-01T12:00:00Z"), ZoneOffset.UTC);
        List<ImportSource> sources = new ArrayList<>();
        for (int number = 0; number < Math.min(mutations(), BATCH); number++) {
            byte[] bytes = mutant(mutations() + number);
            sources.add(new ImportSource("mutant " + number, () -> new ByteArrayInputStream(bytes)));
        }
        List<Imported> imported = new ArrayList<>();
        try (Press press = Press.open(folder, Optional.empty(), clock)) {
            new Import(new StoryFiling(press.acts(), press.database(), press.blobs(), PagePictures.none()))
                    .run(sources.iterator(), new Filing.Wishes(Optional.empty(), true), imported::add);
        }
        assertEquals(sources.size(), imported.size());
        EnumSet<Imported.Status> fates = EnumSet.noneOf(Imported.Status.class);
        for (Imported each : imported) {
            fates.add(each.status());
            assertFalse(
                    each.reason().contains("the log says why") || each.reason().contains("could not be filed"),
                    each.source() + " of seed " + SEED + each.reason());
            assertTrue(each.status() == Imported.Status.FILED || each.reason().endsWith("."), each.reason());
        }
        assertTrue(fates.contains(Imported.Status.FILED) && fates.contains(Imported.Status.REFUSED), fates + "");
    }

    /// How many broken pages are read.
    int mutations() {
        return 100;
    }

    /// What a clipping may hold, whatever the page was.
    private static void within(Clipping clipping, String name) {
        assertTrue(clipping.blocks().size() <= MOST_BLOCKS, name);
        assertTrue(clipping.headline().orElse("").length() <= 300, name);
        assertTrue(clipping.standfirst().orElse("").length() <= 3_000, name);
        assertTrue(clipping.section().orElse("").length() <= 100, name);
        assertTrue(clipping.related().size() <= 30, name);
        assertTrue(clipping.comments().size() <= 1_000, name);
        int line = 0;
        for (LossLedger.Entry entry : clipping.ledger().entries()) {
            assertTrue(entry.line() >= line, name + ": the ledger is in order");
            assertFalse(entry.part().isBlank(), name);
            line = entry.line();
        }
    }

    static byte[] mutant(int number) throws IOException {
        List<Path> pages = HtmlCorpusTest.pages().toList();
        Random random = new Random(SEED + number);
        String page = text(pages.get(number % pages.size()));
        return new Mutations(random.nextLong()).of(page, text(pages.get(random.nextInt(pages.size()))));
    }

    private static String text(Path page) throws IOException {
        String name = page.getFileName().toString();
        Charset charset = Charset.forName(
                name.contains("1252") ? "windows-1252" : name.contains("1256") ? "windows-1256" : "UTF-8");
        return new String(Files.readAllBytes(page), charset);
    }
}
