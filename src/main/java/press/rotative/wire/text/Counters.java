package press.rotative.wire.text;

import java.util.Optional;

/// The run of digits that a capture makes of a page's counters, kept raw: which digit counts what cannot be known.
/// A lone run belongs to the counters when it stands with the short address, the share words or the other facts of the
/// head; elsewhere it stays not understood.
final class Counters implements PageReader {

    static final String FIELD = "countersRaw";
    private static final int LONGEST = 24;
    private static final int LONGEST_RAW = 100;

    /// Whether one more run can be taken; a page with very many has something else than counters.
    static boolean room(ClippingDraft draft) {
        return draft.countersRaw.filter(raw -> raw.length() > LONGEST_RAW).isEmpty();
    }

    /// Appends one more run.
    static void add(ClippingDraft draft, String digits) {
        draft.countersRaw = Optional.of(
                draft.countersRaw.map(before -> before + " " + digits).orElse(digits));
    }

    @Override
    public void read(Page page, ClippingDraft draft) {
        for (Line line : page.lines()) {
            if (line.free() && room(draft) && digits(line.text()) && belongs(page, line)) {
                add(draft, line.text());
                line.map(FIELD);
            }
        }
    }

    private static boolean belongs(Page page, Line line) {
        boolean below = page.before(line)
                .filter(before -> before.holds("shortLink")
                        || before.holds("share")
                        || before.holds("views")
                        || before.holds(FIELD))
                .isPresent();
        boolean amongFacts = page.above(line)
                .filter(above -> above.holds("section") || above.holds("hero.credit") || above.holds("published"))
                .isPresent();
        boolean aboveShare =
                page.under(line).filter(under -> under.holds("share")).isPresent();
        return below || amongFacts || aboveShare;
    }

    static boolean digits(String text) {
        if (text.length() > LONGEST || !Character.isDigit(text.charAt(0))) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if (!Character.isDigit(here) && !Character.isSpaceChar(here)) {
                return false;
            }
        }
        return true;
    }
}
