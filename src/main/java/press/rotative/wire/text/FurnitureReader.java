package press.rotative.wire.text;

import java.util.List;
import java.util.Optional;
import press.rotative.wire.clipping.LossLedger.Fate;
import press.rotative.wire.words.Furniture;
import press.rotative.wire.words.Furniture.Match;
import press.rotative.wire.words.Words;

/// Names the furniture: lines that consist of known words of news pages from end to end, several glued pieces included,
/// and labels that stand before their content on one line. From it come the ways to sign in to the discussion, the link
/// to the rules, the breadcrumb's section and the first hints of who the outlet is.
final class FurnitureReader implements PageReader {

    private static final List<String> LABELS = List.of("tags", "related", "shortLink");
    private static final List<String> COUNTED = List.of("shortLink", "share", "views", "figure");
    private static final int FEWEST_LINKS = 3;

    @Override
    public void read(Page page, ClippingDraft draft) {
        for (Line line : page.lines()) {
            if (line.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
                line.claim(0, line.length(), Fate.FURNITURE, "separator");
                continue;
            }
            List<Match> pieces = Furniture.WORDS.wholeLine(line.folded());
            if (pieces.isEmpty()) {
                Furniture.WORDS
                        .label(line.folded(), LABELS)
                        .ifPresent(label -> line.claimFolded(label.start(), label.end(), Fate.FURNITURE, label.kind()));
            } else if (pieces.size() > 1 || !pieces.getFirst().kind().equals(Furniture.SECTION)) {
                claim(line, pieces, draft);
            }
        }
        menus(page);
    }

    private void claim(Line line, List<Match> pieces, ClippingDraft draft) {
        long links = pieces.stream().filter(FurnitureReader::link).count();
        boolean crumbs = links > 1
                && pieces.getFirst().kind().equals("navigation")
                && (line.text().contains(">")
                        || line.text().contains("›")
                        || line.text().contains("/"));
        boolean menu = links >= FEWEST_LINKS && !crumbs;
        String before = "";
        for (int at = 0; at < pieces.size(); at++) {
            Match piece = pieces.get(at);
            int from = at == 0 ? 0 : line.folded().origin(piece.start());
            int to = at + 1 < pieces.size()
                    ? line.folded().origin(pieces.get(at + 1).start())
                    : line.length();
            String kind = piece.kind();
            String words = line.original(piece.start(), piece.end());
            boolean last = at + 1 == pieces.size();
            if (kind.equals(Furniture.SECTION)) {
                boolean section = !menu && draft.section.isEmpty() && (!crumbs || last);
                if (section) {
                    draft.section = Optional.of(words);
                }
                line.claim(from, to, section ? Fate.MAPPED : Fate.FURNITURE, section ? "section" : "navigation");
            } else if (Counters.room(draft)
                    && (kind.equals("figure") && COUNTED.contains(before)
                            || COUNTED.contains(kind) && Character.isDigit(words.charAt(0)))) {
                Counters.add(draft, words);
                line.claim(from, to, Fate.MAPPED, Counters.FIELD);
            } else {
                line.claim(from, to, Fate.FURNITURE, kind);
                hint(line, piece, draft);
            }
            before = kind;
        }
    }

    private static void hint(Line line, Match piece, ClippingDraft draft) {
        if (piece.kind().equals("rules")) {
            draft.rules = true;
        }
        if (piece.nameEnd() == piece.nameStart()) {
            return;
        }
        String name = line.original(piece.nameStart(), piece.nameEnd());
        boolean platform = Words.GENERAL.has("platform", name);
        if (piece.kind().equals("signIn")) {
            draft.signIn.add(name);
            if (!platform) {
                draft.outlet(name, 2);
            }
        } else if (piece.kind().equals("radio") || piece.kind().equals("subscribe")) {
            draft.outlet(name, 1);
        }
    }

    /// Three or more names of sections or other links of the page, one under the other, are its menu.
    private static void menus(Page page) {
        int from = 0;
        while (from < page.size()) {
            int to = from;
            int sections = 0;
            while (to < page.size() && (to == from || !page.line(to).gapBefore()) && menuLine(page.line(to))) {
                sections += page.line(to).free() ? 1 : 0;
                to++;
            }
            if (sections >= 2 && to - from >= FEWEST_LINKS) {
                page.lines().subList(from, to).stream()
                        .filter(Line::free)
                        .forEach(line -> line.claim(0, line.length(), Fate.FURNITURE, "navigation"));
            }
            from = Math.max(to, from + 1);
        }
    }

    private static boolean menuLine(Line line) {
        return line.holds("navigation") || line.free() && Words.GENERAL.has("section", line.text());
    }

    private static boolean link(Match piece) {
        return piece.kind().equals("navigation") || piece.kind().equals(Furniture.SECTION);
    }
}
