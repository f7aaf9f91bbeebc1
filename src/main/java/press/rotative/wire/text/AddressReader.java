package press.rotative.wire.text;

import java.util.Optional;
import press.rotative.wire.clipping.LossLedger.Fate;
import press.rotative.wire.words.Words;

/// Finds the addresses a page prints: the short link after its label, the permanent address after its label or, without
/// one, a long address on a line of its own. Other addresses are left alone.
final class AddressReader implements PageReader {

    private static final int LONGEST = 500;
    private static final int LONG_PATH = 20;

    @Override
    public void read(Page page, ClippingDraft draft) {
        for (Line line : page.lines()) {
            if (line.length() > LONGEST) {
                continue;
            }
            if (line.unclaimed()) {
                whole(page, line, draft);
            } else if (line.pieces().size() == 1 && line.holds("shortLink")) {
                afterLabel(line, draft);
            }
        }
    }

    private static void afterLabel(Line line, ClippingDraft draft) {
        int from = line.pieces().getFirst().to();
        String rest = line.text().substring(from).strip();
        if (draft.shortLink.isEmpty() && (address(rest) || hostAndPath(rest))) {
            draft.shortLink = Optional.of(rest);
            line.claim(from, line.length(), Fate.MAPPED, "shortLink");
        } else if (Counters.room(draft) && Counters.digits(rest.isEmpty() ? "-" : rest)) {
            Counters.add(draft, rest);
            line.claim(from, line.length(), Fate.MAPPED, Counters.FIELD);
        }
    }

    private static void whole(Page page, Line line, ClippingDraft draft) {
        String text = line.text();
        boolean belowLabel = page.before(line)
                .filter(before -> before.holds("shortLink") && before.furniture())
                .isPresent();
        if (belowLabel && draft.shortLink.isEmpty() && (address(text) || hostAndPath(text))) {
            draft.shortLink = Optional.of(text);
            line.map("shortLink");
            return;
        }
        int from = label(line);
        String rest = text.substring(from).strip();
        boolean plain = from == 0 && path(rest).length() < LONG_PATH;
        if (!address(rest) || plain || draft.canonical.isPresent()) {
            return;
        }
        draft.canonical = Optional.of(rest);
        if (from > 0) {
            line.claim(0, from, Fate.FURNITURE, "canonical");
        }
        line.claim(from, text.length(), Fate.MAPPED, "canonical");
    }

    /// The end of a label such as `Permalink:` in the line; 0 without one.
    private static int label(Line line) {
        int colon = line.text().indexOf(':');
        boolean label = colon > 0
                && !address(line.text())
                && Words.GENERAL.has("canonical", line.text().substring(0, colon));
        return label ? colon + 1 : 0;
    }

    private static boolean address(String text) {
        return (text.startsWith("https://") || text.startsWith("http://"))
                && noSpace(text)
                && text.length() > "https://a.b".length();
    }

    private static boolean hostAndPath(String text) {
        int slash = text.indexOf('/');
        return noSpace(text) && slash > 3 && text.lastIndexOf('.', slash) > 0 && text.length() > slash + 1;
    }

    private static String path(String address) {
        int host = address.indexOf("://");
        int slash = host < 0 ? -1 : address.indexOf('/', host + 3);
        return slash < 0 ? "" : address.substring(slash);
    }

    private static boolean noSpace(String text) {
        return text.chars().noneMatch(Character::isWhitespace);
    }
}
