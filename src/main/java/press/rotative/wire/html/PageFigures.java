package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger;
import press.rotative.wire.words.CaptionCredits;
import press.rotative.wire.words.Credit;

/// The pictures and frames of a story with the words under them: the first before the text is its hero, the
/// others stand between its parts. Icons, faces, and pictures of other stories are none of them.
final class PageFigures {

    private static final int FROM_HEADLINE = 12;
    private static final int MOST = 100;
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
    private final List<Shot> shots = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();
    private final int first;
    private int next;

    PageFigures(HtmlPage page, Box article, List<Part> body, @Nullable Part headline, HtmlDraft draft) {
        this.page = page;
        this.article = article;
        this.draft = draft;
        this.pictureWords = new PictureWords(page, article);
        this.body = new HashSet<>(body);
        this.first = body.isEmpty() ? article.from : body.getFirst().index;
        int last = body.isEmpty() ? article.end : body.getLast().index;
        int from = Math.max(0, (headline == null ? first : Math.min(headline.index, first)) - FROM_HEADLINE);
        for (Shot shot : page.shots) {
            boolean placed = shot.at() >= from && shot.at() <= last + 2;
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

    /// Takes the hero: the first picture before the text.
    void hero() {
        while (next < shots.size() && shots.get(next).at() <= first) {
            Shot shot = shots.get(next++);
            if (framed(shot)) {
                set(shot);
                continue;
            }
            Optional<Clipping.Picture> picture = picture(shot, "hero");
            if (picture.isPresent()) {
                Clipping.Picture seen = picture.get();
                draft.hero = Optional.of(draft.hero
                        .filter(data -> seen.caption().isEmpty()
                                && seen.credit().isEmpty()
                                && data.caption().isPresent())
                        .map(data -> new Clipping.Picture(
                                data.caption(),
                                data.credit(),
                                data.creditDetail(),
                                data.archive(),
                                seen.alt(),
                                seen.file()))
                        .orElse(seen));
                draft.forget("hero");
                draft.found("hero");
                return;
            }
        }
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
        if (framed(shot)) {
            frame(shot, id);
        } else {
            picture(shot, BlockMaker.field(id))
                    .ifPresent(picture -> draft.blocks.add(new Clipping.PictureBlock(id, picture)));
        }
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
                    if (!hidden && shown.add(address)) {
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
        if (file.isEmpty() || icon || face || !shown.add(shot.stem())) {
            return Optional.empty();
        }
        StringBuilder caption = new StringBuilder();
        Optional<Credit> credit = Optional.empty();
        for (Part part : words(shot, figure)) {
            if (part.fate == LossLedger.Fate.MAPPED) {
                continue;
            }
            boolean named = named(part, figure);
            Optional<Credit> own = named ? Credit.named(part.text) : CaptionCredits.whole(part.text);
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
        Optional<String> alt =
                Optional.of(Values.text(shot.element().attr("alt"))).filter(text -> !text.isEmpty());
        Optional<String> words = Optional.of(caption.toString().strip())
                .filter(text -> !text.isEmpty())
                .or(() -> Pictures.attribute(shot.element(), "data-caption"));
        Clipping.Picture picture = Pictures.of(words, credit, alt, file);
        return Optional.of(picture.credit().isPresent() ? picture : Pictures.credited(picture, shot.element()));
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
        if (own) {
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
