package press.rotative.wire.text;

import java.util.Optional;
import press.rotative.wire.clipping.LossLedger.Fate;
import press.rotative.wire.words.Prose;

/// Reads the tags after their label, on the same line or below it: separated on one line, or one a line; and lines
/// that consist of hashtags only. Which kind of concept each names is decided later, by [ConceptReader].
final class TagsReader implements PageReader {

    static final String FIELD = "concepts";
    private static final String SEPARATORS = ",،;؛|•·#";
    private static final int LONGEST_TAG = 70;
    private static final int LONGEST_LINE = 1500;
    private static final int MOST_LINES = 30;
    private static final int MOST_TAGS = 100;

    @Override
    public void read(Page page, ClippingDraft draft) {
        for (Line line : page.lines()) {
            if (line.holds("tags") && line.furniture()) {
                int from = line.pieces().getLast().to();
                if (from < line.length() && tags(line, from)) {
                    take(line, from, draft);
                    more(page, line, draft);
                } else {
                    below(page, line, draft);
                }
            } else if (line.free() && hashtags(line.text())) {
                take(line, 0, draft);
            }
        }
    }

    private static void below(Page page, Line label, ClippingDraft draft) {
        Optional<Line> first = page.after(label).filter(Line::unclaimed).filter(line -> tags(line, 0));
        if (first.isEmpty()) {
            return;
        }
        take(first.get(), 0, draft);
        more(page, first.get(), draft);
    }

    /// Further lines: after one that ends in a separator, or while each is a single short tag.
    private static void more(Page page, Line first, ClippingDraft draft) {
        boolean single = separators(first.text(), 0) == 0;
        Line last = first;
        for (int taken = 1; taken < MOST_LINES; taken++) {
            boolean open = SEPARATORS.indexOf(last.text().charAt(last.length() - 1)) >= 0;
            Optional<Line> next = page.under(last)
                    .filter(Line::unclaimed)
                    .filter(line -> open ? tags(line, 0) : single && page.gapsTell() && singleTag(line));
            if (next.isEmpty()) {
                return;
            }
            take(next.get(), 0, draft);
            last = next.get();
        }
    }

    private static boolean singleTag(Line line) {
        return line.length() <= 45
                && Prose.words(line.text()) <= 5
                && separators(line.text(), 0) == 0
                && !Prose.closed(line.text());
    }

    /// Every piece between separators is short, and the line does not end as a sentence.
    private static boolean tags(Line line, int from) {
        if (line.length() > LONGEST_LINE || Prose.address(line.text())) {
            return false;
        }
        int start = from;
        for (int at = from; at <= line.length(); at++) {
            if (at == line.length() || SEPARATORS.indexOf(line.text().charAt(at)) >= 0) {
                if (at - start > LONGEST_TAG) {
                    return false;
                }
                start = at + 1;
            }
        }
        return !Prose.fullStop(line.text()) || separators(line.text(), from) >= 2;
    }

    private static int separators(String text, int from) {
        return (int) text.chars()
                .skip(from)
                .filter(here -> SEPARATORS.indexOf(here) >= 0)
                .count();
    }

    private static boolean hashtags(String text) {
        if (text.charAt(0) != '#' || text.length() > 300) {
            return false;
        }
        for (String word : text.split("\\s+")) {
            if (word.charAt(0) != '#' || word.length() < 3) {
                return false;
            }
        }
        return true;
    }

    private static void take(Line line, int from, ClippingDraft draft) {
        int start = from;
        for (int at = from; at <= line.length(); at++) {
            if (at == line.length() || SEPARATORS.indexOf(line.text().charAt(at)) >= 0) {
                String name = strip(line.text().substring(start, at));
                if (!name.isEmpty() && draft.tags.size() < MOST_TAGS) {
                    draft.tags.add(name);
                    line.claim(start, at, Fate.MAPPED, FIELD);
                }
                boolean hash = at < line.length() && line.text().charAt(at) == '#';
                start = hash ? at : at + 1;
            }
        }
    }

    private static String strip(String piece) {
        String name = piece.strip();
        name = name.startsWith("#") ? name.substring(1) : name;
        return name.endsWith(".") ? name.substring(0, name.length() - 1).strip() : name.replace('_', ' ');
    }
}
