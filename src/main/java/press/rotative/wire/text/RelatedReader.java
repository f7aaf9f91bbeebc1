package press.rotative.wire.text;

import java.util.Optional;
import press.rotative.wire.clipping.LossLedger.Fate;
import press.rotative.wire.words.Credit;
import press.rotative.wire.words.Prose;

/// Reads the titles announced after a label such as "Lire aussi": on the same line, or the lines that stand together
/// below it. What does not look like a title ends the list, so that a label without titles takes nothing.
final class RelatedReader implements PageReader {

    private static final String FIELD = "related";
    private static final int MOST_TITLES = 20;
    private static final int MOST_IN_ALL = 50;

    @Override
    public void read(Page page, ClippingDraft draft) {
        for (Line line : page.lines()) {
            if (!line.holds(FIELD) || !line.furniture()) {
                continue;
            }
            int from = line.pieces().getLast().to();
            String rest = line.text().substring(from).strip();
            if (rest.isEmpty()) {
                below(page, line, draft);
            } else if (draft.related.size() < MOST_IN_ALL
                    && rest.length() <= Prose.LONGEST_TITLE
                    && !Prose.fullStop(rest)) {
                draft.related.add(rest);
                line.claim(from, line.length(), Fate.MAPPED, FIELD);
            }
        }
    }

    private static void below(Page page, Line label, ClippingDraft draft) {
        Optional<Line> next = page.after(label);
        for (int taken = 0; taken < MOST_TITLES && draft.related.size() < MOST_IN_ALL && next.isPresent(); taken++) {
            Line line = next.get();
            boolean date = Character.isDigit(line.text().charAt(0)) && Prose.words(line.text()) <= 3;
            boolean title = !date
                    && line.unclaimed()
                    && Prose.title(line.text())
                    && !Prose.text(line.text())
                    && Credit.of(line.text()).isEmpty()
                    && !Counters.digits(line.text())
                    && !teaser(page, line)
                    && !listOfTags(line.text());
            if (!title) {
                return;
            }
            draft.related.add(withoutBullet(line.text()));
            line.map(FIELD);
            next = page.under(line);
        }
    }

    /// A title on top of its credit or of a paragraph belongs to the body.
    private static boolean teaser(Page page, Line line) {
        return page.under(line)
                .filter(under -> under.free()
                        && (Credit.of(under.text()).isPresent() || page.gapsTell() && Prose.text(under.text())))
                .isPresent();
    }

    /// Four or more short pieces between commas are tags that lost their label.
    private static boolean listOfTags(String text) {
        String[] pieces = text.split("[,،;؛]", 20);
        boolean allShort = true;
        for (String piece : pieces) {
            allShort &= Prose.words(piece) <= 4;
        }
        return pieces.length >= 4 && allShort;
    }

    private static String withoutBullet(String title) {
        int at = 0;
        while (at < title.length() && "•*-–›>→ ".indexOf(title.charAt(at)) >= 0) {
            at++;
        }
        return title.substring(at);
    }
}
