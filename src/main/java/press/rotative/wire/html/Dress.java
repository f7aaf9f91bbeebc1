package press.rotative.wire.html;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Widens the box of the running text where the page sets its paragraphs into several boxes side by side: what stands
/// beside it and is dressed the same, with the same tags and class names, belongs to it.
final class Dress {

    private static final int STEPS = 9;
    private static final double MORE = 1.12;
    private static final double SAME = 0.7;

    private Dress() {}

    /// @param limit a box that it does not leave
    static Box grown(HtmlPage page, Box article, @Nullable Box limit) {
        Box grown = article;
        Box outer = article.parent;
        for (int step = 0; step < STEPS && outer != null && grown != limit; step++, outer = outer.parent) {
            if (outer.plain > grown.plain * MORE && dressed(page, grown, outer)) {
                grown = outer;
            }
            if (outer == limit) {
                break;
            }
        }
        return grown;
    }

    /// Whether most of the prose that the outer box adds is dressed as most of that in the inner one.
    private static boolean dressed(HtmlPage page, Box inner, Box outer) {
        Map<String, Double> inside = new HashMap<>();
        double all = 0;
        for (Part part : page.parts.subList(inner.from, inner.end)) {
            if (prose(part) && dressed(part)) {
                inside.merge(dress(part), part.weight, Double::sum);
                all += part.weight;
            }
        }
        double added = 0;
        double same = 0;
        for (Part part : page.parts.subList(outer.from, outer.end)) {
            if (prose(part) && (part.index < inner.from || part.index >= inner.end)) {
                added += part.weight;
                same += inside.getOrDefault(dress(part), 0.0) > all * 0.3 ? part.weight : 0;
            }
        }
        return added > 0 && same > added * SAME;
    }

    private static boolean prose(Part part) {
        return part.weight > 8 && !part.box.apart;
    }

    /// Some class name is there to tell by.
    private static boolean dressed(Part part) {
        Box outer = part.box.parent;
        return !part.box.element.className().isBlank()
                || outer != null && !outer.element.className().isBlank();
    }

    private static String dress(Part part) {
        Box outer = part.box.parent;
        String around = outer == null ? "" : outer.tag + "." + outer.element.className();
        return part.box.tag + "." + part.box.element.className() + " in " + around;
    }
}
