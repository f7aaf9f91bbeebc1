package press.rotative.fill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.acts.CreateEdition;

/// A newsroom is filled to the exact number, also after it was cut, and always says the same.
class FillTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void a_newsroom_is_filled_to_the_exact_number_and_all_agrees() {
        try (Press press = open("whole")) {
            Fill.Ended ended = new Fill(press).upTo(1_120, new Unwatched(Integer.MAX_VALUE));
            assertEquals(new Fill.Ended(1_120, true), ended);
            assertEquals(1_120, contents(press).size());
            assertEquals(List.of(), new Inspection(press, part -> {}).findings());
        }
    }

    @Test
    void a_filling_that_was_stopped_goes_on_where_it_stopped_and_says_the_same() {
        List<StoryContent> atOnce;
        try (Press press = open("at-once")) {
            new Fill(press).upTo(1_600, new Unwatched(Integer.MAX_VALUE));
            atOnce = contents(press);
        }
        try (Press press = open("in-parts")) {
            Fill.Ended stopped = new Fill(press).upTo(1_600, new Unwatched(1));
            assertFalse(stopped.whole());
            assertEquals(500, stopped.stories());
        }
        try (Press press = open("in-parts")) {
            assertEquals(new Fill.Ended(1_600, true), new Fill(press).upTo(1_600, new Unwatched(Integer.MAX_VALUE)));
            assertEquals(atOnce, contents(press));
        }
    }

    @Test
    void the_same_number_again_adds_nothing() {
        try (Press press = open("again")) {
            new Fill(press).upTo(30, new Unwatched(Integer.MAX_VALUE));
            long number = press.number().current();
            assertEquals(new Fill.Ended(30, true), new Fill(press).upTo(30, new Unwatched(Integer.MAX_VALUE)));
            assertEquals(number, press.number().current());
        }
    }

    @Test
    void a_newsroom_of_others_is_never_filled() {
        try (Press press = open("others")) {
            press.acts()
                    .perform(new CreateEdition(
                            Actor.OPERATOR, "fr", "fr", false, "Le Vrai", null, "Europe/Paris", "{}"));
            long number = press.number().current();
            var fill = new Fill(press);
            var problem = assertThrows(Problem.class, () -> fill.upTo(10, new Unwatched(Integer.MAX_VALUE)));
            assertEquals(Problem.Category.CONFLICT, problem.category());
            assertEquals(number, press.number().current());
        }
    }

    @Test
    void stories_are_long_as_stories_are_and_their_dates_fill_the_years() {
        var world = new World();
        var outlines = new Outlines(1, LocalDate.parse("2026-11-24"), world);
        var years = new java.util.TreeMap<Integer, Integer>();
        for (long number = 0; number < 10_000; number++) {
            years.merge(outlines.of(number).published().atZone(ZoneOffset.UTC).getYear(), 1, Integer::sum);
        }
        assertEquals(Calendar.YEARS + 1, years.size());
        assertTrue(years.values().stream().allMatch(count -> count > 50), years.toString());
        try (Press press = open("long")) {
            new Fill(press).upTo(200, new Unwatched(Integer.MAX_VALUE));
            double mean = contents(press).stream()
                    .mapToInt(content -> content.body().toString().split("\\s+").length)
                    .average()
                    .orElse(0);
            assertTrue(mean > 350 && mean < 1000, "words of a story: " + mean);
        }
    }

    private Press open(String name) {
        return Press.open(folder.resolve(name), Optional.empty(), CLOCK);
    }

    private static List<StoryContent> contents(Press press) {
        return press.database().read(sql -> {
            var stories = new Stories(sql);
            var contents = new ArrayList<StoryContent>();
            for (var page = stories.after(0, 500);
                    !page.isEmpty();
                    page = stories.after(page.getLast().id().value(), 500)) {
                page.forEach(story -> contents.add(stories.liveContent(story).orElseThrow()));
            }
            return contents;
        });
    }

    /// Stops it after some blocks.
    private static final class Unwatched implements Fill.Watching {
        private final int most;
        private int told;

        Unwatched(int most) {
            this.most = most;
        }

        @Override
        public void told(long done, long behind) {
            told++;
        }

        @Override
        public boolean stopped() {
            return told >= most;
        }
    }
}
