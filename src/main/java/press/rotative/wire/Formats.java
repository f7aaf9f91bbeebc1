package press.rotative.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells texts that are made for machines from captures of pages: read as a page, their marks would end up in a story.
final class Formats {

    private static final int LOOKED_AT = 400;
    private static final int COUNTED_IN = 40_000;
    private static final int FEWEST_TAGS = 6;
    private static final List<String> CLOSED = List.of("p>", "div>", "a>", "li>", "td>", "span>", "article>", "h2>");
    private static final List<String> PAGES = List.of(
            "<!doctype html",
            "<html",
            "<head",
            "<body",
            "<article",
            "<main",
            "<div",
            "<section",
            "<p>",
            "<p ",
            "<h1",
            "<meta",
            "<title",
            "<header",
            "<table");

    private Formats() {}

    /// Whether the text is the HTML of a page, or a piece of one.
    static boolean html(String text) {
        String head = text.substring(0, Math.min(text.length(), LOOKED_AT * 10))
                .replace("\uFEFF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        int from = 0;
        while (head.startsWith("<!--", from) || head.startsWith("<?xml", from)) {
            String end = head.startsWith("<!--", from) ? "-->" : "?>";
            int close = head.indexOf(end, from);
            from = close < 0 ? head.length() : close + end.length();
            while (from < head.length() && Character.isWhitespace(head.charAt(from))) {
                from++;
            }
        }
        String first = head.substring(from);
        return PAGES.stream().anyMatch(first::startsWith) || marked(text);
    }

    /// Whether a text that begins with none of the tags of pages is a page all the same, its beginning cut off or
    /// broken: it closes paragraphs, boxes and links again and again.
    private static boolean marked(String text) {
        int closed = 0;
        int to = Math.min(text.length(), COUNTED_IN);
        int at = text.indexOf("</");
        while (at >= 0 && at < to) {
            int name = at + 2;
            closed += CLOSED.stream().anyMatch(tag -> text.startsWith(tag, name)) ? 1 : 0;
            at = text.indexOf("</", name);
        }
        return closed >= FEWEST_TAGS && closed > to / 2_000;
    }

    /// What the text is when it is no capture of a page: "XML", "JSON" ...
    static Optional<String> of(String text) {
        String head = text.substring(0, Math.min(text.length(), LOOKED_AT))
                .replace("\uFEFF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (head.startsWith("<?xml")
                || head.startsWith("<rss")
                || head.startsWith("<feed")
                || head.startsWith("<svg")) {
            return Optional.of("XML");
        }
        if (head.startsWith("{\\rtf")) {
            return Optional.of("RTF");
        }
        if (head.startsWith("%pdf-")) {
            return Optional.of("PDF");
        }
        if (head.startsWith("warc/")) {
            return Optional.of("a web archive");
        }
        return json(head) ? Optional.of("JSON") : Optional.empty();
    }

    private static boolean json(String head) {
        if (!head.startsWith("{") && !head.startsWith("[")) {
            return false;
        }
        String inside = head.substring(1).strip();
        return inside.startsWith("\"")
                || inside.startsWith("{")
                || inside.startsWith("[")
                || inside.startsWith("}")
                || inside.startsWith("]");
    }
}
