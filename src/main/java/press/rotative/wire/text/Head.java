package press.rotative.wire.text;

import java.util.ArrayList;
import java.util.List;
import press.rotative.media.ArchiveMark;
import press.rotative.wire.words.Credit;
import press.rotative.wire.words.Prose;

/// The top of a page: the lines before its first running text.
///
/// @param end index of the first line of running text, or the number of lines
record Head(int end) {

    static Head of(Page page, ClippingDraft draft) {
        for (Line line : page.lines()) {
            if (line.free() && Prose.text(line.text()) && !caption(page, line, draft)) {
                return new Head(line.index());
            }
        }
        return new Head(page.size());
    }

    /// A sentence that ends in an archive mark, stands on top of a credit or holds one is a caption.
    static boolean caption(Page page, Line line, ClippingDraft draft) {
        if (line.length() > 320) {
            return false;
        }
        boolean aboveCredit = page.under(line)
                .filter(under -> draft.credits.containsKey(under.index()) || under.holds(HeroReader.CREDIT))
                .isPresent();
        return ArchiveMark.at(line.text()) > 0
                || aboveCredit
                || Credit.closing(line.text()).isPresent();
    }

    /// The lines of the head that nobody has claimed and that are no credits.
    List<Line> open(Page page, ClippingDraft draft) {
        List<Line> open = new ArrayList<>();
        for (Line line : page.lines().subList(0, end)) {
            if (line.free() && !draft.credits.containsKey(line.index())) {
                open.add(line);
            }
        }
        return open;
    }
}
