package press.rotative.wire.text;

import java.util.List;
import java.util.Optional;
import press.rotative.wire.clipping.LossLedger.Fate;
import press.rotative.wire.words.Credit;
import press.rotative.wire.words.Folding;
import press.rotative.wire.words.Furniture;
import press.rotative.wire.words.Prose;
import press.rotative.wire.words.Words;

/// Finds the credit lines and tells copyright footers from them: a footer reserves rights, or stands below the text
/// and names a year. Footers are furniture; to which picture a credit belongs is decided by the later readers.
final class CreditsReader implements PageReader {

    private static final List<String> RESERVED =
            List.of("tous droits reserves", "all rights reserved", "جميع الحقوق محفوظه", "كل الحقوق محفوظه");
    private static final int LONGEST_OWNER = 40;

    @Override
    public void read(Page page, ClippingDraft draft) {
        int lastText = -1;
        for (Line line : page.lines()) {
            if (line.free() && Prose.text(line.text())) {
                lastText = line.index();
            }
        }
        for (Line line : page.lines()) {
            if (!line.unclaimed()) {
                continue;
            }
            if (footer(line, lastText)) {
                owner(line.text()).ifPresent(name -> draft.outlet(name, 1));
                line.claim(0, line.length(), Fate.FURNITURE, "copyright");
            } else {
                Credit.of(line.text()).ifPresent(credit -> draft.credits.put(line.index(), credit));
            }
        }
        for (Line line : page.lines()) {
            if (line.free() && Prose.text(line.text()) && !Head.caption(page, line, draft)) {
                draft.firstText = Math.min(draft.firstText, line.index());
                draft.lastText = line.index();
            }
        }
    }

    private static boolean footer(Line line, int lastText) {
        String folded = line.folded().text();
        if (folded.length() > 300) {
            return false;
        }
        boolean sign = folded.startsWith("©") || folded.startsWith("(c)") || folded.startsWith("copyright");
        boolean reserved =
                RESERVED.stream().map(folded::indexOf).anyMatch(at -> at >= 0 && (sign || at <= LONGEST_OWNER));
        return reserved || sign && line.index() > lastText && year(folded) > 0;
    }

    /// The name after the year: `© 2026 Outlet. Tous droits réservés`.
    private static Optional<String> owner(String text) {
        Folding folded = Folding.of(text);
        int year = year(folded.text());
        if (year == 0 || year >= folded.length()) {
            return Optional.empty();
        }
        String rest = text.substring(folded.origin(year)).strip();
        int end = 0;
        while (end < rest.length() && ".,-–|،".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String name = rest.substring(0, end).strip();
        boolean plausible = name.length() >= 2
                && name.length() <= 40
                && Furniture.WORDS.wholeLine(Folding.of(name)).isEmpty()
                && !Words.GENERAL.has("published", name);
        return plausible ? Optional.of(name) : Optional.empty();
    }

    /// Where the first year of four digits ends; 0 without one.
    private static int year(String folded) {
        int digits = 0;
        for (int at = 0; at <= folded.length(); at++) {
            if (at < folded.length() && Character.isDigit(folded.charAt(at))) {
                digits++;
            } else {
                if (digits == 4) {
                    return at;
                }
                digits = 0;
            }
        }
        return 0;
    }
}
