package press.rotative.newsroom.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.Queries;
import press.rotative.TickingClock;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.ScreenCosts;
import press.rotative.newsroom.Shell;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.story.DoubtCount;
import press.rotative.story.EditionId;
import press.rotative.story.Incoming;
import press.rotative.story.SectionId;
import press.rotative.story.StoryId;
import press.rotative.story.StoryJson;
import press.rotative.story.Workflow;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.ReceiveStory;
import press.rotative.wire.Filing;
import press.rotative.wire.Import;
import press.rotative.wire.ImportSource;
import press.rotative.wire.Imported;
import press.rotative.wire.PagePictures;
import press.rotative.wire.StoryFiling;

/// The inbox reads as much when much waits, or was decided about, as when little was, and no query of it
/// walks through a table that grows. `-Drotative.inbox=100000` does it over so many and tells what the
/// screens cost.
@Tag("long")
class InboxCostTest {
    /// Enough that every page of the list is full.
    private static final int SMALL = 1_500;
    private static final int LARGE = Math.max(3_000, Integer.getInteger("rotative.inbox", 0));

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-24T10:00:00Z"));

    @TempDir
    Path data;

    private Press press;
    private EditionId edition;
    private SectionId section;
    private StoryId captured;

    @BeforeEach
    void open() {
        press = Press.open(data, Optional.empty(), clock);
        edition = press.acts()
                .perform(new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null))
                .value();
        section = press.acts()
                .perform(new CreateSection(Actor.OPERATOR, edition, "Port", null))
                .value();
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void the_inbox_costs_the_same_however_much_waits() {
        grows(Workflow.INCOMING);
    }

    @Test
    void the_inbox_costs_the_same_however_much_was_decided() {
        grows(Workflow.DRAFT, Workflow.DISCARDED);
    }

    /// @param states into which, in turn, what comes later goes
    private void grows(Workflow... states) {
        captured = imported();
        receive(0, SMALL, Workflow.INCOMING, Workflow.DISCARDED);
        Actor inPort = new Actor(9, Set.of(new Grant(Role.EDITOR, edition.value(), section.value())));
        var counted = new Queries();
        long figure = press.database().read(sql -> new Waiting().count(counted.over(sql), inPort));
        assertEquals(99, figure);
        assertTrue(counted.count() <= 3, "queries for the figure in the menu: " + counted.count());
        ScreenCosts small = readings(inPort);
        String before = told(small, SMALL);
        receive(SMALL, LARGE, states);
        ScreenCosts large = readings(inPort);
        System.out.printf("inbox %s: %s; %s%n", List.of(states), before, told(large, LARGE));
        small.assertNoMoreIn(large);
        large.assertWalksThroughNone(
                press.database(), "story|story_incoming|story_import|capture|staff", "story_incoming");
    }

    /// Processor time of the first page with its figure in the menu, and of one import.
    private String told(ScreenCosts costs, int size) {
        Actor chief = new Actor(7, Role.CHIEF_EDITOR);
        double list = ScreenCosts.millis(press.database(), sql -> {
            new Waiting().count(sql, chief);
            return page(sql, chief, Map.of());
        });
        double one = ScreenCosts.millis(press.database(), sql -> one(sql, chief));
        return "over %d the list %.2f ms (%s), one import %.2f ms (%s)"
                .formatted(size, list, costs.told("7 {}"), one, costs.told("one"));
    }

    /// One whose account is kept.
    private StoryId imported() {
        byte[] page = SentCaptures.page("The ferry sails").getBytes(StandardCharsets.UTF_8);
        var filed = new ArrayList<Imported>();
        new Import(new StoryFiling(press.acts(), press.database(), press.blobs(), PagePictures.none()))
                .run(
                        List.of(new ImportSource("capture", () -> new ByteArrayInputStream(page)))
                                .iterator(),
                        new Filing.Wishes(Optional.of("fr"), false),
                        filed::add);
        return filed.getFirst().story().orElseThrow();
    }

    /// What comes, in acts of 500 each.
    ///
    /// @param states in turn
    private void receive(int from, int to, Workflow... states) {
        for (int at = from; at < to; at += 500) {
            int first = at;
            clock.advance(java.time.Duration.ofSeconds(1));
            press.acts().perform(transaction -> {
                for (int i = first; i < Math.min(to, first + 500); i++) {
                    var content = StoryJson.read(
                            "{\"headline\":\"Dépêche " + i
                                    + " du port\",\"body\":[{\"type\":\"paragraph\",\"id\":\"b1\",\"text\":\"Le bateau est parti.\"}]}");
                    if (i % 4 < 2) {
                        content = content.withSection(section);
                    }
                    StoryId story = new ReceiveStory(
                                    Actor.OPERATOR,
                                    edition,
                                    content,
                                    null,
                                    "host" + i % 3 + ".example",
                                    new DoubtCount.Doubts(i % 5, 0))
                            .perform(transaction)
                            .story();
                    Workflow state = states[i % states.length];
                    if (state != Workflow.INCOMING) {
                        Incoming.decide(
                                transaction, Actor.OPERATOR, story, state, state == Workflow.DISCARDED ? "Old" : null);
                    }
                }
                return true;
            });
        }
    }

    private List<Map<String, String>> asked() {
        return List.of(
                Map.of(),
                Map.of("edition", Long.toString(edition.value())),
                Map.of("section", Long.toString(section.value())),
                Map.of("host", "host1.example"),
                Map.of("doubts", "none"),
                Map.of("words", "dépêche port"),
                Map.of("view", "discarded"));
    }

    private ScreenCosts readings(Actor inPort) {
        var readings = new ScreenCosts();
        Actor inFrench = new Actor(8, Set.of(new Grant(Role.EDITOR, edition.value(), 0)));
        for (Actor actor : List.of(new Actor(7, Role.CHIEF_EDITOR), inFrench, inPort)) {
            for (Map<String, String> each : asked()) {
                readings.count(actor.staffId() + " " + each, press.database(), sql -> page(sql, actor, each));
            }
            readings.count(actor.staffId() + " menu", press.database(), sql -> new Waiting().count(sql, actor));
        }
        readings.count("one", press.database(), sql -> one(sql, inFrench));
        return readings;
    }

    private InboxPage page(DSLContext sql, Actor actor, Map<String, String> asked) {
        Shell shell = ScreenCosts.shell("Wire inbox", clock.instant());
        return new InboxMaker(sql, shell, actor, clock.instant())
                .page(InboxQuery.of(asked), List.of(), Form.empty(shell.words()));
    }

    private ImportPage one(DSLContext sql, Actor actor) {
        Shell shell = ScreenCosts.shell("Import", clock.instant());
        return new ImportMaker(sql, shell, actor, captured, "").page(Form.empty(shell.words()), 0, -1);
    }
}
