package press.rotative.wire.text;

import java.util.List;
import java.util.Optional;
import press.rotative.wire.words.Prose;
import press.rotative.wire.words.Words;

/// Finds the section: a common name of a section on a line of its own in the head; else a short line on top of the
/// short
/// address; else the only common name of a section that stands alone anywhere on the page.
final class SectionReader implements PageReader {

    private static final String FIELD = "section";
    private static final int LONGEST = 30;

    @Override
    public void read(Page page, ClippingDraft draft) {
        if (draft.section.isPresent()) {
            return;
        }
        List<Line> head = Head.of(page, draft).open(page, draft);
        Optional<Line> known = head.stream().filter(SectionReader::known).reduce((_, later) -> later);
        Optional<Line> section = known.or(() ->
                        head.stream().filter(line -> aboveShortLink(page, line)).findFirst())
                .or(() -> elsewhere(page));
        section.ifPresent(line -> {
            draft.section = Optional.of(line.text());
            line.map(FIELD);
        });
    }

    private static boolean known(Line line) {
        return line.length() <= LONGEST && Words.GENERAL.has(FIELD, line.text());
    }

    private static boolean aboveShortLink(Page page, Line line) {
        return line.length() <= LONGEST
                && Prose.words(line.text()) <= 3
                && !Character.isDigit(line.text().charAt(0))
                && !Prose.closed(line.text())
                && page.after(line)
                        .filter(after -> !after.gapBefore() && after.holds("shortLink"))
                        .isPresent();
    }

    private static Optional<Line> elsewhere(Page page) {
        List<Line> lines =
                page.lines().stream().filter(line -> line.free() && known(line)).toList();
        return lines.size() == 1 ? Optional.of(lines.getFirst()) : Optional.empty();
    }
}
