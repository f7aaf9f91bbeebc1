package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /// Roles whose boxes often hold more prose than a short story.
    private static final Set<Role> TALES = EnumSet.of(Role.COMMENTS, Role.RELATED, Role.HIDDEN, Role.COOKIES);
    private static final double BEFORE_HEADLINE = 0.5;
    private static final double LEAST_STORY = 60;
    private static final double SHARE = 0.3;
    private static final int MOST_CAPTIONS = 4;
    private static final Set<String> CELLS = Set.of("tr", "td", "th", "tbody", "thead");

    private ArticleFinder() {}

    /// @param headline the part that is the page's own headline, if it was found
    static Box find(HtmlPage page, @Nullable Part headline) {
        page.parts.forEach(part -> part.weight = weight(part));
        sums(page);
        Cards.mark(page, headline);
        doubtRoles(page, headline);
        apart(page);
        near(page.boxes, page.parts);
        Box best = best(page, headline, page.boxes.getFirst());
        Box own = ownArticle(page, headline, best);
        Box chosen = own == null ? best : best(page, headline, own);
        return Dress.grown(page, around(page, chosen, own), own);
    }

    private static Box best(HtmlPage page, @Nullable Part headline, Box within) {
        Box best = within;
        double most = -1;
        for (Box box : page.boxes) {
            if (box.apart || !box.inside(within)) {
                continue;
            }
            double value = box.near * (box.role == Role.BODY ? NAMED : box.tag.equals("article") ? 1.05 : 1);
            value *= headline == null || box.end > headline.index ? 1 : BEFORE_HEADLINE;
            if (value > most) {
                most = value;
                best = box;
            }
        }
        return best;
    }

    /// Where a page goes on with other stories below its own, each in an `article`: the one around the headline.
    private static @Nullable Box ownArticle(HtmlPage page, @Nullable Part headline, Box best) {
        Box own = headline == null ? null : headline.box.within("article", null);
        if (own == null || own.plain < LEAST_STORY) {
            return null;
        }
        boolean holds = best.inside(own) || own.plain > best.plain * SHARE;
        for (Box other : page.boxes) {
            boolean story = other.tag.equals("article")
                    && (holds || other.parent == own.parent)
                    && !other.apart
                    && other.plain >= LEAST_STORY
                    && !other.inside(own)
                    && !own.inside(other);
            if (story) {
                return own;
            }
        }
        return null;
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
    private static Box around(HtmlPage page, Box best, @Nullable Box limit) {
        Box around = best;
        double sum = 0;
        List<Box> bodies = new ArrayList<>();
        for (Box box : page.boxes) {
            boolean outermost = box.parent == null || box.parent.withRole(Role.BODY, null) == null;
            boolean allowed = limit == null || box.inside(limit);
            if (box.role == Role.BODY && !box.apart && outermost && allowed && box.plain > 0) {
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
        while (around.parent != null
                && around != limit
                && around.end - around.from <= 2
                && around.parent.plain > around.plain * 1.3) {
            around = around.parent;
        }
        return around;
    }

    /// A box with most of the text of the page, or with the headline and much of it, is the story, whatever its name.
    /// Comments and lists of stories can outweigh a short one: they are believed as long as anything else is there.
    private static void doubtRoles(HtmlPage page, @Nullable Part headline) {
        double all = page.boxes.getFirst().weight;
        trustBodies(page, headline, all);
        trustBlocks(page, all);
        double others = others(page);
        for (Box box : page.boxes) {
            boolean cell = box.role.apart() && CELLS.contains(box.tag) && box.withRole(Role.BODY, null) != null;
            boolean doubtful = DOUBTFUL.contains(box.role);
            if (cell || box.tag.equals("p") && box.weight > 8 && doubtful || doubtful && pictured(page, box)) {
                box.role = Role.NONE;
            } else if (box.role.apart() && box.weight > 0) {
                boolean own = headline != null && headline.index >= box.from && headline.index < box.end;
                if (own && (box.role == Role.RELATED || DOUBTFUL.contains(box.role)) && box.role != Role.NAVIGATION) {
                    box.role = Role.NONE;
                    continue;
                }
                boolean tale = TALES.contains(box.role);
                double limit = own || box.role == Role.PAYWALL
                        ? all * 0.2
                        : tale ? (others >= FEW_WORDS ? Double.MAX_VALUE : 0) : all * MOST;
                if (box.weight > limit) {
                    box.role = Role.NONE;
                }
            }
        }
    }

    /// A picture with its caption and nothing else, as builders of pages set it ("widget").
    private static boolean pictured(HtmlPage page, Box box) {
        if (box.pictures != 1 || box.end == box.from || box.end - box.from > MOST_CAPTIONS) {
            return false;
        }
        for (Part part : page.parts.subList(box.from, box.end)) {
            Box caption = part.box.within("figcaption", box);
            if (caption == null || part.linkShare() > MOST) {
                return false;
            }
        }
        return true;
    }

    /// Boxes of one name that together hold most of the text are what the story is built of ("widget", "module"),
    /// unless a named body holds some outside of them.
    private static void trustBlocks(HtmlPage page, double all) {
        Map<String, Double> weights = new HashMap<>();
        Map<Box, Double> within = new HashMap<>();
        for (Box box : page.boxes) {
            box.inBlock = box.parent != null && (box.parent.inBlock || block(box.parent));
            if (block(box) && box.weight > 0 && !box.inBlock) {
                weights.merge(name(box), box.weight, Double::sum);
                for (Box outer = box.parent; outer != null; outer = outer.parent) {
                    if (outer.role == Role.BODY) {
                        within.merge(outer, box.weight, Double::sum);
                    }
                }
            }
        }
        double outside =
                all - weights.values().stream().mapToDouble(weight -> weight).sum();
        for (Box box : page.boxes) {
            boolean body = box.role == Role.BODY && !box.inBlock;
            if (body && box.weight - within.getOrDefault(box, 0.0) >= LEAST_STORY) {
                return;
            }
        }
        for (Box box : page.boxes) {
            boolean tale = box.role == Role.RELATED && outside >= LEAST_STORY;
            if (block(box) && !tale && weights.getOrDefault(name(box), 0.0) > all * MOST) {
                box.role = Role.NONE;
            }
        }
    }

    private static String name(Box box) {
        String names = box.element.className();
        int end = names.indexOf(' ');
        return box.role + " " + box.tag + " " + (end < 0 ? names : names.substring(0, end));
    }

    private static boolean block(Box box) {
        return DOUBTFUL.contains(box.role);
    }

    /// A box around the named body, or around the `article` or `main` of a page, is no sidebar, whatever its name.
    private static void trustBodies(HtmlPage page, @Nullable Part headline, double all) {
        for (Box box : page.boxes) {
            boolean headed = headline != null && headline.index >= box.from && headline.index < box.end;
            boolean body = box.role == Role.BODY || headed && (box.tag.equals("article") || box.tag.equals("main"));
            boolean tale = box.withRole(Role.COMMENTS, null) != null || box.withRole(Role.RELATED, null) != null;
            boolean large = box.weight > all * 0.35;
            for (Box outer = body && !tale && box.weight > FEW_WORDS ? box.parent : null;
                    outer != null;
                    outer = outer.parent) {
                boolean most = large || box.role == Role.BODY && box.weight > outer.weight * 0.6;
                outer.role = most && DOUBTFUL.contains(outer.role) ? Role.NONE : outer.role;
            }
            boolean within = box.role == Role.RELATED && box.weight > all * MOST;
            if (within && box.parent != null && box.parent.withRole(Role.BODY, null) != null) {
                box.role = Role.NONE;
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
