package press.rotative.newsroom.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.language.Dates;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.newsroom.Alert;
import press.rotative.people.Actor;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CreateAuthor;
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
            assertTrue(clocks(press, new Actor(99, java.util.Set.of())).isEmpty(), "who may not read learns nothing");
        }
    }

    private StoryId planned(Press press) {
        EditionId edition = Cast.lePhare(press);
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
