package press.rotative.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import press.rotative.story.Mark;
import press.rotative.story.Text;

class LightTextTest {
    @Test
    void marks_become_ranges_over_plain_text() {
        assertEquals(
                Text.of(
                        "The Sterne is late, they say.",
                        List.of(
                                new Mark(4, 10, Mark.Kind.EMPHASIS, null),
                                new Mark(14, 18, Mark.Kind.STRONG, null),
                                new Mark(20, 28, Mark.Kind.LINK, "https://port.example/a"))),
                LightText.read("The *Sterne* is **late**, [they say](https://port.example/a)."));
    }

    @Test
    void marks_nest() {
        assertEquals(
                List.of(
                        new Mark(0, 4, Mark.Kind.LINK, "https://port.example/"),
                        new Mark(0, 2, Mark.Kind.STRONG, null)),
                LightText.read("[**ab**cd](https://port.example/)").marks());
    }

    @Test
    void a_backslash_makes_an_ordinary_character() {
        assertEquals(Text.of("2*3 [x] \\ n\\m"), LightText.read("2\\*3 \\[x\\] \\\\ n\\m"));
    }

    @Test
    void a_mark_that_is_not_closed_is_refused() {
        for (String wrong : List.of("*a", "**a*", "[a](https://x.example", "[a]")) {
            assertThrows(IllegalArgumentException.class, () -> LightText.read(wrong), wrong);
        }
    }
}
