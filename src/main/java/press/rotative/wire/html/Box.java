package press.rotative.wire.html;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A block element with visible text, a picture or a frame in it, and what was counted in it. Boxes are numbered in the
/// order of the page, each after the one around it.
final class Box {
    final Element element;
    final String tag;
    final @Nullable Box parent;
    final int depth;
    Role role;
    /// It stands apart from the running text by its role, or by that of a box around it.
    boolean apart;
    /// It stands in a box whose name may mean nothing.
    boolean inBlock;
    /// The parts inside: from this index up to, not including, `end`.
    int from;
    int end;
    int letters;
    int linkLetters;
    /// How many pictures stand in it; the same one twice in a row counts once.
    int pictures;
    /// What the running text in it weighs, text that stands apart by its role included.
    double weight;
    /// The same without it.
    double plain;
    /// The same, fading with the distance to the text.
    double near;

    Box(Element element, @Nullable Box parent, Role role, int from) {
        this.element = element;
        this.tag = element.normalName();
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.role = role;
        this.from = from;
    }

    /// Whether this box is the other one or stands somewhere in it.
    boolean inside(Box other) {
        Box box = this;
        while (box != null && box.depth > other.depth) {
            box = box.parent;
        }
        return box == other;
    }

    /// The nearest box with this tag, itself included, up to a limit that is not asked.
    @Nullable
    Box within(String name, @Nullable Box limit) {
        for (Box box = this; box != null && box != limit; box = box.parent) {
            if (box.tag.equals(name)) {
                return box;
            }
        }
        return null;
    }

    /// The nearest box with this role, itself included.
    @Nullable
    Box withRole(Role wanted, @Nullable Box limit) {
        for (Box box = this; box != null && box != limit; box = box.parent) {
            if (box.role == wanted) {
                return box;
            }
        }
        return null;
    }
}
