package press.rotative.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import press.rotative.story.Difference.Change;
import press.rotative.story.Difference.Part;
import press.rotative.story.Difference.Place;
import press.rotative.story.Difference.Run;

/// What readers see of the step from one version to the next.
class DifferenceTest {

    private static StoryContent story(String headline, Block... blocks) {
        return new StoryContent(
                StoryKind.ARTICLE,
                headline,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                5,
                null,
                List.of(),
                new Body(List.of(blocks)),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static Block paragraph(String id, String text) {
        return Block.Paragraph.of(id, text);
    }

    @Test
    void the_same_words_make_no_difference() {
        var story = story("Le quai", paragraph("a", "Il est long."));
        assertEquals(List.of(), Difference.between(story, story).parts());
    }

    @Test
    void words_are_compared_inside_the_headline_and_inside_a_block() {
        var older = story("Le quai", paragraph("a", "Il mesure 54 mètres."), paragraph("b", "Rien."));
        var newer = story("Le long quai", paragraph("a", "Il mesure 48 mètres."), paragraph("b", "Rien."));
        assertEquals(
                List.of(
                        new Part(
                                Place.HEADLINE,
                                List.of(
                                        new Run(Change.SAME, "Le "),
                                        new Run(Change.NEW, "long "),
                                        new Run(Change.SAME, "quai")),
                                false),
                        new Part(
                                Place.BODY,
                                List.of(
                                        new Run(Change.SAME, "Il mesure "),
                                        new Run(Change.GONE, "54"),
                                        new Run(Change.NEW, "48"),
                                        new Run(Change.SAME, " mètres.")),
                                false)),
                Difference.between(older, newer).parts());
    }

    @Test
    void a_block_that_moved_is_not_called_rewritten_and_one_taken_out_stands_where_it_was() {
        var older = story(
                "T", paragraph("a", "Un."), paragraph("b", "Deux."), paragraph("c", "Rien."), paragraph("d", "Trois."));
        var newer = story(
                "T",
                paragraph("d", "Trois."),
                paragraph("a", "Un."),
                paragraph("c", "Rien."),
                paragraph("e", "Quatre."));
        List<Part> parts = Difference.between(older, newer).parts();
        assertEquals(
                List.of("Trois.", "Deux.", "Quatre."),
                parts.stream().map(part -> part.runs().getFirst().text()).toList());
        assertTrue(parts.get(0).moved());
        assertEquals(Change.GONE, parts.get(1).runs().getFirst().change());
        assertEquals(Change.NEW, parts.get(2).runs().getFirst().change());
    }

    @Test
    void the_title_of_a_teaser_is_no_part_of_it() {
        var older = story("T", new Block.Teaser("t", null, "Un titre retiré", null));
        assertEquals(List.of(), Difference.between(older, story("T")).parts());
    }

    @Test
    void a_very_long_part_is_shown_whole_before_and_after() {
        var older = story("T", paragraph("a", "mot ".repeat(1500)));
        var newer = story("T", paragraph("a", "mot ".repeat(1500) + "fin"));
        assertEquals(
                2, Difference.between(older, newer).parts().getFirst().runs().size());
    }
}
