package press.rotative.wire.text;

import java.util.Optional;
import press.rotative.wire.words.Credit;

/// Pages without a picture in their head may have its credit, with or without a caption on top of it, directly after
/// the
/// standfirst.
final class LateHeroReader implements PageReader {

    @Override
    public void read(Page page, ClippingDraft draft) {
        Optional<Line> standfirst =
                page.lines().stream().filter(line -> line.holds("standfirst")).findFirst();
        if (standfirst.isEmpty() || draft.heroCredit.isPresent() || draft.caption.isPresent()) {
            return;
        }
        page.after(standfirst.get()).filter(Line::unclaimed).ifPresent(first -> {
            Credit own = draft.credits.get(first.index());
            if (own != null && first.gapBefore()) {
                hero(first, own, draft);
            } else if (first.free() && page.gapsTell()) {
                page.under(first)
                        .filter(under -> under.unclaimed() && !Teasers.shape(page, under, draft))
                        .ifPresent(under -> captioned(first, under, draft));
            }
        });
    }

    private static void captioned(Line caption, Line under, ClippingDraft draft) {
        Credit credit = draft.credits.get(under.index());
        if (credit != null) {
            draft.caption = Optional.of(caption.text());
            caption.map(HeroReader.CAPTION);
            hero(under, credit, draft);
        }
    }

    private static void hero(Line line, Credit credit, ClippingDraft draft) {
        draft.heroCredit = Optional.of(credit);
        draft.credits.remove(line.index());
        HeroReader.claimCredit(line, credit, HeroReader.CREDIT, HeroReader.ARCHIVE);
    }
}
