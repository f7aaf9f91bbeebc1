package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Element;
import press.rotative.platform.Problem;
import press.rotative.story.Mark;

/// A link or an emphasis over a piece of a part, as the page has it. Most stand in menus and lists, so that
/// addresses are read only where the piece becomes one of the story.
record Emphasis(int from, int to, Mark.Kind kind, Element element) {

    private static final int MOST_AROUND = 12;

    /// The marks that a story takes: ranges that nest, no link inside another, the same kind not twice at one
    /// place, and no address that the story room refuses.
    static List<Mark> marks(List<Emphasis> pieces, PageAddresses addresses) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        List<Mark> sorted = new ArrayList<>();
        for (Emphasis piece : pieces) {
            piece.mark(addresses, sorted);
        }
        sorted.sort(Comparator.comparingInt(Mark::from)
                .thenComparing(Comparator.comparingInt(Mark::to).reversed()));
        List<Mark> kept = new ArrayList<>();
        for (Mark mark : sorted) {
            boolean fits = true;
            for (int at = kept.size() - 1; at >= 0 && at >= kept.size() - MOST_AROUND; at--) {
                Mark outer = kept.get(at);
                boolean overlaps = outer.to() > mark.from();
                fits &= !overlaps || outer.to() >= mark.to() && outer.kind() != mark.kind();
            }
            if (fits) {
                kept.add(mark);
            }
        }
        return List.copyOf(kept);
    }

    private void mark(PageAddresses addresses, List<Mark> into) {
        String href = kind == Mark.Kind.LINK ? addresses.linkable(element.attr("href")) : null;
        if (kind == Mark.Kind.LINK && href == null) {
            return;
        }
        try {
            into.add(new Mark(from, to, kind, href));
        } catch (Problem noAddress) {
            // The story room links nothing of this sort; the words stay.
        }
    }
}
