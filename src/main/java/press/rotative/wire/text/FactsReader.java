package press.rotative.wire.text;

import java.util.List;
import java.util.Optional;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger.Fate;
import press.rotative.wire.words.Dates;
import press.rotative.wire.words.Facts;
import press.rotative.wire.words.GivenNames;
import press.rotative.wire.words.Words;

/// Reads the lines of facts of an article: who wrote it and when, in any order, on one line or on several, with labels
/// ("Publié le", "Updated"), days of the week and furniture between them. A line counts only when all of it is
/// understood, so that a sentence that mentions a date or begins with "Par" stays a sentence.
final class FactsReader implements PageReader {

    private static final int LONGEST = 200;

    @Override
    public void read(Page page, ClippingDraft draft) {
        for (Line line : page.lines()) {
            if (line.free() && line.length() <= LONGEST) {
                Optional<String> label = label(page, line);
                if (label.isPresent()) {
                    line.claim(0, line.length(), Fate.FURNITURE, label.get());
                    continue;
                }
                boolean updated = page.before(line)
                        .filter(before -> before.furniture() && before.holds("modified"))
                        .isPresent();
                var facts = new Facts(line.folded(), draft.language, updated);
                if (facts.understood()) {
                    keep(facts, line, draft);
                }
            }
        }
        bareName(page, draft);
    }

    /// Claims the pieces and fills what is still empty.
    private static void keep(Facts facts, Line line, ClippingDraft draft) {
        facts.pieces().forEach(piece -> line.claimFolded(piece.start(), piece.end(), piece.fate(), piece.field()));
        draft.byline = draft.byline.or(facts::byline);
        draft.published = draft.published.or(facts::published);
        draft.modified = draft.modified.or(facts::modified);
    }

    /// The kind of a label that stands alone on top of its date.
    private static Optional<String> label(Page page, Line line) {
        boolean onDate = page.after(line)
                .filter(next -> next.holds("relativeDate")
                        || Dates.at(next.folded().text(), 0, Optional.empty()).isPresent())
                .isPresent();
        return !onDate
                ? Optional.empty()
                : Words.GENERAL.has("modified", line.text())
                        ? Optional.of("modified")
                        : Words.GENERAL.has("published", line.text()) ? Optional.of("published") : Optional.empty();
    }

    /// A known given name and one to three more capitalised words, alone on the line before the date.
    private static void bareName(Page page, ClippingDraft draft) {
        for (Line line : page.lines()) {
            boolean candidate = draft.byline.isEmpty()
                    && line.free()
                    && line.length() <= 40
                    && page.under(line)
                            .filter(under -> under.holds("published"))
                            .isPresent();
            if (candidate && GivenNames.fullName(line.text())) {
                draft.byline = Optional.of(Clipping.Byline.of(line.text(), List.of(line.text())));
                line.map("byline");
            }
        }
    }
}
