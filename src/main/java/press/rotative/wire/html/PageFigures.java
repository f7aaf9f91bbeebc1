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
    private final List<Shot> shots = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();
    private final int first;
    private int next;

    PageFigures(HtmlPage page, Box article, List<Part> body, @Nullable Part headline, HtmlDraft draft) {
        this.page = page;
        this.article = article;
        this.draft = draft;
        this.first = body.isEmpty() ? article.from : body.getFirst().index;
        int last = body.isEmpty() ? article.end : body.getLast().index;
        int from = Math.max(0, (headline == null ? first : Math.min(headline.index, first)) - FROM_HEADLINE);
        for (Shot shot : page.shots) {
            boolean placed = shot.at() >= from && shot.at() <= last + 2;
            boolean ours = shot.box().inside(article) || shot.at() <= first;
            if (placed && ours && !apart(shot) && shots.size() < MOST) {
                shots.add(shot);
            }
        }
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
        if (shot.element().normalName().contains("frame")
                || shot.element().normalName().contains("youtube")) {
            frame(shot, id);
        } else {
            picture(shot, BlockMaker.field(id))
                    .ifPresent(picture -> draft.blocks.add(new Clipping.PictureBlock(id, picture)));
        }
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
        Optional<String> file = Pictures.source(shot.element(), page.addresses);
        String lower = file.orElse("").toLowerCase(Locale.ROOT);
        Box figure = figure(shot);
        boolean icon = ICONS.stream().anyMatch(lower::contains) && figure == null;
        if (file.isEmpty() || icon || shown.contains(stem(lower))) {
            return Optional.empty();
        }
        shown.add(stem(lower));
        StringBuilder caption = new StringBuilder();
        Optional<Credit> credit = Optional.empty();
        for (Part part : figure == null ? below(shot) : page.parts.subList(figure.from, figure.end)) {
            if (part.fate == press.rotative.wire.clipping.LossLedger.Fate.MAPPED) {
                continue;
            }
            boolean named = part.box.withRole(Role.CREDIT, figure == null ? null : figure.parent) != null;
            Optional<Credit> own = named ? Credit.named(part.text) : Credit.of(part.text);
            if (credit.isEmpty() && own.isPresent()) {
                credit = own;
                part.map(field + ".credit");
                continue;
            }
            credit = credit.or(() -> spanned(part));
            String said = credit.isPresent() ? without(part) : part.text;
            if (!caption.toString().contains(said)) {
                caption.append(caption.isEmpty() ? "" : " ").append(said);
            }
            part.map(field + ".caption");
        }
        Optional<String> alt =
                Optional.of(Values.text(shot.element().attr("alt"))).filter(text -> !text.isEmpty());
        Optional<String> words = Optional.of(caption.toString().strip()).filter(text -> !text.isEmpty());
        return Optional.of(Pictures.of(words, credit, alt, file));
    }

    /// Words right below a picture that stands in no box with it: named as a caption, or closed by a credit.
    private List<Part> below(Shot shot) {
        if (shot.at() >= page.parts.size()) {
            return List.of();
        }
        Part part = page.parts.get(shot.at());
        boolean named =
                part.box.withRole(Role.CAPTION, article) != null || part.box.withRole(Role.CREDIT, article) != null;
        boolean signed = part.words <= 60 && Credit.closing(part.text).isPresent();
        return !part.claimed() && !"body".equals(part.area) && part.words <= 120 && (named || signed)
                ? List.of(part)
                : List.of();
    }

    /// A credit that a piece of the caption is named as.
    private static Optional<Credit> spanned(Part part) {
        return part.spans.stream()
                .filter(span -> span.role() == Role.CREDIT)
                .findFirst()
                .flatMap(span -> Credit.named(part.text.substring(span.from(), span.to())));
    }

    private static String without(Part part) {
        String text = part.text;
        for (Part.Span span : part.spans) {
            if (span.role() == Role.CREDIT && span.to() <= text.length() && text.length() == part.text.length()) {
                text = text.substring(0, span.from()) + text.substring(span.to());
            }
        }
        return text.strip();
    }

    /// The box of a picture and its words: a `figure`, or the narrowest one with a caption or a credit in it and no
    /// running text.
    private @Nullable Box figure(Shot shot) {
        Box box = shot.box();
        for (int up = 0; up < 5 && box != null && box != article; up++, box = box.parent) {
            if (box.tag.equals("figure") || box.role == Role.FIGURE && box.end - box.from <= 4 && box.end > box.from) {
                return box;
            }
            if (box.end - box.from > 6 || box.plain > 60) {
                return null;
            }
            for (Part part : page.parts.subList(box.from, box.end)) {
                boolean said = part.box.withRole(Role.CAPTION, box.parent) != null
                        || part.box.withRole(Role.CREDIT, box.parent) != null
                        || part.box.within("figcaption", box.parent) != null;
                if (said) {
                    return box;
                }
            }
        }
        return null;
    }

    /// The same picture in another size has the same name.
    private static String stem(String file) {
        int end = file.indexOf('?') < 0 ? file.length() : file.indexOf('?');
        return file.substring(0, end).replaceAll("-\\d{2,4}x\\d{2,4}(?=\\.)", "");
    }
}
