package press.rotative.newsroom.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.Queries;
import press.rotative.TickingClock;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.language.Dates;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.newsroom.Alert;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.SectionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.AssignStory;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.SchedulePublication;

/// A clock that struck without effect is told loudly, to those who can do something about it.
class LateClocksTest {
    private static final Words WORDS = Words.in("newsroom", Tongue.of("en"), Digits.WESTERN);

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-24T10:00:00Z"));

    @TempDir
    Path data;

    Optional<String> database() {
        return Optional.empty();
    }

    @Test
    void a_schedule_that_was_missed_is_told_to_who_may_publish() {
        try (Press press = Press.open(data, database(), clock)) {
            StoryId story = planned(press);
            var late = new LateClocks(clock);
            assertEquals(List.of(), alerts(press, late, Cast.chief()), "it is still to come");
            assertEquals(List.of(false), lateOnDesk(press));
            clock.advance(Duration.ofMinutes(61));
            assertEquals(
                    List.of(new Alert(
                            true, "1 clock has struck and nothing happened.", "/newsroom/stories/" + story.value())),
                    alerts(press, late, Cast.chief()));
            assertEquals(List.of(), alerts(press, late, Cast.reporter()));
            assertEquals(List.of(true), lateOnDesk(press));
            assertTrue(clocks(press, new Actor(99, Set.of())).isEmpty(), "who may not read learns nothing");
        }
    }

    @Test
    void other_jobs_and_stories_of_others_hide_nothing_and_are_not_counted() {
        try (Press press = Press.open(data, database(), clock)) {
            EditionId edition = Cast.lePhare(press);
            EditionId other = press.acts()
                    .perform(new CreateEdition(
                            Actor.OPERATOR, "en", "en", false, "The Lighthouse", null, "Europe/Paris", null))
                    .value();
            Instant before = clock.instant().plus(Duration.ofMinutes(10));
            for (int i = 0; i < 100; i++) {
                long picture = 1000 + i;
                StoryId theirs = press.acts()
                        .perform(new CreateStory(Actor.OPERATOR, other, Cast.brief("Theirs " + i, "x"), null, false))
                        .value()
                        .story();
                press.acts().perform(transaction -> {
                    Jobs.set(transaction, JobKind.RIGHTS_END, picture, before);
                    Jobs.set(transaction, JobKind.EXPIRY, theirs.value(), before);
                    return true;
                });
            }
            StoryId story = planned(press, edition);
            Actor chief = new Actor(7, Set.of(new Grant(Role.CHIEF_EDITOR, edition.value(), 0)));
            assertEquals(
                    List.of("/newsroom/stories/" + story.value()),
                    clocks(press, chief).stream().map(DeskPage.Clock::path).toList());
            assertEquals(8, clocks(press, Cast.chief()).size());
            var late = new LateClocks(clock);
            assertEquals(List.of(), alerts(press, late, chief));
            clock.advance(Duration.ofMinutes(30));
            assertEquals(List.of(), alerts(press, late, chief), "those that are late are not theirs");
            assertEquals(
                    "/newsroom/desk#clocks",
                    alerts(press, late, Cast.chief()).getFirst().link());
            clock.advance(Duration.ofMinutes(31));
            assertEquals(
                    List.of(new Alert(
                            true, "1 clock has struck and nothing happened.", "/newsroom/stories/" + story.value())),
                    alerts(press, late, chief));
            assertEquals(
                    "101 clocks have struck and nothing happened.",
                    alerts(press, late, Cast.chief()).getFirst().sentence());
        }
    }

    /// Whoever reads little pays for little, and sees theirs however much waits of others.
    @Test
    void clocks_of_others_cost_nothing_and_hide_nothing() {
        try (Press press = Press.open(data, database(), clock)) {
            EditionId edition = Cast.lePhare(press);
            SectionId port = section(press, edition, "Port");
            SectionId town = section(press, edition, "Ville");
            Instant before = clock.instant().plus(Duration.ofMinutes(10));
            long other = press.acts()
                    .perform(new CreateEdition(
                            Actor.OPERATOR, "en", "en", false, "The Lighthouse", null, "Europe/Paris", null))
                    .value()
                    .value();
            press.acts().perform(transaction -> {
                for (long story = 100_000; story < 103_100; story++) {
                    transaction
                            .sql()
                            .execute("insert into story (id, uri, edition_id, family_id, workflow, last_version,"
                                    + " notice_titled, created_at) values (" + story + ", 'u" + story + "', " + other
                                    + ", " + story + ", 'DRAFT', 0, false, 0)");
                    Jobs.set(transaction, JobKind.EXPIRY, story, before);
                }
                return true;
            });
            for (int i = 0; i < 70; i++) {
                waiting(press, edition, town, before);
            }
            StoryId own = waiting(press, edition, town, before.plusSeconds(1));
            press.acts().perform(new AssignStory(Actor.OPERATOR, own, Set.of(21L)));
            StoryId there = waiting(press, edition, port, before.plusSeconds(2));
            StoryId nowhere = waiting(press, edition, null, before.plusSeconds(3));
            press.acts().perform(new AssignStory(Actor.OPERATOR, nowhere, Set.of(22L)));
            Actor contributor = new Actor(21, Role.CONTRIBUTOR);
            Actor reporter = new Actor(22, Set.of(new Grant(Role.REPORTER, edition.value(), port.value())));
            Actor editor = new Actor(23, Set.of(new Grant(Role.EDITOR, edition.value(), port.value())));
            assertEquals(List.of(path(own)), paths(press, contributor));
            assertEquals(List.of(path(there)), paths(press, reporter), "rights of a section hold in that section only");
            assertEquals(List.of(path(there)), paths(press, editor));
            assertEquals(8, clocks(press, Cast.chief()).size());
            for (Actor actor : List.of(contributor, reporter, editor, Cast.chief(), new Actor(24, Set.of()))) {
                assertAtMost(8, press, sql -> clocks(sql, actor));
            }
            clock.advance(Duration.ofHours(1));
            assertAtMost(6, press, sql -> new LateClocks(clock).alerts(sql, editor, WORDS));
            assertAtMost(8, press, sql -> new LateClocks(clock).alerts(sql, Cast.chief(), WORDS));
            assertEquals(
                    "200 clocks have struck and nothing happened.",
                    alerts(press, new LateClocks(clock), Cast.chief())
                            .getFirst()
                            .sentence());
        }
    }

    private static void assertAtMost(int statements, Press press, Function<DSLContext, ?> screen) {
        var queries = new Queries();
        press.database().read(sql -> screen.apply(queries.over(sql)));
        assertTrue(queries.count() <= statements, () -> queries.count() + " statements: " + queries.texts());
        assertTrue(queries.rows() <= 500, () -> queries.rows() + " rows");
    }

    private static SectionId section(Press press, EditionId edition, String name) {
        return press.acts()
                .perform(new CreateSection(Actor.OPERATOR, edition, name, null))
                .value();
    }

    private static StoryId waiting(Press press, EditionId edition, @Nullable SectionId section, Instant until) {
        StoryContent content = section == null ? Cast.brief("Sans rubrique", "x") : Cast.bareArticle("Texte", section);
        StoryId story = press.acts()
                .perform(new CreateStory(Actor.OPERATOR, edition, content, null, false))
                .value()
                .story();
        press.acts().perform(transaction -> {
            Jobs.set(transaction, JobKind.EXPIRY, story.value(), until);
            return true;
        });
        return story;
    }

    private static String path(StoryId story) {
        return "/newsroom/stories/" + story.value();
    }

    private List<String> paths(Press press, Actor actor) {
        return clocks(press, actor).stream().map(DeskPage.Clock::path).toList();
    }

    private StoryId planned(Press press) {
        return planned(press, Cast.lePhare(press));
    }

    private StoryId planned(Press press, EditionId edition) {
        var port = press.acts()
                .perform(new CreateSection(Actor.OPERATOR, edition, "Port", null))
                .value();
        var author = press.acts()
                .perform(new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null))
                .value();
        StoryId story = press.acts()
                .perform(new CreateStory(
                        Actor.OPERATOR, edition, Cast.article("La digue", port, author.id()), null, false))
                .value()
                .story();
        press.acts()
                .perform(new SchedulePublication(
                        Actor.OPERATOR, story, null, clock.instant().plus(Duration.ofHours(1)), null));
        return story;
    }

    private static List<Alert> alerts(Press press, LateClocks late, Actor actor) {
        return press.database().read(sql -> late.alerts(sql, actor, WORDS));
    }

    private List<DeskPage.Clock> clocks(Press press, Actor actor) {
        return press.database().read(sql -> clocks(sql, actor));
    }

    private List<DeskPage.Clock> clocks(DSLContext sql, Actor actor) {
        var editions = new Editions(sql).all();
        var dates = new Dates(WORDS, Tongue.of("en"), editions.getFirst().timeZone(), clock.instant());
        return new Clocks(sql, WORDS, dates, clock.instant(), editions).next(actor);
    }

    private List<Boolean> lateOnDesk(Press press) {
        return clocks(press, Cast.chief()).stream().map(DeskPage.Clock::late).toList();
    }
}
