package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the cards that announce other stories: boxes of the same sort side by side, each with one linked title and
/// little text. Lists of them stand beside and below every story.
final class Cards {

    private static final double LARGEST = 110;
    /// Excerpts are short; boxes with more under linked titles are the items of a story that is a list.
    private static final double LARGEST_MEAN = 55;
    private static final int FEWEST = 2;

    private Cards() {}

    /// Gives cards the role of related stories.
    ///
    /// @param headline the part that is the page's own headline, if it was found; no card holds it
    static void mark(HtmlPage page, @Nullable Part headline) {
        Map<Box, Integer> titles = new HashMap<>();
        List<Part> linked = new ArrayList<>();
        for (Part part : page.parts) {
            if (part != headline && part.linkShare() > 0.9 && part.words >= 3 && title(part)) {
                linked.add(part);
                for (Box box = part.box; box != null; box = box.parent) {
                    titles.merge(box, 1, Integer::sum);
                }
            }
        }
        Map<Box, List<Box>> lists = new HashMap<>();
        for (Part part : linked) {
            Box card = card(part, titles, headline);
            if (card != null && card.parent != null) {
                lists.computeIfAbsent(card.parent, _ -> new ArrayList<>()).add(card);
            }
        }
        for (List<Box> cards : lists.values()) {
            boolean excerpts =
                    cards.stream().mapToDouble(card -> card.weight).average().orElse(0) <= LARGEST_MEAN;
            if (cards.size() >= FEWEST && excerpts) {
                cards.stream().filter(card -> card.role != Role.BODY).forEach(card -> card.role = Role.RELATED);
            }
        }
    }

    private static boolean title(Part part) {
        return part.headingLevel() > 0 || part.box.role == Role.HEADLINE || part.box.role == Role.RELATED;
    }

    /// The widest box with this linked title only.
    private static @Nullable Box card(Part part, Map<Box, Integer> titles, @Nullable Part headline) {
        Box card = null;
        for (Box box = part.box; box != null && box.parent != null; box = box.parent) {
            boolean own = headline != null && headline.index >= box.from && headline.index < box.end;
            if (titles.getOrDefault(box, 0) != 1 || own || box.weight > LARGEST) {
                return card;
            }
            card = box;
        }
        return card;
    }
}
