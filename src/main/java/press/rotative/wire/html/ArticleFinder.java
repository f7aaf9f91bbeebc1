package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.wire.words.Prose;

/// Finds the box that holds the running text. Every part is weighed as running text (long, closed sentences, few
/// links) or against it; a box gains what its parts weigh, the less the farther inside they stand, so that the
/// narrowest box around most of the text wins. What stands apart by its role does not count, unless it is most of the
/// page: class names are hints, and a wrong one must not hide the story.
final class ArticleFinder {

    private static final double FADE = 0.86;
    private static final double MOST = 0.5;
    private static final double NAMED = 1.35;
    private static final double FEW_WORDS = 30;
    /// Roles that a paragraph of running text may be named after.
    private static final Set<Role> DOUBTFUL = EnumSet.of(
            Role.PAYWALL,
            Role.RELATED,
            Role.SECTION,
            Role.TAGS,
            Role.BYLINE,
            Role.DATE,
            Role.TOOLS,
            Role.PLAYER,
            Role.ASIDE,
            Role.FORM,
            Role.NAVIGATION);
    private static final double BEFORE_HEADLINE = 0.5;

    private ArticleFinder() {}

    /// @param headline the part that is the page's own headline, if it was found
    static Box find(HtmlPage page, @Nullable Part headline) {
        page.parts.forEach(part -> part.weight = weight(part));
        sums(page);
        Cards.mark(page, headline);
        doubtRoles(page, headline);
        apart(page);
        near(page.boxes, page.parts);
        Box best = page.boxes.getFirst();
        double most = -1;
        for (Box box : page.boxes) {
            if (box.apart) {
                continue;
            }
            double value = box.near * (box.role == Role.BODY ? NAMED : box.tag.equals("article") ? 1.05 : 1);
            value *= headline == null || box.end > headline.index ? 1 : BEFORE_HEADLINE;
            if (value > most) {
                most = value;
                best = box;
            }
        }
        return around(page, best);
    }

    private static void apart(HtmlPage page) {
        for (Box box : page.boxes) {
            box.apart = box.role.apart() || box.parent != null && box.parent.apart;
        }
        for (Part part : page.parts) {
            part.box.plain += part.box.apart ? 0 : Math.max(0, part.weight);
        }
        for (int at = page.boxes.size() - 1; at > 0; at--) {
            Box box = page.boxes.get(at);
            if (box.parent != null) {
                box.parent.plain += box.plain;
            }
        }
    }

    /// Some pages cut their story into several boxes, each named as the body, or name every paragraph so: then the box
    /// around all of them is meant.
    private static Box around(HtmlPage page, Box best) {
        Box around = best;
        double sum = 0;
        List<Box> bodies = new ArrayList<>();
        for (Box box : page.boxes) {
            boolean outermost = box.parent == null || box.parent.withRole(Role.BODY, null) == null;
            if (box.role == Role.BODY && !box.apart && outermost && box.plain > 0) {
                bodies.add(box);
                sum += box.plain;
            }
        }
        boolean part = bodies.stream().anyMatch(best::inside);
        if (part && sum > best.plain * 1.1) {
            Box all = best;
            for (Box body : bodies) {
                while (body.plain > sum * 0.03 && !body.inside(all) && all.parent != null) {
                    all = all.parent;
                }
            }
            around = all.plain <= sum * 1.4 ? all : best;
        }
        while (around.parent != null && around.end - around.from <= 2 && around.parent.plain > around.plain * 1.3) {
            around = around.parent;
        }
        return around;
    }

    /// A box with most of the text of the page, or with the headline and much of it, is the story, whatever its name.
    /// Comments and lists of stories can outweigh a short one: they are believed as long as anything else is there.
    private static void doubtRoles(HtmlPage page, @Nullable Part headline) {
        double all = page.boxes.getFirst().weight;
        trustBodies(page, headline, all);
        double others = others(page);
        for (Box box : page.boxes) {
            if (box.tag.equals("p") && box.weight > 8 && DOUBTFUL.contains(box.role)) {
                box.role = Role.NONE;
            } else if (box.role.apart() && box.weight > 0) {
                boolean own = headline != null && headline.index >= box.from && headline.index < box.end;
                boolean tale = box.role == Role.COMMENTS || box.role == Role.RELATED || box.role == Role.HIDDEN;
                double limit = own || box.role == Role.PAYWALL
                        ? all * 0.2
                        : tale ? (others >= FEW_WORDS ? Double.MAX_VALUE : 0) : all * MOST;
                if (box.weight > limit) {
                    box.role = Role.NONE;
                }
            }
        }
    }

    /// A box around the named body, or around the `article` or `main` of a page, is no sidebar, whatever its name.
    private static void trustBodies(HtmlPage page, @Nullable Part headline, double all) {
        for (Box box : page.boxes) {
            boolean headed = headline != null && headline.index >= box.from && headline.index < box.end;
            boolean body = box.role == Role.BODY || headed && (box.tag.equals("article") || box.tag.equals("main"));
            boolean tale = box.withRole(Role.COMMENTS, null) != null || box.withRole(Role.RELATED, null) != null;
            for (Box outer = body && !tale && box.weight > all * 0.35 ? box.parent : null;
                    outer != null;
                    outer = outer.parent) {
                outer.role = DOUBTFUL.contains(outer.role) ? Role.NONE : outer.role;
            }
        }
    }

    /// What the text outside all comments, cards and hidden boxes weighs.
    private static double others(HtmlPage page) {
        double weight = 0;
        for (Part part : page.parts) {
            boolean apart = false;
            for (Box box = part.box; box != null && !apart; box = box.parent) {
                apart = box.role == Role.COMMENTS
                        || box.role == Role.RELATED
                        || box.role == Role.HIDDEN
                        || box.role == Role.COOKIES
                        || box.role == Role.NEWSLETTER
                        || box.role == Role.FOOTER;
            }
            weight += apart ? 0 : Math.max(0, part.weight);
        }
        return weight;
    }

    /// Adds up letters and weights from the inside to the outside.
    private static void sums(HtmlPage page) {
        for (Part part : page.parts) {
            part.box.letters += part.text.length();
            part.box.linkLetters += part.linkLetters;
            part.box.weight += Math.max(0, part.weight);
        }
        for (int at = page.boxes.size() - 1; at > 0; at--) {
            Box box = page.boxes.get(at);
            Box outer = box.parent;
            if (outer != null) {
                outer.letters += box.letters;
                outer.linkLetters += box.linkLetters;
                outer.weight += box.weight;
            }
        }
    }

    private static void near(List<Box> boxes, List<Part> parts) {
        for (Part part : parts) {
            part.box.near += part.weight;
        }
        for (int at = boxes.size() - 1; at > 0; at--) {
            Box box = boxes.get(at);
            Box outer = box.parent;
            if (outer != null && !box.role.apart() && box.role != Role.CAPTION) {
                boolean paragraph = box.tag.equals("p") || box.end - box.from == 1;
                outer.near += box.near * (paragraph ? 1 : FADE);
            }
        }
    }

    static double weight(Part part) {
        double links = part.linkShare();
        int words = part.words;
        boolean closed = Prose.closed(part.text);
        if (links > 0.5) {
            return -Math.min(words, 12) * 0.5;
        }
        if (words >= 10 && (closed || words >= 25)) {
            return words * (1 - links) + (part.box.tag.equals("p") ? 3 : 0);
        }
        if (closed && words >= 4) {
            return words * 0.4 * (1 - links);
        }
        if (part.box.tag.equals("li") && links < 0.2) {
            return words * 0.25;
        }
        if (part.headingLevel() > 0 || part.box.tag.equals("p")) {
            return 0;
        }
        return -1;
    }
}
