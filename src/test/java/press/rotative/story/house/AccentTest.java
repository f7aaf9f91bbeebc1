package press.rotative.story.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import press.rotative.platform.Problem;

/// Colours as readers can read them.
class AccentTest {
    private static final Pattern TOKENS =
            Pattern.compile("--paper:(#[0-9a-f]{3,6});.*?--tint:(#[0-9a-f]{6});\\s*--accent:(#[0-9a-f]{6})");

    @Test
    void contrast_is_that_of_wcag() {
        assertEquals(21, Colour.WHITE.contrast(Colour.BLACK), 1e-9);
        assertEquals(1, Colour.of("#777777").contrast(Colour.of("#777777")), 1e-9);
        assertEquals(4.48, Colour.of("#777777").contrast(Colour.WHITE), 0.005); // just too little, as is well known
        assertEquals(4.54, Colour.of("#767676").contrast(Colour.WHITE), 0.005);
        assertEquals(5.25, Colour.of("#ff0000").contrast(Colour.BLACK), 0.005);
        assertEquals("4.4", Look.ratio(4.49));
    }

    @Test
    void the_grounds_and_the_usual_colours_are_those_of_the_style_sheet() throws IOException {
        Matcher tokens = TOKENS.matcher(Files.readString(Path.of("src/main/web/site.css")));
        for (Accent.Scheme scheme : Accent.Scheme.values()) {
            assertTrue(tokens.find(), "the tokens of " + scheme);
            String paper = tokens.group(1).length() == 4 ? "#ffffff" : tokens.group(1);
            assertEquals(List.of(Colour.of(paper), Colour.of(tokens.group(2))), scheme.grounds());
            assertTrue(Accent.readable(Colour.of(tokens.group(3)), scheme));
        }
    }

    @Test
    void the_nearest_colour_can_be_read_and_is_the_same_where_nothing_is_wrong() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            var colour = new Colour(random.nextInt(256), random.nextInt(256), random.nextInt(256));
            assertTrue(colour.contrast(Accent.on(colour)) >= Accent.ENOUGH, colour.hex());
            for (Accent.Scheme scheme : Accent.Scheme.values()) {
                Colour nearest = Accent.nearest(colour, scheme);
                assertTrue(Accent.readable(nearest, scheme), colour.hex());
                assertEquals(Accent.readable(colour, scheme), nearest.equals(colour), colour.hex());
                // On light it is darker, on dark lighter: no further than is needed.
                boolean darker = nearest.luminance() <= colour.luminance();
                assertTrue(
                        nearest.equals(colour) || darker == (scheme == Accent.Scheme.LIGHT),
                        colour.hex() + " to " + nearest.hex());
            }
        }
    }

    @Test
    void a_colour_that_cannot_be_read_is_refused_with_one_that_can() {
        Problem refused = assertThrows(Problem.class, () -> Look.PLAIN.withColours("#f0a000", "#ff8a66"));
        String sentence = refused.getMessage();
        assertTrue(sentence.contains("needs 4.5:1"), sentence);
        Matcher nearest = Pattern.compile("#[0-9a-f]{6}").matcher(sentence);
        assertTrue(nearest.find());
        assertEquals(
                nearest.group(),
                Look.PLAIN.withColours(nearest.group(), "#FF8A66").accent());
        assertThrows(Problem.class, () -> Look.PLAIN.withColours("#b4300f", "#123456"));
        assertThrows(Problem.class, () -> Look.PLAIN.withColours("#b4300f", null), "both or none");
    }

    @Test
    void nothing_but_a_colour_gets_into_a_style_sheet() {
        for (String hostile : List.of(
                "#b4300f;}body{display:none",
                "#b4300f/**/",
                "red",
                "#b43",
                "url(https://evil.example)",
                "#b4300f\n@import 'x'",
                "expression(alert(1))",
                "var(--ink)",
                "＃b4300f",
                "#b4300g")) {
            assertThrows(Problem.class, () -> Look.PLAIN.withColours(hostile, hostile), hostile);
        }
        var sheet = new String(
                Look.PLAIN.withColours(" #B4300F ", "#ff8a66").sheet().bytes(), StandardCharsets.UTF_8);
        assertTrue(sheet.startsWith(":root{--accent:#b4300f;--on:#ffffff}"), sheet);
        assertFalse(sheet.contains("url("), sheet);
    }

    @Test
    void an_edition_takes_what_it_lacks_from_the_newsroom() {
        var sheet = new HouseFile("look-0123456789abcdef.css", "text/css", 0, 0);
        var other = new HouseFile("look-fedcba9876543210.css", "text/css", 0, 0);
        var logo = new HouseFile("logo-0123456789abcdef.svg", "image/svg+xml", 10, 4);
        Look newsroom = Look.PLAIN.withColours("#b4300f", "#ff8a66").styled(sheet);
        Look edition = Look.PLAIN.withLogo(logo, null).styled(other);
        Look both = edition.over(newsroom);
        assertEquals("#b4300f", both.accent());
        assertEquals(sheet, both.style(), "the colours are the newsroom's");
        assertEquals(logo, both.logo());
        assertEquals(other, edition.over(Look.PLAIN).style());
        assertEquals(newsroom, Look.PLAIN.over(newsroom));
        assertEquals(Look.PLAIN, Look.PLAIN.over(Look.PLAIN));
    }
}
