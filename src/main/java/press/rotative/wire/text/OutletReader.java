package press.rotative.wire.text;

import java.util.Optional;
import java.util.stream.Stream;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.Credit;

/// Adds the last hint of who the outlet is: a credit with a detail names the outlet whose service took the picture.
/// The stronger hints (sign-in with the outlet's own account, its radio, its copyright line, the window title) were
/// noted where they were found; the name with the most weight wins.
final class OutletReader implements PageReader {

    @Override
    public void read(Page page, ClippingDraft draft) {
        Stream<String> credits = draft.blocks.stream()
                .filter(Clipping.Teaser.class::isInstance)
                .map(Clipping.Teaser.class::cast)
                .filter(teaser -> teaser.creditDetail().isPresent())
                .flatMap(teaser -> teaser.credit().stream());
        Optional<String> hero =
                draft.heroCredit.filter(credit -> credit.detail().isPresent()).map(Credit::text);
        Stream.concat(credits, hero.stream()).forEach(name -> draft.outlet(name, 0.5));
    }
}
