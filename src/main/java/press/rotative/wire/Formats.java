package press.rotative.wire;

import java.util.Locale;
import java.util.Optional;

/// Tells texts that are made for machines from captures of pages: read as a page, their marks would end up in a story.
final class Formats {

    private static final int LOOKED_AT = 400;

    private Formats() {}

    /// What the text is when it is no plain-text capture: "HTML", "JSON" ...
    static Optional<String> of(String text) {
        String head = text.substring(0, Math.min(text.length(), LOOKED_AT))
                .replace("\uFEFF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (head.startsWith("<!doctype html") || head.startsWith("<html") || head.startsWith("<head")) {
            return Optional.of("HTML");
        }
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
