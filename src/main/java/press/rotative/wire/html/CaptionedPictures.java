package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.media.CreditLine;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger;
import press.rotative.wire.words.CaptionCredits;
import press.rotative.wire.words.Credit;
import press.rotative.wire.words.NameLine;
import press.rotative.wire.words.Prose;
import press.rotative.wire.words.WholeCredit;

/// Puts a picture together with the words that belong to it: its caption and its credit, in its figure, below it, or in
/// the data of the page.
final class CaptionedPictures {

    private static final int MOST_WORDS_OF_NAMES = 8;
    private static final int MOST_WORDS_OF_CREDIT = 14;
    private static final int FEW_WORDS = 3;
    private static final int FEW_PARTS = 4;
    private static final List<String> ICONS = List.of(
            "icon",
            "logo",
            "avatar",
            "gravatar",
            "pixel",
            "spacer",
            "blank.",
            "placeholder",
            "sprite",
            "emoji",
            "1x1",
            "badge",
            "button",
            ".svg",
            "transparent",
            "lazyload");

    private final HtmlPage page;
    private final Box article;
    private final PictureWords pictureWords;
    private final Set<Part> body;

    CaptionedPictures(HtmlPage page, Box article, PictureWords pictureWords, List<Part> body) {
        this.page = page;
        this.article = article;
        this.pictureWords = pictureWords;
        this.body = new HashSet<>(body);
    }

    /// The picture of a shot with its words, which are named by the field; empty for icons, faces, and what has
    /// neither a file nor a caption.
    Optional<Clipping.Picture> of(Shot shot, String field) {
        Optional<String> file = shot.source();
        String lower = file.orElse("").toLowerCase(Locale.ROOT);
        Box figure = pictureWords.around(shot);
        boolean icon = figure == null && ICONS.stream().anyMatch(lower::contains);
        boolean face = figure != null && pictureWords.of(figure).stream().anyMatch(CaptionedPictures::signs);
        boolean lost = file.isEmpty()
                && (figure == null || !pictureWords.captioned(figure))
                && pictureWords.described(shot) == null;
        if (lost || icon || face) {
            return Optional.empty();
        }
        StringBuilder caption = new StringBuilder();
        Optional<Credit> credit = Optional.empty();
        for (Part part : words(shot, figure)) {
            if (part.fate == LossLedger.Fate.MAPPED) {
                continue;
            }
            Optional<Credit> own = named(part, figure) && !captions(part) || behind(caption, part)
                    ? Credit.named(CreditPieces.bare(part.text))
                    : WholeCredit.of(part.text)
                            .filter(_ -> CaptionCredits.creditLast(part.text).equals(part.text));
            if (credit.isEmpty() && own.isPresent()) {
                credit = own;
                part.map(field + ".credit");
                continue;
            }
            Optional<Part.Span> span = credit.isPresent() ? Optional.empty() : CreditPieces.in(part);
            credit = credit.or(() -> span.flatMap(piece -> WholeCredit.of(CreditPieces.said(part, piece))
                    .or(() -> Credit.named(CreditPieces.said(part, piece)))));
            String alt = Values.text(shot.element().attr("alt"));
            boolean described = part.describes && span.isEmpty() && part.text.startsWith(alt) && !alt.isEmpty();
            String behind = described
                    ? CreditPieces.bare(part.text.substring(alt.length()).strip())
                    : "";
            credit = credit.isEmpty() && NameLine.names(behind) ? Credit.named(behind) : credit;
            String whole = described && NameLine.names(behind) ? alt : part.text;
            String said = span.map(piece -> CreditPieces.without(part, piece)).orElse(whole);
            if (!said.isEmpty() && !caption.toString().contains(said)) {
                caption.append(caption.isEmpty() ? "" : " ").append(said);
            }
            part.map(field + (said.isEmpty() ? ".credit" : ".caption"));
        }
        if (credit.isEmpty()) {
            credit = labelledBelow(shot, figure, field).or(() -> labelledAbove(shot, figure, field));
        }
        Optional<String> description =
                Optional.of(Values.text(shot.element().attr("alt"))).filter(text -> !text.isEmpty());
        Optional<String> words = Optional.of(caption.toString().strip())
                .filter(text -> !text.isEmpty())
                .or(() -> Pictures.attribute(shot.element(), "data-caption"));
        Clipping.Picture picture = Pictures.of(words, credit, description, file);
        picture = picture.credit().isPresent() ? picture : Pictures.credited(picture, shot.element());
        Clipping.Picture data =
                file.map(address -> page.data.pictures.get(Shot.name(address))).orElse(null);
        return Optional.of(data == null ? picture : told(picture, data, true));
    }

    /// What is named as a credit as a whole, but holds a caption before it.
    private static boolean captions(Part part) {
        boolean told = part.spans.stream().anyMatch(span -> span.role() == Role.CAPTION);
        return told
                || part.words > MOST_WORDS_OF_CREDIT
                        && CaptionCredits.in(part.text)
                                .filter(credit -> credit.start() > MOST_WORDS_OF_CREDIT)
                                .isPresent();
    }

    /// A line that says "Credit: ..." and nothing else, right behind a picture.
    private Optional<Credit> labelledBelow(Shot shot, @Nullable Box figure, String field) {
        int from = figure == null ? shot.at() : figure.end;
        for (int at = from; at < Math.min(from + 2, page.parts.size()); at++) {
            Part part = page.parts.get(at);
            boolean free = part.fate != LossLedger.Fate.MAPPED && part.words <= MOST_WORDS_OF_NAMES && !others(part);
            Optional<Credit> credit = free ? Credit.of(part.text) : Optional.empty();
            if (credit.isPresent()) {
                part.map(field + ".credit");
                return credit;
            }
            if (body.contains(part)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// The same right above it, where no other picture took it.
    private Optional<Credit> labelledAbove(Shot shot, @Nullable Box figure, String field) {
        int at = (figure == null ? shot.at() : figure.from) - 1;
        if (at < 0) {
            return Optional.empty();
        }
        Part part = page.parts.get(at);
        boolean free = part.fate != LossLedger.Fate.MAPPED
                && part.words <= MOST_WORDS_OF_NAMES
                && !ofOthers(part)
                && !body.contains(part);
        Optional<Credit> credit = free ? Credit.of(part.text) : Optional.empty();
        if (credit.isPresent()) {
            part.map(field + ".credit");
        }
        return credit;
    }

    /// Names in a line of their own behind a caption, or an agency's name: the credit, though nothing says so.
    private static boolean behind(StringBuilder caption, Part part) {
        boolean sentence = caption.length() > 20 && Prose.words(caption.toString()) > part.words;
        return part.words <= MOST_WORDS_OF_NAMES
                && part.text.indexOf('(') < 0
                && NameLine.names(part.text)
                && (sentence
                        || part.words <= FEW_WORDS && CreditLine.of(part.text).namesAgency());
    }

    /// The words in a figure; and a caption that stands below it instead of in it.
    private List<Part> words(Shot shot, @Nullable Box figure) {
        if (figure == null) {
            return below(shot);
        }
        List<Part> words = pictureWords.of(figure);
        Part next = figure.end < page.parts.size() ? page.parts.get(figure.end) : null;
        boolean captioned = words.stream().anyMatch(part -> part.box.withRole(Role.CAPTION, figure.parent) != null);
        boolean own = next != null
                && !captioned
                && !next.claimed()
                && next.box.within("figcaption", null) != null
                && next.box.within("figure", null) == null;
        boolean credit = next != null
                && !next.claimed()
                && next.words <= MOST_WORDS_OF_NAMES
                && next.linkShare() == 0
                && next.box.within("figure", null) == null
                && WholeCredit.of(next.text).isPresent();
        Part same = captioned ? null : pictureWords.described(shot);
        boolean free = same != null && !same.claimed() && !body.contains(same) && !words.contains(same);
        if (own || credit || free) {
            words = new ArrayList<>(words);
            words.add(own || credit ? next : same);
        }
        return words;
    }

    /// The words of the face beside a byline: who wrote the story, and when.
    private static boolean signs(Part part) {
        return part.box.within("address", null) != null
                || part.box.withRole(Role.DATE, null) != null
                || part.spans.stream().anyMatch(span -> span.role() == Role.DATE);
    }

    /// Whether the nearest name around a part says that it is a credit.
    private static boolean named(Part part, @Nullable Box figure) {
        for (Box box = part.box; box != null; box = box.parent) {
            if (box.role == Role.CREDIT || box.role == Role.CAPTION) {
                return box.role == Role.CREDIT;
            }
            if (box == figure) {
                return false;
            }
        }
        return false;
    }

    /// Words right below a picture that stands in no box with it: named as a caption, or closed by a credit.
    private List<Part> below(Shot shot) {
        Part same = pictureWords.described(shot);
        if (same == null && shot.at() >= page.parts.size()) {
            return List.of();
        }
        Part part = same == null ? page.parts.get(shot.at()) : same;
        boolean named = part.describes
                || part.box.withRole(Role.CAPTION, article) != null
                || part.box.withRole(Role.CREDIT, article) != null;
        boolean signed = part.words <= 60 && CaptionCredits.in(part.text).isPresent();
        // In the running text only what is named so, or stands in one paragraph with its picture, is a caption.
        boolean sure = named && part.words <= 60 || signed && shot.box() == part.box;
        boolean free = !body.contains(part) || sure;
        return !part.claimed() && free && part.words <= 120 && (named || signed) ? List.of(part) : List.of();
    }

    /// The picture as seen, with the words of the page's data where the page itself shows none.
    ///
    /// @param same whether the data speaks of this very file
    static Clipping.Picture told(Clipping.Picture seen, Clipping.Picture data, boolean same) {
        boolean caption = seen.caption().isEmpty() && data.caption().isPresent();
        boolean credit =
                seen.credit().isEmpty() && (same || caption || seen.caption().equals(data.caption()));
        return new Clipping.Picture(
                caption ? data.caption() : seen.caption(),
                credit ? data.credit() : seen.credit(),
                credit ? data.creditDetail() : seen.creditDetail(),
                seen.archive() || (caption || credit) && data.archive(),
                seen.alt(),
                seen.file());
    }

    /// In a card or a comment, or the words of another picture.
    static boolean others(Part part) {
        for (Box box = part.box; box != null; box = box.parent) {
            if (box.pictures > 0 && box.end - box.from <= FEW_PARTS) {
                return true;
            }
        }
        return ofOthers(part);
    }

    /// In a card, a comment or a menu.
    static boolean ofOthers(Part part) {
        return part.box.withRole(Role.RELATED, null) != null
                || part.box.withRole(Role.COMMENTS, null) != null
                || part.box.withRole(Role.NAVIGATION, null) != null;
    }
}
