package press.rotative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_CORRECTION;
import static press.rotative.platform.db.Tables.STORY_DRAFT;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.media.PictureId;
import press.rotative.people.Actor;
import press.rotative.publication.PublicationLog;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;

/// One bit is turned over, or the end of a file is cut off, in the database, its write-ahead log, the head file or a
/// blob. Either that is noticed (at the start or by the check), or what was acknowledged is all there, to the letter.
/// `-Drotative.flips=400` is the long gate.
class FlippedByteTest {
    private static final int FLIPS = Integer.getInteger("rotative.flips", 16);

    private enum Verdict {
        REFUSED_AT_START,
        READ_ONLY,
        FOUND_BY_CHECK,
        HARMLESS
    }

    @TempDir
    Path folder;

    @Test
    void a_damage_is_noticed_or_does_no_harm() throws Exception {
        Path whole = folder.resolve("whole");
        List<String> kept;
        try (Press press = aBusyNewsroom()) {
            kept = kept(press);
            copy(folder.resolve("live"), whole); // with a write-ahead log, as after a power cut
        }
        Path undamaged = folder.resolve("undamaged");
        copy(whole, undamaged);
        assertEquals(Verdict.HARMLESS, verdict(undamaged, kept, "no damage"));
        var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
        var random = new Random(Long.getLong("rotative.flips.seed", 200));
        for (int i = 0; i < FLIPS; i++) {
            Path damaged = folder.resolve("damaged" + i);
            copy(whole, damaged);
            String what = damage(damaged, random);
            verdicts.merge(verdict(damaged, kept, what), 1, Integer::sum);
        }
        System.out.println("damages: " + verdicts);
        assertTrue(verdicts.getOrDefault(Verdict.HARMLESS, 0) < FLIPS, "no damage did any");
    }

    @Test
    void a_draft_that_the_end_of_a_torn_log_took_away_is_missed() throws Exception {
        Path torn = folder.resolve("torn");
        List<String> kept;
        try (Press press = aBusyNewsroom()) {
            kept = kept(press);
            copy(folder.resolve("live"), torn);
        }
        try (var log = new RandomAccessFile(torn.resolve("rotative.db-wal").toFile(), "rw")) {
            log.setLength(log.length() - 1);
        }
        assertEquals(Verdict.READ_ONLY, verdict(torn, kept, "a draft was cut off"));
    }

    private Press aBusyNewsroom() {
        Press press = Press.open(folder.resolve("live"), Optional.empty(), Clock.systemUTC());
        EditionId edition = Cast.lePhare(press);
        for (int i = 0; i < 12; i++) {
            byte[] bytes = ("picture " + i).repeat(500).getBytes(StandardCharsets.US_ASCII);
            PictureId picture = Cast.picture(press, bytes);
            var content = Cast.illustrated(Cast.brief("Dépêche " + i, "Le texte est long. ".repeat(40)), picture);
            StoryId story = Cast.published(press, edition, content);
            if (i % 2 == 0) {
                press.acts().perform(new CorrectStory(Actor.OPERATOR, story, null, "Note " + i + "."));
            }
            if (i % 4 == 1) {
                press.acts()
                        .perform(new WithdrawStory(
                                Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "essai", "Avis " + i + ".", false));
            } else {
                press.acts().perform(new SaveDraft(Actor.OPERATOR, story, null, content));
            }
        }
        return press;
    }

    /// What was acknowledged, line by line.
    private static List<String> kept(Press press) {
        return press.database().read(sql -> {
            var rows = new ArrayList<String>();
            rows.add("log " + new PublicationLog(sql).head());
            sql.selectFrom(STORY).orderBy(STORY.ID).forEach(row -> rows.add(row.toString()));
            sql.selectFrom(STORY_VERSION)
                    .orderBy(STORY_VERSION.STORY_ID, STORY_VERSION.VERSION)
                    .forEach(row -> rows.add(row.toString()));
            sql.selectFrom(STORY_DRAFT).orderBy(STORY_DRAFT.STORY_ID).forEach(row -> rows.add(row.getContent()));
            sql.selectFrom(STORY_CORRECTION)
                    .orderBy(STORY_CORRECTION.STORY_ID, STORY_CORRECTION.VERSION)
                    .forEach(row -> rows.add(row.toString()));
            return List.copyOf(rows);
        });
    }

    /// All but what is made anew at a start. The folders of the indexes change by themselves: nobody walks there.
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> parts = Files.list(from)) {
            for (Path part : parts.filter(each -> !each.getFileName().toString().startsWith("search"))
                    .toList()) {
                copyAll(part, to.resolve(part.getFileName()));
            }
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith("-shm")) {
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.toAbsolutePath().getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static String damage(Path data, Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(data)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<Path> own =
                files.stream().filter(file -> file.getParent().equals(data)).toList();
        Path file =
                random.nextInt(4) == 0 ? files.get(random.nextInt(files.size())) : own.get(random.nextInt(own.size()));
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long place = (long) (random.nextDouble() * bytes.length());
            if (random.nextInt(5) == 0) {
                bytes.setLength(place);
                return file.getFileName() + " torn at " + place;
            }
            bytes.seek(place);
            int old = bytes.read();
            bytes.seek(place);
            bytes.write(old ^ 1 << random.nextInt(8));
            return file.getFileName() + " flipped at " + place;
        }
    }

    private static Verdict verdict(Path data, List<String> kept, String damage) {
        try (Press press = Press.open(data, Optional.empty(), Clock.systemUTC())) {
            if (press.database().refusal().isPresent()) {
                return Verdict.READ_ONLY;
            }
            if (!new Inspection(press, part -> {}).findings().isEmpty()) {
                return Verdict.FOUND_BY_CHECK;
            }
            assertEquals(kept, kept(press), damage);
            return Verdict.HARMLESS;
        } catch (RuntimeException noticed) {
            return Verdict.REFUSED_AT_START;
        }
    }
}
