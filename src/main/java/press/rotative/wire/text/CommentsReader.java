package press.rotative.wire.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.Dates;
import press.rotative.wire.words.Prose;

/// Keeps the readers' comments below a story aside, before anybody takes them for its body. They begin under a label
/// (`Commentaires (3)`) that comes after running text, and end where other furniture of the page begins. A comment is
/// what stands together: a short line with the author's name, perhaps a date, and the text.
final class CommentsReader implements PageReader {

    private static final String FIELD = "comments";
    private static final List<String> ENDINGS =
            List.of("related", "tags", "copyright", "navigation", "newsletter", "rules", "radio", "shortLink");
    private static final int LONGEST_AUTHOR = 40;

    @Override
    public void read(Page page, ClippingDraft draft) {
        Optional<Line> label = label(page);
        if (label.isEmpty()) {
            return;
        }
        List<Line> group = new ArrayList<>();
        for (int at = label.get().index() + 1; at < page.size() && !ends(page.line(at)); at++) {
            Line line = page.line(at);
            boolean another = line.gapBefore() && page.gapsTell() || !group.isEmpty() && author(page, line);
            if (another) {
                file(group, draft);
            }
            if (line.unclaimed()) {
                group.add(line);
            }
        }
        file(group, draft);
    }

    private static Optional<Line> label(Page page) {
        boolean text = false;
        for (Line line : page.lines()) {
            text |= line.unclaimed() && Prose.text(line.text());
            if (text && line.furniture() && line.holds("comments")) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private static boolean ends(Line line) {
        return ENDINGS.stream().anyMatch(line::holds);
    }

    private static boolean author(Page page, Line line) {
        return !page.gapsTell()
                && named(line)
                && page.after(line).filter(next -> !named(next)).isPresent();
    }

    private static boolean named(Line line) {
        String text = line.text();
        boolean initial = text.length() > 2
                && text.charAt(text.length() - 1) == '.'
                && Character.isUpperCase(text.charAt(text.length() - 2))
                && Prose.words(text) <= 3;
        return text.length() <= LONGEST_AUTHOR && (initial || !Prose.closed(text)) && Prose.words(text) <= 5;
    }

    private static void file(List<Line> group, ClippingDraft draft) {
        if (group.isEmpty()) {
            return;
        }
        int at = 0;
        Optional<String> author = Optional.empty();
        Optional<String> date = Optional.empty();
        if (group.size() > 1 && named(group.getFirst())) {
            author = Optional.of(group.get(at++).text());
        }
        if (group.size() > at + 1 && dated(group.get(at), draft)) {
            date = Optional.of(group.get(at++).text());
        }
        String text = String.join(
                "\n", group.subList(at, group.size()).stream().map(Line::text).toList());
        int number = draft.comments.size() + 1;
        draft.comments.add(new Clipping.Comment(author, date, text));
        group.forEach(line -> line.map(FIELD + "[" + number + "]"));
        group.clear();
    }

    private static boolean dated(Line line, ClippingDraft draft) {
        return Dates.at(line.folded().text(), 0, draft.language)
                .filter(found -> found.end() >= line.folded().length() - 1)
                .isPresent();
    }
}
