package press.rotative.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Inspection;
import press.rotative.OwnProcess;
import press.rotative.Press;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.platform.Digest;
import press.rotative.site.Site;
import press.rotative.site.SiteAnswer;
import press.rotative.site.SiteRequest;
import press.rotative.story.Draft;
import press.rotative.story.PubStatus;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;

/// Kills a busy newsroom with signal 9 at random times; whatever it acknowledged must be there afterwards, the check
/// must find no difference, and the pages must answer. Five rounds here; `-Drotative.kill.rounds=40` is the gate.
@Tag("long")
class KillTest {
    private static final int ROUNDS = Integer.getInteger("rotative.kill.rounds", 5);
    private static final URI ADDRESS = URI.create("https://lephare.example");

    @TempDir
    Path folder;

    private record Line(String what, long which, String proof) {
        static Line read(String line) {
            String[] parts = line.split(" ");
            return new Line(parts[0], Long.parseLong(parts[1]), parts[2]);
        }
    }

    @Test
    void no_acknowledged_act_is_lost_and_no_story_is_half_published() throws Exception {
        Path data = folder.resolve("data");
        var random = new Random(20_261_124);
        var whole = new ArrayList<Line>();
        long slowest = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            List<Line> journal = liveAndDie(data, 700 + random.nextInt(900), folder.resolve("journal" + round));
            whole.addAll(journal);
            slowest = Math.max(slowest, verify(data, journal));
        }
        verify(data, whole);
        assertTrue(whole.size() > ROUNDS, "the newsroom acknowledged only " + whole.size() + " acts");
        System.out.println("kill -9: " + ROUNDS + " rounds, " + whole.size()
                + " acknowledgements, none lost; first page at most " + slowest + " ms after opening again");
    }

    private static List<Line> liveAndDie(Path data, long millis, Path journal)
            throws IOException, InterruptedException {
        Process newsroom = new ProcessBuilder(OwnProcess.command(KilledNewsroom.class, data.toString()))
                .redirectOutput(journal.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (Files.size(journal) == 0 && System.nanoTime() < patience && newsroom.isAlive()) {
            Thread.sleep(5);
        }
        Thread.sleep(millis);
        newsroom.destroyForcibly().waitFor();
        String text = Files.readString(journal);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(Line::read)
                .toList();
    }

    /// @return milliseconds from opening the newsroom to its first page
    private static long verify(Path data, List<Line> journal) {
        long began = System.nanoTime();
        try (var press = Press.open(data, Optional.empty(), Clock.systemUTC())) {
            Site site = Cast.site(press, ADDRESS);
            assertEquals(200, site.answer(SiteRequest.get("/fr/")).status());
            long firstPage = Duration.ofNanos(System.nanoTime() - began).toMillis();
            var stories = new LinkedHashMap<Long, List<Line>>();
            for (Line line : journal) {
                if (line.what().equals("PICTURE")) {
                    assertPictureKept(press, line);
                } else {
                    stories.computeIfAbsent(line.which(), id -> new ArrayList<>())
                            .add(line);
                }
            }
            Map<Long, String> paths = press.database().read(sql -> kept(sql, stories));
            paths.forEach(
                    (id, path) -> assertAnswers(site, path, stories.get(id).getLast()));
            assertEquals(List.of(), new Inspection(press, part -> {}).findings());
            return firstPage;
        }
    }

    private static void assertPictureKept(Press press, Line line) {
        var picture = press.database().read(sql -> new Pictures(sql).find(new PictureId(line.which())));
        assertEquals(line.proof(), picture.orElseThrow(() -> lost(line)).digest());
        byte[] bytes = press.blobs().get(line.proof()).orElseThrow(() -> lost(line));
        assertEquals(line.proof(), Digest.of(bytes));
    }

    /// @return where the published ones stand
    private static Map<Long, String> kept(DSLContext sql, Map<Long, List<Line>> journal) {
        var log = new PublicationLog(sql);
        var stories = new Stories(sql);
        var paths = new LinkedHashMap<Long, String>();
        journal.forEach((id, lines) -> {
            Story story = stories.find(new StoryId(id)).orElseThrow(() -> lost(lines.getFirst()));
            int versions = 0;
            for (Line line : lines) {
                if (!line.what().equals("DRAFT")) {
                    Publication row = log.find(Long.parseLong(line.proof())).orElseThrow(() -> lost(line));
                    assertEquals(line.what(), row.act().name());
                    assertEquals(story.id().subject(), row.subject());
                    versions += line.what().equals("KILLED") ? 0 : 1;
                }
            }
            assertTrue(story.lastVersion() >= versions, "story " + id + " lost a version");
            Line last = lines.getLast();
            boolean goneOn = story.lastVersion() > versions || story.pubStatus() == PubStatus.CANCELED;
            if (last.what().equals("DRAFT") && !goneOn) {
                int revision = stories.draft(story.id()).map(Draft::revision).orElse(0);
                assertTrue(revision >= Integer.parseInt(last.proof()), () -> lost(last)
                        .getMessage());
            }
            if (last.what().equals("KILLED")) {
                assertEquals(PubStatus.CANCELED, story.pubStatus());
            }
            if (story.code() != null) {
                paths.put(id, "/" + story.code());
            }
        });
        return paths;
    }

    /// An acknowledged kill is gone; any other published story is there, unless an act took it further.
    private static void assertAnswers(Site site, String shortLink, Line last) {
        SiteAnswer answer = site.answer(SiteRequest.get(shortLink));
        String location = answer.headers().get("Location");
        if (location != null) {
            answer = site.answer(SiteRequest.get(location.replace(ADDRESS.toString(), "")));
        }
        assertTrue(
                answer.status() == 410 || answer.status() == 200 && !last.what().equals("KILLED"), shortLink);
    }

    private static AssertionError lost(Line line) {
        return new AssertionError("lost: " + line);
    }
}
