package press.rotative.wire.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.rotative.wire.clipping.LossLedger;

/// A capture as lines: the blank ones are gone, but each line knows whether a gap stood before and after it, because
/// what stands together without a gap belongs together.
final class Page {

    static final int MOST_LINES = 50_000;
    static final int LONGEST_LINE = 200_000;
    private static final int SHORTEST_REPEAT = 12;

    private final List<Line> lines;
    private final Map<String, Integer> held;
    private final boolean gapsTell;

    private Page(List<Line> lines, Map<String, Integer> held) {
        this.lines = lines;
        this.held = held;
        long gaps = lines.stream().skip(1).filter(Line::gapBefore).count();
        this.gapsTell = gaps >= 2 && gaps < lines.size() - 1;
    }

    /// The page of this text, or the reason why it is none.
    static Parsed parse(String text) {
        List<Line> lines = new ArrayList<>();
        Map<String, Line> seen = new HashMap<>();
        Map<String, Integer> held = new HashMap<>();
        boolean gap = true;
        int number = 0;
        int at = 0;
        while (at <= text.length()) {
            int end = endOfLine(text, at);
            number++;
            if (end - at > LONGEST_LINE) {
                return new Parsed.Refused("has a line of " + (end - at) + " characters (line " + number
                        + "), too long for a page. Check that its line breaks were kept when it was captured.");
            }
            String line = trimmed(text, at, end);
            if (line.isEmpty()) {
                gap = true;
                if (!lines.isEmpty()) {
                    lines.getLast().endsBlock();
                }
            } else if (lines.size() == MOST_LINES) {
                return new Parsed.Refused("has more than " + MOST_LINES
                        + " lines; a capture is one page. Split it into one file per page and import those.");
            } else {
                Line next = new Line(number, lines.size(), line, gap, held);
                if (line.length() >= SHORTEST_REPEAT) {
                    Line earlier = seen.putIfAbsent(line, next);
                    if (earlier != null) {
                        next.repeats(earlier);
                    }
                }
                lines.add(next);
                gap = false;
            }
            at = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        if (!lines.isEmpty()) {
            lines.getLast().endsBlock();
        }
        return new Parsed.Lines(new Page(lines, held));
    }

    List<Line> lines() {
        return lines;
    }

    Line line(int index) {
        return lines.get(index);
    }

    int size() {
        return lines.size();
    }

    Optional<Line> before(Line line) {
        return line.index() == 0 ? Optional.empty() : Optional.of(lines.get(line.index() - 1));
    }

    Optional<Line> after(Line line) {
        return line.index() + 1 == lines.size() ? Optional.empty() : Optional.of(lines.get(line.index() + 1));
    }

    /// Whether gaps say anything: a page without any, or with one after every line, has lost them.
    boolean gapsTell() {
        return gapsTell;
    }

    /// The next line, when it stands directly under this one (or when gaps say nothing).
    Optional<Line> under(Line line) {
        return after(line).filter(next -> !next.gapBefore() || !gapsTell);
    }

    /// The line before, when it stands directly above this one (or when gaps say nothing).
    Optional<Line> above(Line line) {
        return before(line).filter(_ -> !line.gapBefore() || !gapsTell);
    }

    /// Whether a piece of any line was claimed for this field or furniture.
    boolean has(String field) {
        return held.getOrDefault(field, 0) > 0;
    }

    LossLedger ledger() {
        return new LossLedger(
                lines.stream().flatMap(line -> line.entries().stream()).toList());
    }

    private static int endOfLine(String text, int from) {
        int at = from;
        while (at < text.length() && !endsLine(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean endsLine(char character) {
        return character == '\n'
                || character == '\r'
                || character == '\u0085'
                || character == '\u2028'
                || character == '\u2029'
                || character == '\f'
                || character == '\u000B';
    }

    private static String trimmed(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && invisible(text.charAt(start))) {
            start++;
        }
        while (end > start && invisible(text.charAt(end - 1))) {
            end--;
        }
        return shown(text.substring(start, end));
    }

    /// Control characters that a text may not hold are dropped: they come from bytes that were damaged on the way.
    private static String shown(String line) {
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) < ' ' && line.charAt(at) != '\t') {
                return line.replaceAll("[\\x00-\\x08\\x0E-\\x1F]", "");
            }
        }
        return line;
    }

    private static boolean invisible(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }

    sealed interface Parsed {
        record Lines(Page page) implements Parsed {}

        record Refused(String reason) implements Parsed {}
    }
}
