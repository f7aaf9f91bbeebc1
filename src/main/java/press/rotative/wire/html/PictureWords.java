package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.media.CreditLine;
import press.rotative.wire.words.CaptionCredits;
import press.rotative.wire.words.NameLine;
import press.rotative.wire.words.WholeCredit;

/// Finds the words that belong to a picture: what stands with it, and with no other picture, in one box without running
/// text. Mark-up that names captions and credits decides; without it a few words below a picture are its caption.
final class PictureWords {

    private static final int STEPS = 8;
    private static final int MOST_PARTS = 8;
    private static final int FEW_PARTS = 4;
    private static final int MOST_WORDS = 110;
    private static final int FEW_WORDS = 35;
    private static final int FEW_WORDS_OF_PARAGRAPH = 20;
    private static final double RUNNING_TEXT = 45;
    private static final int MOST_PICTURES = 300;
    private static final int SHORTEST_DESCRIPTION = 20;
    private static final int REACH = 12;
    private static final int BEFORE = 3;
    private static final int FEWEST_WORDS = 3;
    private static final double MOSTLY_LINKS = 0.5;

    private final HtmlPage page;
    private final Box article;

    PictureWords(HtmlPage page, Box article) {
        this.page = page;
        this.article = article;
    }

    /// The box around a picture and its words; null when it has none.
    @Nullable
    Box around(Shot shot) {
        Box best = null;
        Box named = null;
        int found = 0;
        Box box = shot.box();
        for (int up = 0; up < STEPS && box != null && box != article; up++, box = box.parent) {
            boolean figure = box.tag.equals("figure");
            if (box.pictures > 1 && !figure || box.end - box.from > MOST_PARTS) {
                break;
            }
            int captions = 0;
            double running = 0;
            for (Part part : page.parts.subList(box.from, box.end)) {
                boolean caption = caption(part, box);
                captions += caption ? 1 : 0;
                running += caption ? 0 : Math.max(0, part.weight);
            }
            if (running > RUNNING_TEXT) {
                break;
            }
            if (captions > found || figure && best == null) {
                best = box;
                found = captions;
            }
            boolean pictured = box.role == Role.FIGURE && box.end > box.from && box.end - box.from <= FEW_PARTS;
            named = named == null && pictured && words(box) <= MOST_WORDS ? box : named;
        }
        return best == null || best.end == best.from && named != null ? named : best;
    }

    /// The parts of such a box that are the picture's: those that are named as captions or credits, or else all.
    List<Part> of(Box group) {
        List<Part> all = page.parts.subList(group.from, group.end);
        boolean captioned = all.stream().anyMatch(part -> named(part, group));
        List<Part> named = new ArrayList<>(all);
        named.removeIf(part ->
                captioned && !caption(part, group) && WholeCredit.of(part.text).isEmpty());
        named.removeIf(part -> Phrases.viewer(part.text));
        return named;
    }

    /// Whether mark-up names some words of such a box as a caption or a credit.
    boolean captioned(Box group) {
        return page.parts.subList(group.from, group.end).stream().anyMatch(part -> caption(part, group));
    }

    private static boolean caption(Part part, Box group) {
        return named(part, group) || part.box.withRole(Role.CREDIT, group.parent) != null;
    }

    private static boolean named(Part part, Box group) {
        return part.describes
                || part.box.withRole(Role.CAPTION, group.parent) != null
                || part.mostly(Role.CAPTION)
                || part.box.within("figcaption", group.parent) != null;
    }

    /// The words near a picture that repeat its description or its title: its caption, wherever they stand.
    @Nullable
    Part described(Shot shot) {
        String alt = Values.text(shot.element().attr("alt"));
        String title = Values.text(shot.element().attr("title"));
        int to = Math.min(page.parts.size(), shot.at() + REACH);
        for (Part part : page.parts.subList(Math.max(0, Math.min(to, shot.at() - BEFORE)), to)) {
            boolean same = part.words >= FEWEST_WORDS
                    && (same(part.text, alt) || same(part.text, title) || goesOn(part.text, alt));
            boolean shown = part.box.withRole(Role.HIDDEN, null) == null;
            if (same
                    && shown
                    && part.headingLevel() == 0
                    && part.linkShare() < MOSTLY_LINKS
                    && !CaptionedPictures.ofOthers(part)) {
                return part;
            }
        }
        return null;
    }

    /// Behind the description stand a few words, such as a credit.
    private static boolean goesOn(String text, String alt) {
        String rest = alt.length() > SHORTEST_DESCRIPTION && text.startsWith(alt)
                ? CreditPieces.bare(text.substring(alt.length()).strip())
                : "";
        return NameLine.names(rest) || WholeCredit.of(rest).isPresent();
    }

    private static boolean same(String one, String other) {
        return Math.abs(one.length() - other.length()) <= FEW_PARTS
                && letters(one).equals(letters(other));
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Gives the role of captions to the few words that stand with a picture of the article in a box of their own.
    void markNameless() {
        int seen = 0;
        for (Shot shot : page.shots) {
            boolean ours = !shot.box().apart && shot.box().role != Role.NAVIGATION && shot.at() <= article.end;
            if (!ours || seen++ >= MOST_PICTURES) {
                continue;
            }
            Part same = described(shot);
            if (same != null) {
                same.describes = true;
            } else if (shot.source().isPresent() && around(shot) == null) {
                Box group = folded(shot);
                group = group == null ? nameless(shot) : group;
                if (group != null) {
                    group.role = group.role == Role.HIDDEN ? Role.CAPTION : group.role;
                    page.parts.subList(group.from, group.end).forEach(part -> part.box.role = Role.CAPTION);
                }
            }
        }
    }

    /// The hidden box behind a picture that a button unfolds: its words begin with the description of the picture.
    private @Nullable Box folded(Shot shot) {
        if (shot.at() >= page.parts.size()) {
            return null;
        }
        Part next = page.parts.get(shot.at());
        String described = Values.text(shot.element().attr("alt"));
        Box hidden = next.box.withRole(Role.HIDDEN, null);
        boolean same = hidden != null
                && described.length() > SHORTEST_DESCRIPTION
                && hidden.end - hidden.from <= FEW_PARTS
                && next.text.startsWith(described);
        return same || hidden != null && agency(hidden) ? hidden : null;
    }

    /// A few words, the last of which name an agency.
    private boolean agency(Box hidden) {
        Part last = hidden.end == hidden.from ? null : page.parts.get(hidden.end - 1);
        String end = last == null || last.spans.isEmpty() ? "" : CreditPieces.said(last, last.spans.getLast());
        return hidden.end - hidden.from <= FEW_PARTS
                && words(hidden) <= MOST_WORDS
                && last != null
                && (CreditLine.of(end).namesAgency()
                        || last.words <= FEWEST_WORDS
                                && CreditLine.of(last.text).namesAgency());
    }

    private @Nullable Box nameless(Shot shot) {
        Box group = null;
        Box box = shot.box();
        for (int up = 0; up < STEPS && box != null && box.parent != null; up++, box = box.parent) {
            boolean around = box == article || article.inside(box);
            if (around || box.pictures != 1 || box.end - box.from > FEW_PARTS || box.role.apart()) {
                break;
            }
            group = box.end > box.from && box != shot.box() ? box : group;
        }
        if (group == null || article.inside(group)) {
            return null;
        }
        int words = 0;
        boolean paragraph = false;
        boolean credited = false;
        for (Part part : page.parts.subList(group.from, group.end)) {
            words += part.words;
            credited |= CaptionCredits.in(part.text).isPresent();
            paragraph |= part.box.tag.equals("p");
            boolean below = part.index >= shot.at() || WholeCredit.of(part.text).isPresent();
            boolean other = part.headingLevel() > 0
                    || part.linkShare() > 0.5
                    || part.box.pictures > 0
                    || part.box.role != Role.NONE && part.box.role != Role.FIGURE
                    || part.claimed();
            if (!below || other) {
                return null;
            }
        }
        int most = credited ? MOST_WORDS : paragraph ? FEW_WORDS_OF_PARAGRAPH : FEW_WORDS;
        return words <= most ? group : null;
    }

    private int words(Box box) {
        int words = 0;
        for (Part part : page.parts.subList(box.from, box.end)) {
            words += part.words;
        }
        return words;
    }
}
