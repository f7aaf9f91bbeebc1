package press.rotative.story.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import press.rotative.platform.Problem;
import press.rotative.story.StoryJson;

class PartMergeTest {
    @Test
    void words_changed_in_different_places_come_together() {
        assertEquals(
                "The new ferry comes on Monday, they say.",
                text(
                        "The ferry comes on Sunday.",
                        "The new ferry comes on Sunday.",
                        "The ferry comes on Monday, they say."));
    }

    @Test
    void the_same_change_by_both_is_made_once() {
        assertEquals("On Monday.", text("On Sunday.", "On Monday.", "On Monday."));
    }

    @Test
    void what_both_added_at_one_place_is_kept_theirs_first() {
        assertEquals("One. Three. Two.", text("One.", "One. Two.", "One. Three."));
    }

    @Test
    void the_same_word_changed_by_both_is_a_conflict() {
        assertConflict(paragraph("On Sunday.", ""), paragraph("On Monday.", ""), paragraph("On Tuesday.", ""));
    }

    @Test
    void a_word_set_in_bold_and_another_changed_come_together() {
        String bold = ",\"marks\":[{\"from\":4,\"to\":9,\"kind\":\"strong\"}]";
        assertEquals(
                json(paragraph("The ferry sails late.", bold)),
                taken(
                        paragraph("The ferry sails.", ""),
                        paragraph("The ferry sails.", bold),
                        paragraph("The ferry sails late.", "")));
    }

    @Test
    void marks_still_nest_after_both_set_some() {
        String link = ",\"marks\":[{\"from\":0,\"to\":9,\"kind\":\"link\",\"href\":\"https://example.org\"}]";
        String bold = ",\"marks\":[{\"from\":10,\"to\":15,\"kind\":\"strong\"}]";
        assertEquals(
                json(paragraph(
                        "The ferry sails.",
                        ",\"marks\":[{\"from\":0,\"to\":9,\"kind\":\"link\",\"href\":\"https://example.org\"},"
                                + "{\"from\":10,\"to\":15,\"kind\":\"strong\"}]")),
                taken(
                        paragraph("The ferry sails.", ""),
                        paragraph("The ferry sails.", link),
                        paragraph("The ferry sails.", bold)));
    }

    @Test
    void who_wrote_wins_over_who_took_out() {
        String before = paragraph("Old.", "");
        String after = paragraph("Old and new.", "");
        assertEquals(json(after), taken(before, null, after));
        assertEquals(json(after), taken(before, after, null));
        assertEquals(null, taken(before, null, before));
    }

    @Test
    void what_each_added_to_a_set_and_took_out_of_it_holds() {
        assertEquals(json("[2,5,4]"), merged("concepts", "[1,2,3]", "[2,3,4]", "[1,2,5]", true));
    }

    @Test
    void a_block_that_became_another_kind_is_not_mixed() {
        assertConflict(
                paragraph("On Sunday.", ""),
                "{\"type\":\"heading\",\"id\":\"b1\",\"text\":\"On Sunday.\",\"level\":2}",
                paragraph("On Monday.", ""));
    }

    @Test
    void blocks_moved_and_added_by_both_find_their_places() {
        assertEquals(
                List.of("c", "a", "x", "y", "b"),
                OrderMerge.of(List.of("a", "b", "c"), List.of("c", "a", "y", "b"), List.of("a", "x", "b", "c")));
    }

    @Test
    void a_change_that_is_none_is_refused() {
        assertThrows(Problem.class, () -> new PartChange("body", null, json("[]")));
        assertThrows(
                Problem.class,
                () -> new PartChange("block:b1", null, json(paragraph("x", "").replace("b1", "b2"))));
        assertThrows(Problem.class, () -> new PartChange("order", null, json("{}")));
    }

    private static String paragraph(String text, String more) {
        return "{\"type\":\"paragraph\",\"id\":\"b1\",\"text\":\"" + text + "\"" + more + "}";
    }

    private static String text(String base, String mine, String theirs) {
        JsonNode merged = taken(paragraph(base, ""), paragraph(mine, ""), paragraph(theirs, ""));
        return merged == null ? "" : merged.path("text").asText();
    }

    private static @Nullable JsonNode taken(String base, @Nullable String mine, @Nullable String theirs) {
        return merged("block:b1", base, mine, theirs, true);
    }

    private static void assertConflict(String base, String mine, String theirs) {
        merged("block:b1", base, mine, theirs, false);
    }

    private static @Nullable JsonNode merged(
            String part, String base, @Nullable String mine, @Nullable String theirs, boolean taken) {
        var change = new PartChange(part, json(base), mine == null ? null : json(mine));
        PartMerge.Merged merged = PartMerge.of(change, theirs == null ? null : json(theirs));
        return taken
                ? assertInstanceOf(PartMerge.Merged.Taken.class, merged).value()
                : json("\"" + assertInstanceOf(PartMerge.Merged.Both.class, merged) + "\"");
    }

    private static JsonNode json(String text) {
        try {
            return StoryJson.MAPPER.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
