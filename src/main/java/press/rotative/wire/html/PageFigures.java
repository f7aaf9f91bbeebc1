package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import press.rotative.media.CreditLine;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger;
import press.rotative.wire.words.CaptionCredits;
import press.rotative.wire.words.Credit;
import press.rotative.wire.words.Prose;

/// The pictures and frames of a story with the words under them: the first before the text is its hero, the
/// others stand between its parts. Icons, faces, and pictures of other stories are none of them.
final class PageFigures {

    private static final String HERO = "hero";
    private static final int FROM_HEADLINE = 12;
    private static final int MOST = 100;
    private static final int MOST_WORDS_OF_NAMES = 8;
    private static final int FEW_WORDS = 3;
    private static final int WORDS_OF_HERO = 24;
    private static final int LONGEST_CAPTION = 120;
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
    private final HtmlDraft draft;
    private final PictureWords pictureWords;
    private final Set<Part> body;
    private final @Nullable Part headline;
    private final List<Shot> shots = new ArrayList<>();
    /// Frames by their address, and pictures by their name: where each was set.
    private final Map<String, String> shown = new HashMap<>();
    private final int first;
    private int next;

    PageFigures(HtmlPage page, Box article, List<Part> body, @Nullable Part headline, HtmlDraft draft) {
        this.page = page;
        this.article = article;
        this.draft = draft;
        this.headline = headline;
        this.pictureWords = new PictureWords(page, article);
        this.body = new HashSet<>(body);
        this.first = body.isEmpty() ? article.from : body.getFirst().index;
        int last = body.isEmpty() ? article.end : body.getLast().index;
        int from = Math.max(0, (headline == null ? first : Math.min(headline.index, first)) - FROM_HEADLINE);
        Box own = headline == null ? null : headline.box.within("article", null);
        for (Shot shot : page.shots) {
            boolean headed = own != null && shot.box().inside(own);
            boolean placed = (shot.at() >= from || headed) && shot.at() <= last + 2;
            // Above the text stand the frames of a video, in the head those of services.
            boolean above = shot.at() <= first && (!framed(shot) || headline != null && shot.at() > headline.index);
            boolean ours = shot.box().inside(article) || above || shot.at() > last && behind(shot);
            if (placed && ours && !apart(shot) && shots.size() < MOST) {
                shots.add(shot);
            }
        }
    }

    /// Some systems set the pictures of a story below its text, each in a box with its caption.
    private boolean behind(Shot shot) {
        Box around = shot.box().parent;
        Box outer = article.parent;
        return outer != null
                && around != null
                && around != outer
                && around.inside(outer)
                && around.end > around.from
                && page.parts.subList(around.from, around.end).stream()
                        .allMatch(part -> part.box.withRole(Role.CAPTION, outer) != null);
    }

    private static boolean apart(Shot shot) {
        for (Box box = shot.box(); box != null; box = box.parent) {
            boolean other = box.role == Role.RELATED
                    || box.role == Role.COMMENTS
                    || box.role == Role.ADVERT
                    || box.role == Role.AUTHOR_BOX
                    || box.role == Role.BYLINE
                    || box.role == Role.NAVIGATION
                    || box.role == Role.FOOTER
                    || box.role == Role.SHARE
                    || box.role == Role.COOKIES
                    || box.role == Role.NEWSLETTER
                    || box.role == Role.ASIDE && box.within("figure", null) == null;
            if (other) {
                return true;
            }
        }
        return false;
    }

    /// Takes the hero: the first picture before the text. One above the headline without any words gives way to a later
    /// one with a caption: heads of pages are full of pictures.
    void hero() {
        boolean captioned = shots.stream().anyMatch(shot -> shot.at() <= first && captioned(shot));
        shots.removeIf(
                shot -> captioned && headline != null && shot.at() <= headline.index && !framed(shot) && !captioned(shot));
        while (next < shots.size() && shots.get(next).at() <= first) {
            Shot shot = shots.get(next++);
            if (framed(shot)) {
                set(shot);
                continue;
            }
            Optional<Clipping.Picture> picture = picture(shot, HERO);
            if (picture.isPresent()) {
                shown.put(shot.stem(), HERO);
                Clipping.Picture seen = strayed(picture.get(), shot);
                draft.hero = Optional.of(draft.hero.map(data -> told(seen, data)).orElse(seen));
                draft.forget(HERO);
                draft.found(HERO);
                return;
            }
        }
    }

    /// A hero without words takes the caption and the labelled credit that stand in boxes of their own between it and
    /// the text.
    private Clipping.Picture strayed(Clipping.Picture seen, Shot shot) {
        Optional<String> caption = seen.caption();
        Optional<Credit> credit = Optional.empty();
        for (Part part : page.parts.subList(
                Math.min(shot.at(), first), Math.min(first, Math.min(page.parts.size(), shot.at() + WORDS_OF_HERO)))) {
            boolean free = part.fate != LossLedger.Fate.MAPPED && part.words <= LONGEST_CAPTION && !others(part);
            boolean named = part.box.withRole(Role.CAPTION, null) != null || part.mostly(Role.CAPTION);
            Optional<Credit> own =
                    free && part.words <= MOST_WORDS_OF_NAMES ? CaptionCredits.whole(part.text) : Optional.empty();
            boolean agency = free
                    && part.words <= FEW_WORDS
                    && part.index - shot.at() <= FEW_WORDS
                    && CreditLine.of(part.text).namesAgency();
            own = own.or(() -> agency ? Credit.named(part.text) : Optional.empty());
            if (credit.isEmpty() && seen.credit().isEmpty() && own.isPresent()) {
                credit = own;
                part.map(HERO + ".credit");
            } else if (free && named && own.isEmpty() && caption.isEmpty()) {
                caption = Optional.of(part.text);
                part.map(HERO + ".caption");
            }
        }
        if (caption.equals(seen.caption()) && credit.isEmpty()) {
            return seen;
        }
        Clipping.Picture made = Pictures.of(caption, credit, seen.alt(), seen.file());
        return new Clipping.Picture(
                made.caption(),
                seen.credit().or(made::credit),
                seen.creditDetail().or(made::creditDetail),
                seen.archive() || made.archive(),
                seen.alt(),
                seen.file());
    }

    /// In a card or a comment, or the words of another picture.
    private static boolean others(Part part) {
        for (Box box = part.box; box != null; box = box.parent) {
            boolean other = box.role == Role.RELATED || box.role == Role.COMMENTS || box.role == Role.NAVIGATION;
            if (other || box.pictures > 0 && box.end - box.from <= FEW_PARTS) {
                return true;
            }
        }
        return false;
    }

    private boolean captioned(Shot shot) {
        Box figure = framed(shot) ? null : pictureWords.around(shot);
        return figure != null && pictureWords.captioned(figure);
    }

    /// The picture as seen, with the words of the page's data where the page itself shows none.
    private static Clipping.Picture told(Clipping.Picture seen, Clipping.Picture data) {
        boolean caption = seen.caption().isEmpty() && data.caption().isPresent();
        boolean credit = seen.credit().isEmpty() && (caption || seen.caption().equals(data.caption()));
        return new Clipping.Picture(
                caption ? data.caption() : seen.caption(),
                credit ? data.credit() : seen.credit(),
                credit ? data.creditDetail() : seen.creditDetail(),
                seen.archive() || (caption || credit) && data.archive(),
                seen.alt(),
                seen.file());
    }

    /// Sets the figures that stand before this part.
    void before(int part) {
        while (next < shots.size() && shots.get(next).at() <= part) {
            set(shots.get(next++));
        }
    }

    void end() {
        while (next < shots.size()) {
            set(shots.get(next++));
        }
    }

    private void set(Shot shot) {
        String id = draft.nextId();
        String before = shown.get(shot.stem());
        if (framed(shot)) {
            frame(shot, id);
        } else if (before != null && !shot.stem().isEmpty()) {
            again(shot, before, id);
        } else {
            picture(shot, BlockMaker.field(id)).ifPresent(picture -> {
                shown.put(shot.stem(), id);
                draft.blocks.add(new Clipping.PictureBlock(id, picture));
            });
        }
    }

    /// The same file once more: its words go to where it was shown before without any. Other words make it another
    /// picture; without words it was there for the looks.
    private void again(Shot shot, String before, String id) {
        Box figure = pictureWords.around(shot);
        if (figure == null || pictureWords.of(figure).stream().allMatch(Part::claimed)) {
            return;
        }
        Optional<Clipping.Picture> first = shownAt(before);
        boolean bare = first.filter(known -> known.caption().isEmpty()).isPresent();
        Optional<Clipping.Picture> made =
                picture(shot, bare ? before.equals(HERO) ? HERO : BlockMaker.field(before) : BlockMaker.field(id));
        if (made.isEmpty() || made.get().caption().isEmpty() && made.get().credit().isEmpty()) {
            return;
        }
        Clipping.Picture picture = made.get();
        if (bare && before.equals(HERO)) {
            draft.hero = made;
        } else if (bare) {
            draft.blocks.replaceAll(
                    block -> block.id().equals(before) ? new Clipping.PictureBlock(before, picture) : block);
        } else if (first.filter(known -> known.caption().equals(picture.caption())).isEmpty()) {
            draft.blocks.add(new Clipping.PictureBlock(id, picture));
        }
    }

    private Optional<Clipping.Picture> shownAt(String place) {
        return place.equals(HERO)
                ? draft.hero
                : draft.blocks.stream()
                        .filter(block -> block.id().equals(place))
                        .map(block -> ((Clipping.PictureBlock) block).picture())
                        .findFirst();
    }

    private static boolean framed(Shot shot) {
        return Elements.frame(shot.element());
    }

    private void frame(Shot shot, String id) {
        Element frame = shot.element();
        String source = frame.attr("src").isEmpty() ? frame.attr("data-src") : frame.attr("src");
        if (!frame.attr("data-videoid").isEmpty()) {
            source = "https://www.youtube.com/watch?v=" + frame.attr("data-videoid");
        }
        page.addresses
                .whole(source)
                .filter(address -> address.startsWith("http"))
                .ifPresent(address -> {
                    String host = PageAddresses.web(address)
                            .map(java.net.URI::getHost)
                            .orElse("");
                    String title = frame.attr("title").isBlank() ? host : Values.text(frame.attr("title"));
                    boolean hidden = frame.attr("width").equals("0")
                            || frame.attr("height").equals("0")
                            || host.isEmpty();
                    if (!hidden && shown.putIfAbsent(address, id) == null) {
                        draft.blocks.add(new Clipping.Embed(
                                id, address, title.length() > 300 ? host : title, Optional.of(host)));
                    }
                });
    }

    private Optional<Clipping.Picture> picture(Shot shot, String field) {
        Optional<String> file = shot.source();
        String lower = file.orElse("").toLowerCase(Locale.ROOT);
        Box figure = pictureWords.around(shot);
        boolean icon = figure == null && ICONS.stream().anyMatch(lower::contains);
        boolean face = figure != null && pictureWords.of(figure).stream().anyMatch(PageFigures::signs);
        boolean lost = file.isEmpty() && (figure == null || !pictureWords.captioned(figure));
        if (lost || icon || face) {
            return Optional.empty();
        }
        StringBuilder caption = new StringBuilder();
        Optional<Credit> credit = Optional.empty();
        for (Part part : words(shot, figure)) {
            if (part.fate == LossLedger.Fate.MAPPED) {
                continue;
            }
            Optional<Credit> own = named(part, figure) || behind(caption, part)
                    ? Credit.named(CreditPieces.bare(part.text))
                    : CaptionCredits.whole(part.text);
            if (credit.isEmpty() && own.isPresent()) {
                credit = own;
                part.map(field + ".credit");
                continue;
            }
            Optional<Part.Span> span = credit.isPresent() ? Optional.empty() : CreditPieces.in(part);
            credit = credit.or(() -> span.flatMap(piece -> CaptionCredits.whole(CreditPieces.said(part, piece))
                    .or(() -> Credit.named(CreditPieces.said(part, piece)))));
            String said = span.map(piece -> CreditPieces.without(part, piece)).orElse(part.text);
            if (!said.isEmpty() && !caption.toString().contains(said)) {
                caption.append(caption.isEmpty() ? "" : " ").append(said);
            }
            part.map(field + (said.isEmpty() ? ".credit" : ".caption"));
        }
        if (credit.isEmpty()) {
            credit = labelledBelow(shot, figure, field);
        }
        Optional<String> alt =
                Optional.of(Values.text(shot.element().attr("alt"))).filter(text -> !text.isEmpty());
        Optional<String> words = Optional.of(caption.toString().strip())
                .filter(text -> !text.isEmpty())
                .or(() -> Pictures.attribute(shot.element(), "data-caption"));
        Clipping.Picture picture = Pictures.of(words, credit, alt, file);
        picture = picture.credit().isPresent() ? picture : Pictures.credited(picture, shot.element());
        Clipping.Picture data = file.map(address -> page.data.pictures.get(Shot.name(address))).orElse(null);
        return Optional.of(data == null ? picture : told(picture, data));
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

    /// Names in a line of their own behind a caption, or an agency's name: the credit, though nothing says so.
    private static boolean behind(StringBuilder caption, Part part) {
        boolean sentence = caption.length() > 20 && Prose.words(caption.toString()) > part.words;
        return part.words <= MOST_WORDS_OF_NAMES
                && part.text.indexOf('(') < 0
                && CaptionCredits.names(part.text)
                && (sentence || part.words <= FEW_WORDS && CreditLine.of(part.text).namesAgency());
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
                && CaptionCredits.whole(next.text).isPresent();
        if (own || credit) {
            words = new ArrayList<>(words);
            words.add(next);
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
        if (shot.at() >= page.parts.size()) {
            return List.of();
        }
        Part part = page.parts.get(shot.at());
        boolean named =
                part.box.withRole(Role.CAPTION, article) != null || part.box.withRole(Role.CREDIT, article) != null;
        boolean signed = part.words <= 60 && CaptionCredits.in(part.text).isPresent();
        // In the running text only what is named so, or stands in one paragraph with its picture, is a caption.
        boolean sure = named && part.words <= 60 || signed && shot.box() == part.box;
        boolean free = !body.contains(part) || sure;
        return !part.claimed() && free && part.words <= 120 && (named || signed) ? List.of(part) : List.of();
    }
}
