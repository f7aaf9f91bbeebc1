package press.rotative.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.Queries;
import press.rotative.TickingClock;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.publication.Act;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.EmbargoUntil;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.SchedulePublication;
import press.rotative.story.acts.WithdrawStory;

/// The desk's lists: what stands in them, for whom, in which order, and at which cost.
class DeskListTest {
    private static final Set<Workflow> ALL = EnumSet.allOf(Workflow.class);

    @TempDir
    Path data;

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-24T10:00:00Z"));
    private Press press;
    private EditionId edition;
    private SectionId port;
    private SectionId town;

    @BeforeEach
    void open() {
        press = Press.open(data, database(), clock);
        edition = Cast.lePhare(press);
        port = press.acts()
                .perform(new CreateSection(Actor.OPERATOR, edition, "Port", null))
                .value();
        town = press.acts()
                .perform(new CreateSection(Actor.OPERATOR, edition, "Ville", null))
                .value();
    }

    /// Empty: SQLite.
    Optional<String> database() {
        return Optional.empty();
    }

    @AfterEach
    void close() {
        press.close();
    }

    private <T> T act(Act<T> act) {
        clock.advance(Duration.ofSeconds(1));
        return press.acts().perform(act).value();
    }

    private StoryId draft(Actor actor, String headline, SectionId section) {
        return act(new CreateStory(actor, edition, in(headline, section), null, false))
                .story();
    }

    private static StoryContent in(String headline, SectionId section) {
        return Cast.brief(headline, "Texte.").withSection(section);
    }

    private List<Long> numbers(Actor actor, Set<Workflow> states, DeskList.Wanted wanted) {
        return press.database().read(sql -> new DeskList(sql, actor)
                .stories(states, wanted, null, 50).rows().stream()
                        .map(row -> row.story().value())
                        .toList());
    }

    private static DeskList.Wanted wanted(SectionId section, Long staff, String... words) {
        return new DeskList.Wanted(null, section, staff, null, List.of(words), false, null);
    }

    @Test
    void a_story_stands_under_its_state_and_the_last_touched_comes_first() {
        StoryId first = draft(Cast.editor(), "Le ferry", port);
        StoryId second = draft(Cast.editor(), "La digue", port);
        assertEquals(List.of(second.value(), first.value()), numbers(Cast.chief(), ALL, DeskList.Wanted.everything()));

        act(new SaveDraft(Cast.editor(), first, null, in("Le ferry électrique", town)));
        assertEquals(List.of(first.value(), second.value()), numbers(Cast.chief(), ALL, DeskList.Wanted.everything()));
        assertEquals(List.of(first.value()), numbers(Cast.chief(), ALL, wanted(town, null)));
        assertEquals(List.of(first.value()), numbers(Cast.chief(), ALL, wanted(null, null, "electri", "FERRY")));
        assertEquals(List.of(), numbers(Cast.chief(), ALL, wanted(null, null, "erry")), "words from their beginning");

        act(new PublishStory(Cast.editor(), second, null, null, true));
        assertEquals(
                List.of(second.value()),
                numbers(Cast.chief(), EnumSet.of(Workflow.PUBLISHED), DeskList.Wanted.everything()));
        assertEquals(List.of(second.value(), first.value()), numbers(Cast.chief(), ALL, wanted(null, 8L)));

        act(new WithdrawStory(Cast.chief(), second, WithdrawStory.Kind.KILL, "Faux.", "Cet article est retiré.", true));
        assertEquals(
                List.of(second.value()),
                numbers(Cast.chief(), EnumSet.of(Workflow.PUBLISHED), wanted(port, null, "digue")),
                "a killed story stays on the desk");
    }

    @Test
    void who_may_read_one_section_sees_its_stories_and_their_own() {
        StoryId inPort = draft(Cast.editor(), "Le ferry", port);
        StoryId inTown = draft(Cast.editor(), "Le marché", town);
        var ofPort = new Actor(30, Set.of(new Grant(Role.REPORTER, edition.value(), port.value())));
        assertEquals(List.of(inPort.value()), numbers(ofPort, ALL, DeskList.Wanted.everything()));
        assertEquals(List.of(), numbers(ofPort, ALL, wanted(town, null)));
        assertEquals(List.of(), numbers(ofPort, ALL, wanted(null, null, "marche")));

        var contributor = new Actor(31, Role.CONTRIBUTOR);
        assertEquals(List.of(), numbers(contributor, ALL, DeskList.Wanted.everything()));
        StoryId own = draft(contributor, "Ma rue", town);
        assertEquals(List.of(own.value()), numbers(contributor, ALL, DeskList.Wanted.everything()));
        assertEquals(
                List.of(own.value(), inTown.value(), inPort.value()),
                numbers(Cast.reporter(), ALL, DeskList.Wanted.everything()));
        var nobody = new Actor(32, Set.of());
        assertEquals(List.of(), numbers(nobody, ALL, wanted(null, 31L)));
    }

    @Test
    void pages_follow_one_another_without_gap_or_doubling_while_stories_move() {
        var stories = new ArrayList<Long>();
        for (int i = 0; i < 25; i++) {
            stories.addFirst(
                    draft(Cast.editor(), "Brève " + i, i % 2 == 0 ? port : town).value());
        }
        var seen = new ArrayList<Long>();
        DeskList.Place before = null;
        do {
            DeskList.Place from = before;
            DeskList.Stretch page = press.database()
                    .read(sql -> new DeskList(sql, Cast.chief()).stories(ALL, DeskList.Wanted.everything(), from, 10));
            page.rows().forEach(row -> seen.add(row.story().value()));
            before = page.next();
            if (seen.size() == 10) { // somebody goes on with one that was shown already
                act(new SaveDraft(Cast.editor(), new StoryId(seen.get(3)), null, in("Encore", port)));
            }
        } while (before != null);
        assertEquals(stories, seen);
    }

    @Test
    void a_list_with_no_more_says_so() {
        for (int i = 0; i < 3; i++) {
            draft(Cast.editor(), "Brève " + i, port);
        }
        press.database().read(sql -> {
            var list = new DeskList(sql, Cast.chief());
            assertNull(list.stories(ALL, DeskList.Wanted.everything(), null, 3).next());
            assertNotNull(
                    list.stories(ALL, DeskList.Wanted.everything(), null, 2).next());
            assertEquals(
                    new DeskList.Count(3, false),
                    list.count(Workflow.DRAFT, DeskList.Wanted.everything()).orElseThrow());
            assertEquals(Optional.empty(), list.count(Workflow.DRAFT, wanted(null, null, "breve")));
            return true;
        });
    }

    @Test
    void a_list_of_one_section_takes_as_many_statements_however_much_stands_there() {
        Actor reporter = new Actor(30, Set.of(new Grant(Role.REPORTER, edition.value(), port.value())));
        draft(Cast.editor(), "Le ferry", port);
        int one = statements(reporter);
        for (int i = 0; i < 12; i++) {
            draft(Cast.editor(), "La digue " + i, i % 3 == 0 ? town : port);
        }
        assertEquals(9, numbers(reporter, ALL, DeskList.Wanted.everything()).size());
        assertEquals(one, statements(reporter));
    }

    private int statements(Actor actor) {
        var queries = new Queries();
        press.database().read(sql -> new DeskList(queries.over(sql), actor)
                .stories(EnumSet.of(Workflow.DRAFT), DeskList.Wanted.everything(), null, 50));
        return queries.count();
    }

    @Test
    void what_is_planned_before_an_instant_is_listed_as_far_as_rights_reach() {
        StoryId soon = draft(Cast.editor(), "Bientôt", port);
        StoryId later = draft(Cast.editor(), "Plus tard", port);
        StoryId elsewhere = draft(Cast.editor(), "En ville", town);
        draft(Cast.editor(), "Sans date", port);
        Instant now = clock.instant();
        act(new SchedulePublication(Cast.editor(), elsewhere, null, now.plus(Duration.ofHours(1)), null));
        act(new EmbargoUntil(Cast.editor(), soon, null, now.plus(Duration.ofHours(2))));
        act(new SchedulePublication(Cast.editor(), later, null, now.plus(Duration.ofDays(2)), null));
        var today = Duration.ofHours(6);
        var week = Duration.ofDays(7);
        assertEquals(Set.of(soon.value(), elsewhere.value()), Set.copyOf(planned(Cast.chief(), null, null, today)));
        assertEquals(Set.of(later.value(), soon.value()), Set.copyOf(planned(Cast.chief(), port, null, week)));
        assertEquals(List.of(), planned(Cast.chief(), null, 77L, week));
        assertEquals(
                Set.of(later.value(), soon.value(), elsewhere.value()),
                Set.copyOf(planned(Cast.chief(), null, 8L, week)));
        var ofTown = new Actor(30, Set.of(new Grant(Role.REPORTER, edition.value(), town.value())));
        assertEquals(List.of(elsewhere.value()), planned(ofTown, null, null, week));
    }

    private List<Long> planned(Actor actor, @Nullable SectionId section, @Nullable Long staff, Duration within) {
        return numbers(
                actor,
                ALL,
                new DeskList.Wanted(
                        null,
                        section,
                        staff,
                        null,
                        List.of(),
                        false,
                        clock.instant().plus(within)));
    }

    @Test
    void no_list_walks_through_the_table_of_stories() {
        draft(Cast.editor(), "Le ferry", port);
        var queries = new Queries();
        var place = new DeskList.Place(1, 1);
        press.database().read(sql -> {
            DSLContext heard = queries.over(sql);
            var everywhere = new DeskList(heard, Cast.chief());
            var somewhere =
                    new DeskList(heard, new Actor(30, Set.of(new Grant(Role.REPORTER, edition.value(), port.value()))));
            var since = Instant.parse("2026-11-01T00:00:00Z");
            for (DeskList list : List.of(everywhere, somewhere)) {
                for (DeskList.Place before : new DeskList.Place[] {null, place}) {
                    list.stories(ALL, DeskList.Wanted.everything(), before, 10);
                    list.stories(
                            ALL,
                            new DeskList.Wanted(edition, null, null, since, List.of("ferry"), false, null),
                            before,
                            10);
                    list.stories(ALL, wanted(port, null), before, 10);
                    list.stories(ALL, wanted(null, 8L), before, 10);
                }
            }
            everywhere.count(Workflow.DRAFT, DeskList.Wanted.everything());
            new NewestTexts(heard).of(List.of(new StoryId(1)));
            var wrong = new ArrayList<String>();
            if (sql.dialect() == SQLDialect.SQLITE) {
                for (String statement : queries.texts()) {
                    sql.fetch("explain query plan " + statement).forEach(step -> {
                        String detail = String.valueOf(step.get("detail"));
                        if (detail.startsWith("SCAN story") || detail.contains("TEMP B-TREE")) {
                            wrong.add(detail + ": " + statement);
                        }
                    });
                }
            }
            assertEquals(List.of(), wrong);
            assertTrue(queries.texts().size() > 40, "they were listened to");
            return true;
        });
        assertNotEquals(Set.of(), queries.texts());
    }
}
