package press.rotative.wire.text;

import java.util.List;
import java.util.Optional;
import press.rotative.media.ArchiveMark;
import press.rotative.wire.words.Prose;

/// The shape of a teaser inside the body, as page anatomies print it: a title, its credit directly under it, and the
/// next paragraph directly under that.
final class Teasers {

    private static final List<String> ANATOMY = List.of("shortLink", "signIn", "radio", Counters.FIELD);

    private Teasers() {}

    /// Whether this credit line is the middle of a teaser. At the top of a page the same shape can be the headline with
    /// the credit of the hero; it is a teaser only when a headline, a text or another credit stands before it.
    static boolean shape(Page page, Line credit, ClippingDraft draft) {
        if (!draft.credits.containsKey(credit.index())) {
            return false;
        }
        Optional<Line> title = page.above(credit)
                .filter(line -> line.unclaimed() && title(line) && !draft.credits.containsKey(line.index()));
        boolean body = page.under(credit)
                .filter(line -> line.free() && Prose.text(line.text()))
                .isPresent();
        if (title.isEmpty() || !body) {
            return false;
        }
        boolean text = draft.firstText < title.get().index();
        if (!page.gapsTell()) {
            return text && anatomy(page);
        }
        boolean creditBefore = draft.heroCredit.isPresent()
                || !draft.credits.headMap(credit.index()).isEmpty();
        boolean headline = draft.headline
                .filter(found -> !found.equals(title.get().text()))
                .isPresent();
        return title.get().gapBefore() && (text || creditBefore || headline);
    }

    static boolean title(Line line) {
        return Prose.title(line.text()) && !Prose.text(line.text()) && ArchiveMark.at(line.text()) == 0;
    }

    /// Whether the page has the parts of the anatomy that puts teasers into its bodies.
    static boolean anatomy(Page page) {
        return ANATOMY.stream().anyMatch(page::has);
    }
}
