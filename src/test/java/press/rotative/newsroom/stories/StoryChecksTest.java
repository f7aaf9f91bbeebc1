package press.rotative.newsroom.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.Queries;
import press.rotative.language.Dates;
import press.rotative.language.Digits;
import press.rotative.language.Tongue;
import press.rotative.language.Words;
import press.rotative.people.Actor;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Mark;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryJson;

/// What the checks beside a text find, and what they cost.
class StoryChecksTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    @Test
    void a_name_that_stands_twice_is_found_in_any_script() {
        assertEquals(Optional.of("Kervarn"), StoryChecks.nameTwice("La maire Kervarn Kervarn a dit non."));
        assertEquals(Optional.empty(), StoryChecks.nameTwice("Elle a dit non non."));
        assertEquals(Optional.of("محمود"), StoryChecks.nameTwice("قال الوزير محمود محمود أمس"));
        assertEquals(Optional.of("ليلى"), StoryChecks.nameTwice("التقت ليلى ليلى بالصيادين"));
        assertEquals(Optional.empty(), StoryChecks.nameTwice("تقدموا رويدًا رويدًا، وكان البحر جدا جدا هائجا"));
        assertEquals(Optional.empty(), StoryChecks.nameTwice("من من جاء"));
    }

    @Test
    void checks_of_many_links_and_cards_ask_the_database_no_more_often_than_those_of_one() {
        try (Press press = Press.open(data, Optional.empty(), CLOCK)) {
            assertEquals(asked(press, 7), asked(press, 40));
        }
    }

    private static int asked(Press press, int most) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            var link = new Mark(0, 3, Mark.Kind.LINK, "/fr/port/un-titre-" + "b".repeat(6) + i % 7);
            blocks.add(new Block.Paragraph("", "Ici.", List.of(link)));
            blocks.add(new Block.Teaser("", new StoryId(100 + i), null, null));
        }
        StoryContent content = StoryJson.read("{\"headline\":\"Un titre\"}").withBody(new Body(blocks));
        Words words = Words.in("newsroom", Tongue.of("en"), Digits.WESTERN);
        var dates = new Dates(words, Tongue.of("en"), ZoneId.of("UTC"), CLOCK.instant());
        var queries = new Queries();
        press.database().read(sql -> {
            List<StoryChecks.Check> checks =
                    new StoryChecks(queries.over(sql), words, dates, CLOCK.instant()).of(content);
            assertEquals(
                    Math.min(most, 7) + most,
                    checks.stream()
                            .filter(check ->
                                    check.part() != null && check.part().equals("block:"))
                            .count());
            var shown = new StoriesOfStory(queries.over(sql), words, Actor.OPERATOR);
            return shown.of(content.usedStories());
        });
        return queries.count();
    }
}
