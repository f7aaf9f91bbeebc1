package press.rotative.newsroom.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
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
import press.rotative.story.StoryId;
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

    @Test
    void a_schedule_that_was_missed_is_told_to_who_may_publish() {
        try (Press press = Press.open(data, Optional.empty(), clock)) {
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
        try (Press press = Press.open(data, Optional.empty(), clock)) {
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
        return press.database().read(sql -> {
            var editions = new Editions(sql).all();
            var dates = new Dates(WORDS, Tongue.of("en"), editions.getFirst().timeZone(), clock.instant());
            return new Clocks(sql, WORDS, dates, clock.instant(), editions).next(actor);
        });
    }

    private List<Boolean> lateOnDesk(Press press) {
        return clocks(press, Cast.chief()).stream().map(DeskPage.Clock::late).toList();
    }
}
