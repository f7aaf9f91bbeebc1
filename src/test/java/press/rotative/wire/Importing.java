package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.people.Actor;
import press.rotative.publication.Act;
import press.rotative.story.EditionId;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryImports;
import press.rotative.story.Workflow;
import press.rotative.story.acts.CreateEdition;
import press.rotative.wire.account.StoryAccount;

/// A newsroom that imports captured pages; whatever a test does to it, the check finds no difference after it.
abstract class Importing {
    static final Filing.Wishes PUBLISH = new Filing.Wishes(Optional.of("en"), true);
    static final Filing.Wishes DRAFT = new Filing.Wishes(Optional.of("en"), false);

    @TempDir
    Path folder;

    final TickingClock clock = new TickingClock(Instant.parse("2030-01-01T12:00:00Z"));
    Optional<String> sameDatabase = Optional.empty();
    Press press;
    EditionId english;

    @BeforeEach
    void open() {
        sameDatabase = database();
        press = Press.open(folder, sameDatabase, clock);
        english = act(new CreateEdition(Actor.OPERATOR, "en", "en", false, "The Beacon", null, "UTC", null));
    }

    /// Empty: SQLite.
    Optional<String> database() {
        return Optional.empty();
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), new Inspection(press, part -> {}).findings());
        press.close();
    }

    <T> T act(Act<T> act) {
        clock.advance(Duration.ofSeconds(1));
        return press.acts().perform(act).value();
    }

    static String page(String headline, String host) {
        return "https://www." + host + "/2026/11/24/news/" + headline.replace(' ', '-')
                + ".html\n\n" + headline + "\n\nThe boat left at seven on Monday, and the mayor waved from the quay,"
                + " they said of " + headline + ".\n\nThe company counted forty cars, and no one was late for the"
                + " ferry that day, its director said.\n\nTags:\nharbours, Osterline\n";
    }

    StoryId imported(Filing.Wishes wishes, String text) {
        return imported(Actor.OPERATOR, wishes, text);
    }

    StoryId imported(Actor actor, Filing.Wishes wishes, String text) {
        Imported imported = run(actor, wishes, text);
        assertEquals(Imported.Status.FILED, imported.status(), imported.reason());
        return imported.story().orElseThrow();
    }

    Imported run(Actor actor, Filing.Wishes wishes, String text) {
        return runAll(actor, wishes, List.of(text)).getFirst();
    }

    /// Imports some captures in one act.
    List<Imported> runAll(Actor actor, Filing.Wishes wishes, List<String> texts) {
        clock.advance(Duration.ofSeconds(1));
        List<Imported> all = new ArrayList<>();
        new Import(new StoryFiling(actor, press.acts(), press.database(), press.blobs(), PagePictures.none()))
                .run(
                        texts.stream()
                                .map(text -> new ImportSource(
                                        "capture",
                                        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                                .iterator(),
                        wishes,
                        all::add);
        return all;
    }

    Workflow state(StoryId story) {
        return press.database().read(sql -> new Stories(sql).get(story).workflow());
    }

    StoryAccount account(StoryId story) {
        return press.database().read(sql -> StoryAccount.read(sql, Actor.OPERATOR, story, ""));
    }

    StoryContent draft(StoryId story) {
        return press.database()
                .read(sql -> new Stories(sql).draft(story).orElseThrow().content());
    }

    List<String> captures(StoryId story) {
        return press.database().read(sql -> new StoryImports(sql)
                .of(story, 5).stream().map(StoryImports.Kept::capture).toList());
    }

    static int lineOf(StoryAccount account, String begin) {
        var lines = account.account().lines();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).part().startsWith(begin)) {
                return at;
            }
        }
        throw new AssertionError("no line " + begin + " in " + lines);
    }
}
