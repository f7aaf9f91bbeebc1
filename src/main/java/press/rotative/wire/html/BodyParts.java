package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.wire.words.Credit;
import press.rotative.wire.words.Folding;
import press.rotative.wire.words.Furniture;
import press.rotative.wire.words.Prose;

/// Chooses, inside the box of the running text, the parts that belong to it, and names the others: what stands apart by
/// its role, captions, links to other stories, known words of pages, and what follows a heading such as "Related".
final class BodyParts {

    private static final int MOST_CAPTION_WORDS = 110;
    private static final double FEW = 0.35;
    private static final double MOSTLY_LINKS = 0.6;

    private final HtmlPage page;
    private final Box article;
    private final List<Part> kept = new ArrayList<>();
    private final Map<Box, Boolean> tables = new HashMap<>();
    private final Map<Box, Boolean> linkLists = new HashMap<>();

    private BodyParts(HtmlPage page, Box article) {
        this.page = page;
        this.article = article;
    }

    /// The parts of the running text, in order. The others inside the box are named.
    static List<Part> of(HtmlPage page, Box article) {
        var body = new BodyParts(page, article);
        body.choose();
        body.trim();
        return body.kept;
    }

    private void choose() {
        Box over = null;
        for (Part part : page.parts.subList(article.from, article.end)) {
            if (over != null && part.box.inside(over)) {
                name(part, "related");
                continue;
            }
            over = null;
            if (part.claimed() || apart(part) || caption(part)) {
                continue;
            }
            if (part.text.codePoints().noneMatch(Character::isLetterOrDigit)) {
                part.furniture("separator");
                continue;
            }
            Optional<String> words = furniture(part);
            if (words.isPresent()) {
                var around = part.box.parent;
                part.furniture(words.get());
                boolean ends = part.headingLevel() > 0 && around != null && around != article && light(around);
                over = ends ? around : null;
            } else if (!links(part)) {
                kept.add(part);
            }
        }
    }

    /// Holds little of the text of the article.
    private boolean light(Box box) {
        return box.weight < article.weight * FEW;
    }

    private static void name(Part part, String kind) {
        if (!part.claimed()) {
            part.furniture(kind);
        }
    }

    private boolean apart(Part part) {
        for (Box box = part.box; box != null && box != article; box = box.parent) {
            if (box.role.apart()) {
                part.furniture(box.role.furniture());
                return true;
            }
        }
        return false;
    }

    private boolean caption(Part part) {
        if (part.describes || part.mostly(Role.CAPTION) && part.box.pictures > 0) {
            return true;
        }
        Box caption = part.box.withRole(Role.CAPTION, article);
        Box credit = part.box.withRole(Role.CREDIT, article);
        Box figure = part.box.within("figure", article) == null
                ? pictured(part.box.withRole(Role.FIGURE, article))
                : part.box.within("figure", article);
        boolean quote = figure != null
                && (part.box.within("blockquote", figure) != null
                        || part.box.within("table", figure) != null
                                && part.box.within("figcaption", figure) == null
                                && data(part));
        return (caption != null && light(caption) || credit != null && light(credit) || figure != null && light(figure))
                && !quote;
    }

    /// A box named after a picture, with one in it and few words.
    private @Nullable Box pictured(@Nullable Box named) {
        if (named == null || named.end - named.from > 4) {
            return null;
        }
        int words = 0;
        for (Part part : page.parts.subList(named.from, named.end)) {
            words += part.words;
        }
        return words <= MOST_CAPTION_WORDS && named.pictures > 0 ? named : null;
    }

    private static Optional<String> furniture(Part part) {
        if (part.words > 14) {
            return Optional.empty();
        }
        List<Furniture.Match> pieces = Furniture.WORDS.wholeLine(Folding.of(part.text));
        if (pieces.isEmpty() || pieces.getFirst().kind().equals(Furniture.SECTION)) {
            return Phrases.kind(part.text);
        }
        return Optional.of(pieces.getFirst().kind());
    }

    /// Links to other pages: a line that is a link, and lists of them.
    private boolean links(Part part) {
        if (data(part)) {
            return false;
        }
        Box list = part.box.within("ul", article) == null
                ? part.box.within("ol", article)
                : part.box.within("ul", article);
        if (list != null && linkLists.computeIfAbsent(list, this::linkList)) {
            part.furniture("related");
            return true;
        }
        boolean whole = part.linkShare() > 0.9 && part.words >= 1;
        if (whole && !(part.box.tag.equals("p") && Prose.fullStop(part.text) && part.words > 8)) {
            part.furniture("related");
            return true;
        }
        return false;
    }

    /// A cell of a table of data: several rows of short cells, not mostly links.
    private boolean data(Part part) {
        Box table = part.box.within("table", article);
        return table != null && tables.computeIfAbsent(table, this::table);
    }

    private boolean table(Box table) {
        int cells = 0;
        int words = 0;
        for (Part part : page.parts.subList(table.from, table.end)) {
            cells++;
            words += part.words;
        }
        return cells >= 4
                && words < cells * 12
                && (double) table.linkLetters / Math.max(1, table.letters) < MOSTLY_LINKS;
    }

    private boolean linkList(Box list) {
        return list.letters > 0 && (double) list.linkLetters / list.letters > MOSTLY_LINKS && light(list);
    }

    /// Before the first and after the last running text stand titles, dates and labels.
    private void trim() {
        int first = 0;
        while (first < kept.size() && !text(kept.get(first))) {
            first++;
        }
        while (first > 0 && first < kept.size() && opens(kept.get(first - 1), kept.get(first))) {
            first--;
        }
        int last = kept.size() - 1;
        while (last > first && !ending(kept.get(last))) {
            last--;
        }
        if (first <= last) {
            List<Part> inside = new ArrayList<>(kept.subList(first, last + 1));
            inside.removeIf(part -> !part.claimed() && label(part));
            kept.clear();
            kept.addAll(inside);
        }
    }

    /// A heading right above the text, in the same box.
    private static boolean opens(Part heading, Part text) {
        return heading.headingLevel() > 1
                && heading.linkShare() < 0.5
                && heading.box.parent == text.box.parent
                && !heading.claimed();
    }

    private static boolean text(Part part) {
        return part.weight > 3 || part.box.tag.equals("p") && part.words >= 6 && part.headingLevel() == 0;
    }

    private boolean ending(Part part) {
        return text(part)
                || data(part)
                || part.headingLevel() == 0
                        && (part.box.tag.equals("li") || part.box.tag.equals("p") && Prose.closed(part.text));
    }

    /// A few words in no paragraph, list or heading: a label, a button, a figure.
    private static boolean label(Part part) {
        String tag = part.box.tag;
        boolean placed = tag.equals("p")
                || tag.equals("li")
                || tag.equals("td")
                || tag.equals("th")
                || tag.equals("blockquote")
                || tag.equals("dd")
                || tag.equals("dt")
                || tag.equals("pre")
                || tag.equals("caption")
                || part.headingLevel() > 0;
        return !placed && part.words < 5 && !Prose.closed(part.text);
    }

    static boolean credit(Part part) {
        return part.words < 12 && Credit.of(part.text).isPresent();
    }
}
