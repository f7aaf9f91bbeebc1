package press.rotative.newsroom.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.Queries;
import press.rotative.TickingClock;
import press.rotative.language.Dates;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.story.EditionId;
import press.rotative.story.SectionId;
import press.rotative.story.StoryJson;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.ReceiveStory;

/// The inbox reads as much when much waits as when little does, and no query of it walks through a table that grows.
/// `-Drotative.inbox=100000` tells the processor time of the screen over so many.
@Tag("long")
class InboxCostTest {
    private static final int SMALL = 900;
    private static final int LARGE = Math.max(3_000, Integer.getInteger("rotative.inbox", 0));
    private static final int TIMES = 200;

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-24T10:00:00Z"));

    @TempDir
    Path data;

    @Test
    void the_inbox_costs_the_same_however_much_waits() {
        try (Press press = Press.open(data, Optional.empty(), clock)) {
            EditionId edition = press.acts()
                    .perform(new CreateEdition(
                            Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null))
                    .value();
            SectionId section = press.acts()
                    .perform(new CreateSection(Actor.OPERATOR, edition, "Port", null))
                    .value();
            receive(press, edition, section, 0, SMALL);
            Actor inPort = new Actor(9, Set.of(new Grant(Role.EDITOR, edition.value(), section.value())));
            var counted = new Queries();
            long figure = press.database().read(sql -> new Waiting().count(counted.over(sql), inPort));
            assertEquals(99, figure);
            assertTrue(counted.count() <= 3, "queries for the figure in the menu: " + counted.count());
            Map<String, Queries> small = readings(press, edition, inPort);
            double before = millis(press, edition);
            receive(press, edition, section, SMALL, LARGE);
            Map<String, Queries> large = readings(press, edition, inPort);
            System.out.printf(
                    "inbox: %.2f ms of processor time a page over %d imports, %.2f over %d%n",
                    before, SMALL, millis(press, edition), LARGE);
            small.forEach((name, each) -> {
                Queries after = large.get(name);
                assertTrue(
                        after.count() <= each.count() + 2, name + ": " + each.count() + " queries to " + after.count());
                assertTrue(
                        after.rows() <= each.rows() * 1.3 + 20, name + ": " + each.rows() + " rows to " + after.rows());
            });
            press.database().read(sql -> {
                var walking = new ArrayList<String>();
                large.forEach((name, each) -> each.texts()
                        .forEach(text -> sql.fetch("explain query plan " + text).forEach(step -> {
                            String detail = String.valueOf(step.get("detail"));
                            boolean sorted = detail.equals("USE TEMP B-TREE FOR ORDER BY")
                                    && text.matches(".* from `story_incoming`? .*");
                            if (sorted || detail.matches("SCAN (story|story_incoming|staff)\\b.*")) {
                                walking.add(name + ": " + detail + ": " + text);
                            }
                        })));
                assertEquals(List.of(), walking);
                return true;
            });
        }
    }

    /// What waits, in acts of 500 each.
    private void receive(Press press, EditionId edition, SectionId section, int from, int to) {
        for (int at = from; at < to; at += 500) {
            int first = at;
            clock.advance(java.time.Duration.ofSeconds(1));
            press.acts().perform(transaction -> {
                for (int i = first; i < Math.min(to, first + 500); i++) {
                    var content = StoryJson.read(
                            "{\"headline\":\"Dépêche " + i
                                    + " du port\",\"body\":[{\"type\":\"paragraph\",\"id\":\"b1\",\"text\":\"Le bateau est parti.\"}]}");
                    if (i % 2 == 0) {
                        content = content.withSection(section);
                    }
                    new ReceiveStory(Actor.OPERATOR, edition, content, null, "host" + i % 3 + ".example", i % 5)
                            .perform(transaction);
                }
                return true;
            });
        }
    }

    private static List<Map<String, String>> asked(EditionId edition) {
        return List.of(
                Map.of(),
                Map.of("edition", Long.toString(edition.value())),
                Map.of("host", "host1.example"),
                Map.of("doubts", "none"),
                Map.of("view", "discarded"));
    }

    private Map<String, Queries> readings(Press press, EditionId edition, Actor inPort) {
        var readings = new LinkedHashMap<String, Queries>();
        Actor inFrench = new Actor(8, Set.of(new Grant(Role.EDITOR, edition.value(), 0)));
        for (Actor actor : List.of(new Actor(7, Role.CHIEF_EDITOR), inFrench, inPort)) {
            for (Map<String, String> each : asked(edition)) {
                var queries = new Queries();
                press.database().read(sql -> page(queries.over(sql), actor, each));
                readings.put(actor.staffId() + " " + each, queries);
            }
        }
        return readings;
    }

    private InboxPage page(DSLContext sql, Actor actor, Map<String, String> asked) {
        return new InboxMaker(sql, shell(), actor, clock.instant())
                .page(InboxQuery.of(asked), List.of(), Form.empty(shell().words()));
    }

    /// Processor time of this thread for the first page with its figure in the menu.
    private double millis(Press press, EditionId edition) {
        Actor chief = new Actor(7, Role.CHIEF_EDITOR);
        var threads = ManagementFactory.getThreadMXBean();
        long begun = 0;
        for (int i = -TIMES; i < TIMES; i++) {
            if (i == 0) {
                begun = threads.getCurrentThreadCpuTime();
            }
            press.database().read(sql -> {
                new Waiting().count(sql, chief);
                return page(sql, chief, Map.of());
            });
        }
        return (threads.getCurrentThreadCpuTime() - begun) / 1e6 / TIMES;
    }

    private Shell shell() {
        Tongue tongue = Tongue.of("en");
        Words words = Words.in("newsroom", tongue, Digits.WESTERN);
        var dates = new Dates(words, tongue, ZoneId.of("UTC"), clock.instant());
        return new Shell(
                words,
                tongue,
                dates,
                "Le Phare",
                "Wire inbox",
                null,
                List.of(),
                List.of(),
                null,
                null,
                dates.brief(clock.instant()),
                List.of(),
                List.of(),
                List.of());
    }
}
