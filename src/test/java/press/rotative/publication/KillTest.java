package press.rotative.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.story.Newsstand;
import press.rotative.story.PubStatus;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;

/// Kills a busy newsroom with signal 9 at random times; every acknowledged act must be there afterwards. Five rounds
/// here; `-Drotative.kill.rounds=40` is the gate.
class KillTest {
    private static final int ROUNDS = Integer.getInteger("rotative.kill.rounds", 5);

    @TempDir
    Path folder;

    @Test
    void no_acknowledged_act_is_lost_and_no_story_is_half_published() throws Exception {
        Path data = folder.resolve("data");
        var random = new Random(20_261_124);
        long acknowledged = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            List<String> journal = liveAndDie(data, 700 + random.nextInt(900), folder.resolve("journal" + round));
            acknowledged += journal.size();
            verify(data, journal);
        }
        assertTrue(acknowledged > ROUNDS, "the newsroom acknowledged only " + acknowledged + " acts");
        System.out.println("kill -9: " + ROUNDS + " rounds, " + acknowledged + " acknowledged acts, none lost");
    }

    private static List<String> liveAndDie(Path data, long millis, Path journal)
            throws IOException, InterruptedException {
        Process newsroom = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledNewsroom.class.getName(),
                        data.toString())
                .redirectOutput(journal.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long patience = System.nanoTime() + 30_000_000_000L;
        while (Files.size(journal) == 0 && System.nanoTime() < patience && newsroom.isAlive()) {
            Thread.sleep(5);
        }
        Thread.sleep(millis);
        newsroom.destroyForcibly().waitFor();
        String text = Files.readString(journal);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static void verify(Path data, List<String> journal) {
        try (var press = Press.open(data, Optional.empty(), Clock.systemUTC())) {
            for (String line : journal) {
                String[] parts = line.split(" ");
                var story = new StoryId(Long.parseLong(parts[1]));
                Publication row = press.database()
                        .read(sql -> new PublicationLog(sql).find(Long.parseLong(parts[2])))
                        .orElseThrow(() -> new AssertionError("lost: " + line));
                assertEquals(parts[0], row.act().name(), line);
                assertEquals(story.subject(), row.subject(), line);
            }
            press.database().read(sql -> {
                chainIsWhole(sql);
                for (Story story : new Stories(sql).after(0, 100_000)) {
                    boolean shown =
                            !new Newsstand(sql).stories(List.of(story.id())).isEmpty();
                    assertEquals(
                            story.pubStatus() == PubStatus.USABLE,
                            shown,
                            "story " + story.id().value());
                }
                return true;
            });
        }
    }

    private static void chainIsWhole(org.jooq.DSLContext sql) {
        var log = new PublicationLog(sql);
        String previous = Chain.GENESIS;
        long seq = 0;
        List<Publication> rows;
        while (!(rows = log.since(seq, 1000)).isEmpty()) {
            for (Publication row : rows) {
                assertEquals(seq + 1, row.seq());
                assertEquals(PublicationLog.expectedHash(previous, row), row.hash());
                seq = row.seq();
                previous = row.hash();
            }
        }
        assertEquals(seq, log.number());
    }
}
