package press.rotative.newsroom.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import press.rotative.media.PictureId;
import press.rotative.platform.Problem;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Mark;
import press.rotative.story.Text;

/// The body of a story as text with marks: what is written reads back as the same, and blocks keep their ids.
class MarkedBlocksTest {
    private static Block only(String source) {
        List<MarkedBlocks.Read> read = MarkedBlocks.read(source);
        assertEquals(1, read.size(), source);
        return ((MarkedBlocks.Read.Written) read.getFirst()).block();
    }

    @Test
    void each_kind_of_block_has_its_sign() {
        assertEquals(new Block.Heading("", "Sous le ponton", 2), only("## Sous le ponton"));
        assertEquals(new Block.Heading("", "Et après", 3), only("### Et après"));
        assertEquals(
                new Block.Quote("", "Deux minutes,\npas douze.", List.of(), "Hélène Guivarch"),
                only("> Deux minutes,\n> pas douze.\n> -- Hélène Guivarch"));
        assertEquals(new Block.Items("", false, List.of(Text.of("un"), Text.of("deux"))), only("- un\r\n- deux\r\n"));
        assertEquals(new Block.Items("", true, List.of(Text.of("un"), Text.of("deux"))), only("1. un\n2. deux"));
        assertEquals(new Block.Question("", "Pourquoi ?", List.of(), "Maud"), only("?[Maud] Pourquoi ?"));
        assertEquals(Block.Paragraph.of("", "- un\nnon"), only("- un\nnon"), "a list is one in every line");
        assertEquals(2, MarkedBlocks.read("un\n\n \n\ndeux").size());
        assertEquals(2, MarkedBlocks.read("## Titre\nTexte").size(), "a heading ends with its line");
    }

    @Test
    void signs_inside_a_text_are_marks() {
        var text =
                MarkedText.read("Le **_Sterne_**, [bac](https://a.example/x_y_z) de 5 m^2^ et H~2~O, snake_case_name");
        assertEquals("Le Sterne, bac de 5 m2 et H2O, snake_case_name", text.plain());
        assertEquals(
                List.of(
                        new Mark(3, 9, Mark.Kind.STRONG, null),
                        new Mark(3, 9, Mark.Kind.EMPHASIS, null),
                        new Mark(11, 14, Mark.Kind.LINK, "https://a.example/x_y_z"),
                        new Mark(21, 22, Mark.Kind.SUPERSCRIPT, null),
                        new Mark(27, 28, Mark.Kind.SUBSCRIPT, null)),
                text.marks());
        assertEquals("[…] 5 * 3 ~ 4 ** x", MarkedText.read("[…] 5 * 3 ~ 4 ** x").plain());
        assertEquals("**x**", MarkedText.read("\\**x\\**").plain());
        assertThrows(Problem.class, () -> MarkedText.read("[ici](javascript:alert)"));
    }

    @Test
    void every_block_reads_back_as_it_was_or_is_only_named() {
        var random = new Random(7);
        String letters = "ab é*_`~^[]()\\#>-?.1 \n😀:/";
        int named = 0;
        for (int i = 0; i < 20_000; i++) {
            Block block = block(random, letters);
            String written = MarkedBlocks.write(block);
            List<MarkedBlocks.Read> read = MarkedBlocks.read(written);
            assertEquals(1, read.size(), written);
            switch (read.getFirst()) {
                case MarkedBlocks.Read.Written(String source, Block same) -> assertEquals(block.withId(""), same);
                case MarkedBlocks.Read.Kept(String id) -> {
                    assertEquals(block.id(), id);
                    named++;
                }
            }
        }
        assertTrue(named < 8_000, "most can be written: " + named);
    }

    private static Block block(Random random, String letters) {
        String text = text(random, letters);
        List<Mark> marks = marks(random, text);
        return switch (random.nextInt(6)) {
            case 0 -> new Block.Heading("b1", text.replace('\n', ' '), 2 + random.nextInt(2));
            case 1 -> new Block.Quote("b1", text, marks, random.nextBoolean() ? "M. Okafor" : null);
            case 2 ->
                new Block.Items("b1", random.nextBoolean(), List.of(Text.of(text.replace('\n', ' ')), Text.of("x")));
            case 3 -> new Block.Question("b1", text, marks, random.nextBoolean() ? "Maud" : null);
            default -> new Block.Paragraph("b1", text, marks);
        };
    }

    private static String text(Random random, String letters) {
        var text = new StringBuilder();
        int[] points = letters.codePoints().toArray();
        for (int i = 1 + random.nextInt(30); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    private static List<Mark> marks(Random random, String text) {
        if (random.nextInt(3) > 0 || text.length() < 3 || text.contains("😀")) {
            return List.of();
        }
        int from = random.nextInt(text.length() - 1);
        int to = from + 1 + random.nextInt(text.length() - from - 1);
        Mark.Kind kind = Mark.Kind.values()[random.nextInt(6)];
        var marks = new ArrayList<Mark>();
        marks.add(new Mark(from, to, kind, kind == Mark.Kind.LINK ? "https://a.example/(x)" : null));
        if (random.nextBoolean() && kind != Mark.Kind.STRONG) {
            marks.add(new Mark(from, to, Mark.Kind.STRONG, null));
        }
        return marks;
    }

    private static final Body BEFORE = new Body(List.of(
            Block.Paragraph.of("b1", "Il était minuit passé quand les mains se sont levées."),
            new Block.Heading("b2", "Sous le ponton", 2),
            new Block.Illustration("b3", new PictureId(4), "La passe", null),
            Block.Paragraph.of("b4", "La raison tient dans un carottage."),
            Block.Paragraph.of("b5", "La préfecture demande une analyse complète avant tout dragage.")));

    private static List<String> ids(String source) {
        return BlockMatch.of(BEFORE, source).blocks().stream().map(Block::id).toList();
    }

    @Test
    void blocks_keep_their_ids_when_they_are_changed_moved_and_others_come_between() {
        String source = MarkedBlocks.write(BEFORE.blocks());
        assertEquals(BEFORE, BlockMatch.of(BEFORE, source), "nothing was done");
        assertEquals(List.of("b1", "b2", "b3", "b4", "b5"), ids(source.replace("minuit passé", "une heure")));
        assertEquals(
                List.of("b1", "b2", "b3", "b4", "b5"),
                ids(source.replace("La raison tient dans un carottage.", "Non.")));
        assertEquals(List.of("b5", "b1", "b2", "b4", "b3"), ids("""
                        La préfecture demande une analyse complète avant tout dragage.

                        Il était minuit passé quand les mains se sont levées.

                        ## Sous le ponton

                        La raison tient dans un carottage.

                        [[b3]] La passe"""));
        List<String> ids = ids(source.replace("[[b3]] La passe\n\n", "Nouveau.\n\nEncore neuf et long.\n\n"));
        assertEquals(List.of("b1", "b2"), ids.subList(0, 2));
        assertTrue(ids.get(2).startsWith("n") && ids.get(3).startsWith("n"), ids.toString());
        assertEquals(List.of("b4", "b5"), ids.subList(4, 6));
        assertEquals(List.of("b1"), ids("Il était minuit passé quand les mains se sont enfin levées."));
        assertEquals(List.of(), ids(" \n "));
    }

    @Test
    void a_line_that_names_no_part_of_the_story_is_refused() {
        assertThrows(Problem.class, () -> ids("[[b9]]"));
        assertThrows(Problem.class, () -> ids("[[b3]]\n\n[[b3]]"));
    }
}
