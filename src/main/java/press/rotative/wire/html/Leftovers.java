package press.rotative.wire.html;

import java.util.List;
import press.rotative.wire.words.Folding;
import press.rotative.wire.words.Furniture;

/// Names what no field took: furniture by the role of its box, by its words, or because it is all links; the titles
/// under "Read also" become related stories. The rest is not understood, and the ledger says so.
final class Leftovers {

    private static final int MOST_RELATED = 30;
    private static final int LONGEST_TITLE = 250;

    private Leftovers() {}

    static void name(HtmlPage page, Box article, HtmlDraft draft) {
        related(page, article, draft);
        for (Part part : page.parts) {
            if (!part.claimed()) {
                furniture(part, article, draft);
            }
        }
    }

    private static void related(HtmlPage page, Box article, HtmlDraft draft) {
        Box list = null;
        for (Part part : page.parts) {
            if (list != null && part.box.inside(list)) {
                boolean title = (part.headingLevel() > 0 || !headed(page, list))
                        && part.linkShare() > 0.8
                        && part.words >= 4
                        && part.text.length() <= LONGEST_TITLE
                        && part.fate != press.rotative.wire.clipping.LossLedger.Fate.MAPPED;
                if (title && draft.related.size() < MOST_RELATED) {
                    draft.related.add(part.text);
                    draft.found("related");
                    part.map("related");
                }
            } else if (part.words <= 8 && Phrases.readAlso(part.text)) {
                Box box = part.box.parent;
                list = box != null && box.weight < article.weight * 0.5 + 40 && box != article ? box : null;
                if (list != null && list.end - list.from == 1 && list.parent != null && list.parent != article) {
                    list = list.parent;
                }
                if (!part.claimed()) {
                    part.furniture("related");
                }
            }
        }
    }

    /// Whether the list has linked headings; then its other lines are excerpts.
    private static boolean headed(HtmlPage page, Box list) {
        return page.parts.subList(list.from, list.end).stream()
                .anyMatch(part -> part.headingLevel() > 0 && part.linkShare() > 0.8);
    }

    private static void furniture(Part part, Box article, HtmlDraft draft) {
        for (Box box = part.box; box != null; box = box.parent) {
            if (box.role.apart()) {
                part.furniture(box.role.furniture());
                return;
            }
        }
        for (Part.Span span : part.spans) {
            if (span.role().apart() && (span.to() - span.from()) * 2 > part.text.length()) {
                part.furniture(span.role().furniture());
                return;
            }
        }
        Box story = part.box.within("article", null);
        if (story != null && !story.inside(article) && !article.inside(story)) {
            part.furniture("related");
            return;
        }
        if (part.words <= 20) {
            List<Furniture.Match> pieces = Furniture.WORDS.wholeLine(Folding.of(part.text));
            boolean section = pieces.size() == 1 && pieces.getFirst().kind().equals(Furniture.SECTION);
            if (!pieces.isEmpty()) {
                part.furniture(section ? "navigation" : pieces.getFirst().kind());
                return;
            }
            var phrase = Phrases.kind(part.text);
            if (phrase.isPresent()) {
                part.furniture(phrase.get());
                return;
            }
        }
        if (part.linkShare() > 0.8) {
            part.furniture("navigation");
        } else if (draft.headline.filter(part.text::equals).isPresent()) {
            part.furniture("headline");
        } else if (draft.outlet.filter(part.text::equalsIgnoreCase).isPresent()) {
            part.furniture("outlet");
        } else if (part.text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            part.furniture("separator");
        }
    }
}
