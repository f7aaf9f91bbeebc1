package press.rotative.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Reading;

/// Captures that are none: each is refused in a sentence that says what to do, in bounded time and memory. The
/// largest that a capture may be are read by [LargestCapturesTest].
class HostileCapturesTest {

    private static final String SENTENCE =
            "The harbour opens on Monday, and the mayor will be there to see it, they said. ";

    @Test
    void an_empty_source_is_refused() {
        assertRefused(new byte[0], "is empty");
        assertRefused(" \n\t\u00A0\n".getBytes(UTF_8), "holds no visible text");
    }

    @Test
    void binary_data_is_refused() {
        byte[] noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        assertRefused(noise, "binary data");
        byte[] picture = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0};
        assertRefused(picture, "binary data");
    }

    @Test
    void bytes_that_no_encoding_fits_are_refused() {
        byte[] bytes = (SENTENCE + "xx").getBytes(UTF_8);
        for (int at = 10; at < bytes.length; at += 3) {
            bytes[at] = (byte) 0xF7;
        }
        assertRefused(bytes, "encoding");
    }

    @Test
    void a_label_that_nobody_knows_is_refused() {
        assertRefused(("Content-Type: text/plain; charset=x-moon-8\n\n" + SENTENCE).getBytes(UTF_8), "x-moon-8");
    }

    @Test
    void a_label_that_the_bytes_contradict_is_refused() {
        byte[] bytes = ("Content-Type: text/plain; charset=utf-8\n\nCaf\u00E9. " + SENTENCE)
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertRefused(bytes, "labelled utf-8, but the byte at offset 44 (E9, in line 3) is not UTF-8. Mend that place");
    }

    @Test
    void a_text_cut_within_its_last_letter_is_refused_at_that_byte() {
        byte[] whole = ("Content-Type: text/plain; charset=utf-8\n\n" + SENTENCE + "Caf\u00E9").getBytes(UTF_8);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
        assertRefused(cut, "the byte at offset " + (cut.length - 1) + " (C3, in line 3) is not UTF-8.");
    }

    @Test
    void a_page_with_many_damaged_bytes_is_refused_at_the_first() {
        byte[] page = ("<!doctype html><meta charset=utf-8>\n<p>" + (SENTENCE + "\u00E9. ").repeat(40)).getBytes(UTF_8);
        for (int at = 100; at < page.length; at += 7) {
            page[at] = (byte) 0xF7;
        }
        assertRefused(page, "labelled utf-8, but the byte at offset 100 (F7, in line 2) is not UTF-8.");
    }

    @Test
    void nul_characters_are_refused() {
        assertRefused(("A title\n\n" + SENTENCE + "\0").getBytes(UTF_8), "binary data");
        assertRefused(("\uFEFFA title\n\n" + SENTENCE + "\0").getBytes(UTF_8), "NUL");
    }

    @Test
    void a_page_of_furniture_only_holds_no_article() {
        assertRefused(
                "Accueil\nMenu\nPartager\nTweeter\nR\u00E8gles de conduiteDiscussion\n".getBytes(UTF_8), "no article");
        assertRefused("A title without any text\n".getBytes(UTF_8), "no article");
    }

    @Test
    void formats_for_machines_are_refused_by_name() {
        assertRefused(("<?xml version=\"1.0\"?>\n<rss>" + SENTENCE).getBytes(UTF_8), "is XML");
        assertRefused(("{\n \"text\": \"" + SENTENCE + "\"}").getBytes(UTF_8), "is JSON");
        assertRefused(("WARC/1.0\r\nWARC-Type: response\r\n\r\n" + SENTENCE).getBytes(UTF_8), "a web archive");
        assertRefused(("{\\rtf1\\ansi " + SENTENCE).getBytes(UTF_8), "is RTF");
    }

    @Test
    void one_endless_line_is_refused() {
        assertRefused(SENTENCE.repeat(100_000).getBytes(UTF_8), "a line of");
        assertRefused("a".repeat(5_000_000).getBytes(UTF_8), "a line of");
    }

    @Test
    void a_million_lines_are_refused() {
        assertRefused((SENTENCE + "\n").repeat(200_000).getBytes(UTF_8), "lines; a capture is one page");
        assertRefused("a\n".repeat(1_000_000).getBytes(UTF_8), "lines; a capture is one page");
    }

    @Test
    void two_hundred_megabytes_are_refused_before_they_are_read() throws IOException {
        long[] read = new long[1];
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 'a';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                java.util.Arrays.fill(into, from, from + length, (byte) 'a');
                read[0] += length;
                return length;
            }
        };
        var refused = assertInstanceOf(Capture.Taking.Refused.class, Capture.take("endless.txt", endless));
        assertTrue(refused.reason().contains("20 MB"));
        assertTrue(read[0] < 21L * 1024 * 1024, () -> read[0] + " bytes were read");
    }

    @Test
    void shapes_that_make_backtracking_matchers_hang_take_no_time() {
        for (String piece : new String[] {
            "partager ",
            "Commenter via ",
            "\u00A9 ",
            "Par A, ",
            "((((",
            "1 ",
            ". A",
            "24 nov ",
            "Lire aussi: ",
            "#a ",
            "tags: ",
            "Partager",
            "Commenter viaCommenter via",
            "> ",
            "\u00AB",
            "12:40 24.11."
        }) {
            String line = piece.repeat(lineLength() / piece.length());
            String page = "A title for the page\n\n" + SENTENCE + "\n" + line + "\n";
            String lines = "A title for the page\n\n" + SENTENCE + "\n" + (piece.repeat(20) + "\n").repeat(lines() / 2);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> new CaptureReader().read(Capture.of("a", page.getBytes(UTF_8))),
                    piece);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> new CaptureReader().read(Capture.of("a", lines.getBytes(UTF_8))),
                    piece);
        }
    }

    @Test
    void the_largest_page_of_any_parts_is_read_in_seconds() {
        String text = "The harbour opens on Monday, and the mayor number %d will be there to see it, they said.\n";
        for (String part : new String[] {
            text + "\n",
            text,
            "A title number %d of the page\n\n",
            "A title number %d of the page\n" + text + "\n",
            "A title number %d of the page\n\u00A9 Outlet %d . Press\n" + text + "\n",
            "Caption of picture %d here\n\u00A9 Agency %d\n\n",
            "12:40 24.11.2026 | %d\n",
            "By Anna Field%d\n",
            "Read also:\nTitle number %d of all\n\n",
            "Tags:\na%d, b%d, c%d\n\n",
            text + "Comments (3)\n\nPaul %d\nHello %d\n\n",
            "- item %d\n",
            "Share %d\n",
            "Listen to Radio Oster%d\nCaption %d here\n\n"
        }) {
            StringBuilder page = new StringBuilder("A headline for the page\n\nShort URL\n123\n\n" + text + "\n");
            for (int number = 0; number < lines(); number += part.split("\n+").length) {
                page.append(part.replace("%d", String.valueOf(number)));
            }
            byte[] bytes = page.toString().getBytes(UTF_8);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> new CaptureReader().read(Capture.of("large.txt", bytes)), part);
        }
    }

    /// How long the longest line of a page is here.
    int lineLength() {
        return 15_000;
    }

    /// How many lines the largest page has here.
    int lines() {
        return 5_000;
    }

    private static void assertRefused(byte[] bytes, String words) {
        var refused = assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertInstanceOf(Reading.Refused.class, new CaptureReader().read(Capture.of("bad.txt", bytes))));
        assertTrue(refused.reason().contains(words), refused.reason());
        assertTrue(refused.reason().endsWith("."), refused.reason());
        assertEquals(-1, refused.reason().indexOf('\n'));
    }
}
