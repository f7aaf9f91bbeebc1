package press.rotative.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.Reading;

/// Pages that mean harm, or were broken on the way: each is read or refused in a sentence, in bounded time.
class HostilePagesTest {
    private static final String TEXT =
            "The harbour opens on Monday, and the mayor will be there to see it with all of the council, they said.";

    @Test
    void a_page_without_running_text_is_refused() {
        refused("<!doctype html><html><body><nav><a href='/'>Home</a></nav></body></html>", "holds no article");
        refused("<html></html>", "holds no article");
    }

    @Test
    void a_page_whose_beginning_was_cut_off_is_still_a_page() {
        String page = "ent=\"x\"></head><body><div><a href='/'>Home</a><span>News</span></div>" + "<p>" + TEXT + "</p>"
                + "<p>" + TEXT.replace("Monday", "Friday") + "</p><div><a href='/x'>Other</a></div></body>";
        List<Clipping.Block> blocks = clipping(page).blocks();
        assertEquals(2, blocks.size());
        assertEquals(TEXT, ((Clipping.Paragraph) blocks.getFirst()).text());
    }

    @Test
    void control_characters_of_damaged_bytes_are_dropped() {
        for (String page : List.of(
                "A title\n\n" + TEXT.replace("harbour", "har\u0007bour"),
                "<!doctype html><p>" + TEXT.replace("harbour", "har&#7;bour") + "</p>")) {
            String text = ((Clipping.Paragraph) clipping(page).blocks().getLast()).text();
            assertTrue(text.chars().noneMatch(Character::isISOControl), text);
        }
    }

    @Test
    void elements_nested_without_end_are_refused() {
        String deep = "<!doctype html><p>" + TEXT + "</p>" + "<div>".repeat(200_000) + TEXT;
        Reading reading = read(deep.getBytes(UTF_8));
        if (reading instanceof Reading.Refused(String reason)) {
            assertTrue(reason.endsWith("."), reason);
        }
    }

    @Test
    void a_million_elements_are_refused() {
        refused("<!doctype html>" + "<b>x</b>".repeat(500_000), "elements and texts");
    }

    @Test
    void shapes_that_make_parsers_slow_take_no_time() {
        for (String piece : new String[] {
            "<a href=x>",
            "<b><i>",
            "<table><td>",
            "&amp",
            "<!--",
            "<p class='a b c d e f g'>",
            "<script>",
            "<",
            "<li><ul>",
            "<meta name=author content=x>",
            "<span>",
            "</p>",
            "<form>",
            "\"'=<a ",
            "<time datetime=x>",
            "<br>",
            "<h2><a>a b c"
        }) {
            String page = "<!doctype html><h1>A title</h1><p>" + TEXT + "</p>" + piece.repeat(400_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(page.getBytes(UTF_8)), piece);
        }
    }

    @Test
    void data_that_is_no_json_or_endlessly_deep_is_left_out() {
        for (String data : List.of(
                "{",
                "[".repeat(100_000),
                "{\"@type\":\"NewsArticle\",\"headline\":" + "[".repeat(5_000),
                "null",
                "\"a\"",
                "{\"@type\":\"NewsArticle\",\"headline\":{\"@id\":\"a\"},\"@id\":\"a\"}")) {
            Clipping clipping = clipping("<!doctype html><script type=application/ld+json>" + data
                    + "</script><h1>A title of the page</h1><p>" + TEXT + "</p>");
            assertEquals("A title of the page", clipping.headline().orElseThrow());
        }
    }

    @Test
    void no_script_or_foreign_scheme_gets_into_a_link_or_a_picture() {
        Clipping clipping = clipping("<!doctype html><base href='javascript:alert(1)'><h1>A title of the page</h1><p>"
                + TEXT
                + " <a href='javascript:alert(1)'>one</a> <a href='data:text/html,x'>two</a> <a href=' java\nscript:x'>three</a>"
                + " <a href='https://fine.example/a'>four</a></p><img src='file:///etc/passwd'><p>" + TEXT + "</p>");
        var paragraph = (Clipping.Paragraph) clipping.blocks().getFirst();
        assertEquals(
                List.of("https://fine.example/a"),
                paragraph.marks().stream().map(mark -> mark.href()).toList());
        assertTrue(clipping.blocks().stream().noneMatch(Clipping.PictureBlock.class::isInstance));
    }

    @Test
    void the_encoding_is_told_by_mark_by_meta_or_by_the_letters() {
        String page = "<!doctype html><html><head>%s</head><h1>Le café rouvre à Valmer</h1><p>"
                + "Le café du port a rouvert lundi après des mois de travaux, et les élèves y ont chanté dès l'été.</p></html>";
        String windows = page.formatted("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>");
        String mistaken = page.formatted("<meta charset=utf-8>");
        for (byte[] bytes : List.of(
                page.formatted("").getBytes(UTF_8),
                page.formatted("").getBytes(ISO_8859_1),
                page.formatted("").getBytes(UTF_16LE),
                ("\uFEFF" + page.formatted("")).getBytes(UTF_16LE),
                windows.getBytes(Charset.forName("windows-1252")),
                mistaken.getBytes(ISO_8859_1))) {
            var read = assertInstanceOf(Reading.Read.class, read(bytes));
            assertEquals("Le café rouvre à Valmer", read.clipping().headline().orElseThrow());
        }
    }

    @Property(tries = 300)
    void no_markup_makes_the_reader_throw(@ForAll String inside) {
        read(("<!doctype html><h1>A title</h1><p>" + TEXT + "</p><div " + inside + "<p>" + inside).getBytes(UTF_8));
    }

    private static Clipping clipping(String page) {
        return assertInstanceOf(Reading.Read.class, read(page.getBytes(UTF_8))).clipping();
    }

    private static void refused(String page, String words) {
        String reason = assertInstanceOf(Reading.Refused.class, read(page.getBytes(UTF_8)))
                .reason();
        assertTrue(reason.contains(words), reason);
        assertTrue(reason.endsWith("."), reason);
    }

    private static Reading read(byte[] bytes) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> new CaptureReader().read(Capture.of("page.html", bytes)));
    }
}
