package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import press.rotative.media.CreditLine;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger;
import press.rotative.wire.words.Credit;
import press.rotative.wire.words.WholeCredit;

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
    private static final int BEHIND = 2;
    private final HtmlPage page;
    private final Box article;
    private final HtmlDraft draft;
    private final PictureWords pictureWords;
    private final CaptionedPictures pictures;
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
        this.pictures = new CaptionedPictures(page, article, pictureWords, body);
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
        shots.removeIf(shot ->
                captioned && headline != null && shot.at() <= headline.index && !framed(shot) && !captioned(shot));
        while (next < shots.size() && shots.get(next).at() <= first) {
            Shot shot = shots.get(next++);
            if (framed(shot)) {
                set(shot);
                continue;
            }
            Optional<Clipping.Picture> picture = pictures.of(shot, HERO);
            if (picture.isPresent()) {
                shown.put(shot.stem(), HERO);
                Clipping.Picture seen = strayed(picture.get(), shot);
                draft.hero = Optional.of(draft.hero
                        .map(data -> CaptionedPictures.told(seen, data, false))
                        .orElse(seen));
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
            boolean free = part.fate != LossLedger.Fate.MAPPED
                    && part.words <= LONGEST_CAPTION
                    && !CaptionedPictures.others(part);
            boolean named =
                    part.describes || part.box.withRole(Role.CAPTION, null) != null || part.mostly(Role.CAPTION);
            Optional<Credit> own =
                    free && part.words <= MOST_WORDS_OF_NAMES ? WholeCredit.of(part.text) : Optional.empty();
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

    private boolean captioned(Shot shot) {
        Box figure = framed(shot) ? null : pictureWords.around(shot);
        return figure != null && pictureWords.captioned(figure);
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
            pictures.of(shot, BlockMaker.field(id)).ifPresent(picture -> {
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
        String field = bare ? before.equals(HERO) ? HERO : BlockMaker.field(before) : BlockMaker.field(id);
        Optional<Clipping.Picture> made = pictures.of(shot, field)
                .filter(picture ->
                        picture.caption().isPresent() || picture.credit().isPresent())
                .filter(picture -> bare
                        || first.filter(known -> known.caption().equals(picture.caption()))
                                .isEmpty());
        if (made.isEmpty()) {
            page.parts.subList(figure.from, Math.min(page.parts.size(), figure.end + BEHIND)).stream()
                    .filter(part -> part.field != null && part.field.startsWith(field + "."))
                    .forEach(part -> part.furniture("caption"));
            return;
        }
        Clipping.Picture picture = first.filter(_ -> bare)
                .map(known -> CaptionedPictures.told(made.get(), known, true))
                .orElse(made.get());
        if (bare && before.equals(HERO)) {
            draft.hero = Optional.of(picture);
        } else if (bare) {
            draft.blocks.replaceAll(
                    block -> block.id().equals(before) ? new Clipping.PictureBlock(before, picture) : block);
        } else {
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
}
