package press.rotative.wire.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import press.rotative.media.ArchiveMark;
import press.rotative.wire.clipping.LossLedger.Fate;
import press.rotative.wire.words.Credit;
import press.rotative.wire.words.Prose;

/// Reads the picture at the top: its credit is the first credit of the head that is not a teaser's; its caption is the
/// line on top of the credit, the line with the archive mark, the line that holds a credit, the short line that closes
/// the credit's block, or what is left between the radio link and the headline. A line with no such evidence is left
/// alone.
final class HeroReader implements PageReader {

    static final String CAPTION = "hero.caption";
    static final String CREDIT = "hero.credit";
    static final String ARCHIVE = "hero.archive";
    private static final int LONGEST_BELOW = 160;

    @Override
    public void read(Page page, ClippingDraft draft) {
        Head head = Head.of(page, draft);
        credit(page, head, draft);
        List<Line> open = head.open(page, draft);
        Optional<Line> caption = first(open, line -> underLabel(page, line))
                .or(() -> first(open, line -> aboveCredit(page, line)))
                .or(() -> first(open, line -> ArchiveMark.at(line.text()) > 0))
                .or(() -> first(open, line -> Credit.closing(line.text()).isPresent()))
                .or(() -> first(open, line -> Credit.agency(line.text()).isPresent()))
                .or(() -> belowCredit(page, head, draft))
                .or(() -> first(open, line -> underRadio(page, line, draft)));
        caption.ifPresent(line -> caption(line, draft));
    }

    private static Optional<Line> first(List<Line> lines, Predicate<Line> wanted) {
        return lines.stream().filter(wanted).findFirst();
    }

    private static void credit(Page page, Head head, ClippingDraft draft) {
        for (Line line : page.lines().subList(0, head.end())) {
            Credit credit = draft.credits.get(line.index());
            if (credit != null && line.free() && !Teasers.shape(page, line, draft)) {
                draft.heroCredit = Optional.of(credit);
                draft.credits.remove(line.index());
                claimCredit(line, credit, CREDIT, ARCHIVE);
                return;
            }
        }
    }

    static void claimCredit(Line line, Credit credit, String creditField, String archiveField) {
        int end = credit.archiveAt();
        line.claim(credit.start(), end, Fate.MAPPED, creditField);
        if (end < line.length()) {
            line.claim(end, line.length(), Fate.MAPPED, archiveField);
        }
    }

    private static boolean underLabel(Page page, Line line) {
        return page.before(line).filter(before -> before.holds("caption")).isPresent();
    }

    private static boolean aboveCredit(Page page, Line line) {
        return Prose.words(line.text()) >= 2
                && page.under(line).filter(under -> under.holds(CREDIT)).isPresent();
    }

    /// One short line that closes the block which the credit opens, with more text to follow.
    private static Optional<Line> belowCredit(Page page, Head head, ClippingDraft draft) {
        for (Line credit : page.lines().subList(0, head.end())) {
            Optional<Line> under = credit.holds(CREDIT) && credit.gapBefore() ? page.under(credit) : Optional.empty();
            boolean caption = under.filter(line -> line.free()
                            && page.gapsTell()
                            && line.gapAfter()
                            && line.length() <= LONGEST_BELOW
                            && Prose.words(line.text()) >= 2)
                    .isPresent();
            boolean more = caption && draft.lastText > under.get().index();
            if (more) {
                return under;
            }
        }
        return Optional.empty();
    }

    private static boolean underRadio(Page page, Line line, ClippingDraft draft) {
        return draft.heroCredit.isPresent()
                && draft.headline.isPresent()
                && Prose.title(line.text())
                && page.above(line).filter(above -> above.holds("radio")).isPresent();
    }

    private static void caption(Line line, ClippingDraft draft) {
        String text = line.text();
        Optional<Credit> closing =
                draft.heroCredit.isEmpty() ? Credit.closing(text).or(() -> Credit.agency(text)) : Optional.empty();
        if (closing.isPresent()) {
            int start = closing.get().start();
            draft.heroCredit = closing;
            String before = text.substring(0, start).strip();
            int mark = ArchiveMark.at(before);
            draft.archive = mark > 0;
            draft.caption = Optional.of(mark > 0 ? ArchiveMark.before(before, mark) : before);
            line.claim(0, start, Fate.MAPPED, CAPTION);
            claimCredit(line, closing.get(), CREDIT, ARCHIVE);
            return;
        }
        int mark = ArchiveMark.at(text);
        if (mark > 0) {
            draft.archive = true;
            draft.caption = Optional.of(ArchiveMark.before(text, mark));
            line.claim(0, mark + (text.charAt(mark) == '.' ? 1 : 0), Fate.MAPPED, CAPTION);
            line.claim(mark + (text.charAt(mark) == '.' ? 1 : 0), text.length(), Fate.MAPPED, ARCHIVE);
        } else {
            draft.caption = Optional.of(text);
            line.map(CAPTION);
        }
    }
}
