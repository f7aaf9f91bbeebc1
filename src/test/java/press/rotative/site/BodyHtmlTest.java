package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import press.rotative.language.FrenchTypography;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Mark;

/// The body of a story as markup.
class BodyHtmlTest {
    @Test
    void code_and_addresses_stand_as_they_were_written_while_the_words_around_are_set() {
        String text = "Tapez ls -l ? ok ! dans https://exemple.fr/a?b=1 : c'est « tout » !";
        int code = text.indexOf("ls");
        String html = html(new Block.Paragraph(
                "", text, List.of(new Mark(code, code + "ls -l ? ok !".length(), Mark.Kind.CODE, null))));
        assertEquals(
                "<p>Tapez <code>ls -l ? ok !</code> dans https://exemple.fr/a?b=1\u00a0: c’est «\u202ftout\u202f»\u202f!</p>\n",
                html);
    }

    @Test
    void a_mark_inside_code_says_nothing_and_one_around_it_is_kept() {
        String text = "Ici a ! b fin";
        String html = html(new Block.Paragraph(
                "",
                text,
                List.of(
                        new Mark(0, 13, Mark.Kind.STRONG, null),
                        new Mark(4, 9, Mark.Kind.CODE, null),
                        new Mark(4, 5, Mark.Kind.EMPHASIS, null))));
        assertEquals("<p><strong>Ici <code>a ! b</code> fin</strong></p>\n", html);
    }

    @Test
    void questions_and_who_asks_are_told_from_answers() {
        assertEquals(
                "<p class=\"ask\"><cite>Le Phare</cite> Et à la barre\u202f?</p>\n",
                html(new Block.Question("", "Et à la barre ?", List.of(), "Le Phare")));
    }

    @Test
    void a_lower_heading_that_comes_first_is_of_the_higher_level() {
        String html = BodyHtml.of(
                new Body(List.of(new Block.Heading("a", "Un", 3), new Block.Heading("b", "Deux", 3))),
                "",
                new French());
        assertEquals("<h2>Un</h2>\n<h3>Deux</h3>\n", html);
    }

    private static String html(Block block) {
        return BodyHtml.of(new Body(List.of(block)), "", new French());
    }

    /// A page in French without pictures or other stories.
    private static final class French implements BodyHtml.Target {
        @Override
        public String text(String plain) {
            return FrenchTypography.set(plain);
        }

        @Override
        public String address(String href) {
            return href;
        }

        @Override
        public String picture(Block.Illustration picture) {
            return "";
        }

        @Override
        public String teaser(Block.Teaser teaser) {
            return "";
        }

        @Override
        public String correction(Block.Correction correction) {
            return "";
        }
    }
}
