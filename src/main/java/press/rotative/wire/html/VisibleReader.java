package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.ConceptKinds;
import press.rotative.wire.words.Languages;
import press.rotative.wire.words.Mentions;

/// Reads the text that people see: finds the headline, the box of the running text, what stands around it, and names
/// everything else. The headline and the standfirst are kept as they stood on the page even where data gave them:
/// data often holds a shortened form.
final class VisibleReader implements PageReader {

    private static final int LONGEST_HEADLINE = 300;
    private static final int LONGEST_STANDFIRST = 3000;
    private static final double SAME = 0.5;
    private static final int FEWEST_WORDS = 12;
    private static final int FEWEST_WORDS_OF_STANDFIRST = 8;
    private static final int MOST_WORDS_OF_STANDFIRST = 80;
    private static final int LONGEST_START = 60;

    @Override
    public String name() {
        return "visible text";
    }

    @Override
    public void read(HtmlPage page, HtmlDraft draft) {
        Part headline = headline(page, draft);
        Box article = ArticleFinder.find(page, headline);
        new PictureWords(page, article).markNameless();
        List<Part> body = new ArrayList<>(BodyParts.of(page, article));
        if (body.stream().mapToInt(part -> part.words).sum() < FEWEST_WORDS) {
            page.doubtNames();
            article = ArticleFinder.find(page, headline);
            body = new ArrayList<>(BodyParts.of(page, article));
        }
        if (thin(body, draft)) {
            body.clear();
        }
        draft.language = language(body, draft).or(() -> draft.language);
        standfirst(page, headline, body, draft);
        int first = body.stream()
                .filter(part -> part.weight > 3)
                .findFirst()
                .map(part -> part.index)
                .orElse(body.isEmpty() ? article.end : body.getFirst().index);
        draft.doubtHouse();
        HeadFacts.read(page, headline, article, first, draft);
        SignedInText.read(page, body, draft);
        if (draft.byline.isEmpty()) {
            draft.signed(ScriptedByline.in(page.data.programs));
        }
        PrintedNames.inAuthorBox(page, draft);
        body.removeIf(Part::claimed);
        new BlockMaker(page, article, body, headline, draft).make();
        if (body.isEmpty()) {
            draft.articleBody.ifPresent(text -> dataBody(text, draft));
        }
        body.stream().filter(part -> !captions(part)).forEach(part -> part.area = "body");
        CommentThreads.read(page, draft);
        Leftovers.name(page, article, draft);
        concepts(body, draft);
        outlet(page, draft);
        draft.byline = draft.byline.flatMap(signed -> CleanNames.of(signed, draft));
        draft.fill("byline", draft.byline, draft.desk, found -> draft.byline = found);
    }

    /// The words of the name of the site: what the data says, and the end of the document's title.
    private static Set<String> house(HtmlPage page, HtmlDraft draft) {
        String title = Values.text(page.data.title);
        String end = Headlines.bare(title)
                .filter(bare -> title.startsWith(bare) && bare.length() < title.length())
                .map(bare -> title.substring(bare.length()))
                .orElse("");
        return Headlines.words(end + " " + draft.outlet.orElse(""));
    }

    private static boolean captions(Part part) {
        return part.field != null && (part.field.endsWith(".caption") || part.field.endsWith(".credit"));
    }

    private static @Nullable Part headline(HtmlPage page, HtmlDraft draft) {
        List<String> given = new ArrayList<>();
        draft.headline.ifPresent(given::add);
        page.data.meta("og:title").ifPresent(given::add);
        Optional<String> title = Headlines.bare(Values.text(page.data.title));
        title.ifPresent(given::add);
        Part part = Headlines.find(page, given, house(page, draft));
        if (part != null && part.text.length() <= LONGEST_HEADLINE) {
            boolean same = draft.headline
                    .filter(found -> Headlines.overlap(part.text, List.of(Headlines.words(found))) < SAME
                            && Headlines.overlap(found, List.of(Headlines.words(part.text))) < SAME)
                    .isEmpty();
            if (same) {
                part.map("headline");
                if (draft.headline.filter(part.text::equals).isEmpty()) {
                    draft.forget("headline");
                    draft.fill(
                            "headline",
                            Optional.<String>empty(),
                            Optional.of(part.text),
                            found -> draft.headline = found);
                }
            }
        }
        draft.headline = draft.headline.filter(text -> text.length() <= LONGEST_HEADLINE);
        draft.fill(
                "headline",
                draft.headline,
                title.filter(text -> text.length() <= LONGEST_HEADLINE),
                found -> draft.headline = found);
        return part;
    }

    /// The page shows hardly any text, but its data holds the story: pages that are drawn by scripts.
    private static boolean thin(List<Part> body, HtmlDraft draft) {
        int shown = body.stream().mapToInt(part -> part.text.length()).sum();
        return draft.articleBody.filter(text -> text.length() > shown * 3).isPresent() && shown < 700;
    }

    private static Optional<String> language(List<Part> body, HtmlDraft draft) {
        StringBuilder text = new StringBuilder();
        for (Part part : body) {
            if (text.length() > 4000) {
                break;
            }
            text.append(part.text).append('\n');
        }
        if (body.isEmpty()) {
            draft.articleBody.ifPresent(text::append);
        }
        return Languages.hits(text.toString(), draft.language.orElse("")) >= 6
                ? draft.language
                : Languages.of(text.toString());
    }

    /// A standfirst stands between the headline and the text and says so, or repeats what the data gave. What data gave
    /// and the first paragraph repeats is no standfirst: pages cut one out of their text when they have none.
    private static void standfirst(HtmlPage page, @Nullable Part headline, List<Part> body, HtmlDraft draft) {
        int first = body.isEmpty() ? 0 : body.getFirst().index;
        int from = headline == null ? Math.max(0, first - 12) : headline.index + 1;
        Set<String> given = new HashSet<>();
        draft.standfirst.ifPresent(text -> given.addAll(Headlines.words(text)));
        Part found = null;
        for (int at = Math.max(0, from - 2); at < page.parts.size() && at <= first + 1 && found == null; at++) {
            Part part = page.parts.get(at);
            boolean named =
                    part.box.withRole(Role.STANDFIRST, null) != null && part.box.withRole(Role.BODY, null) == null;
            boolean same = part.words >= 6
                    && given.size() >= 6
                    && Headlines.overlap(part.text, List.of(given)) > 0.85
                    && (at < first || at == first && body.size() > 3 && part.headingLevel() > 0);
            boolean usable = part != headline
                    && !part.describes
                    && part.words >= 4
                    && part.linkShare() < 0.5
                    && (!part.box.apart || same && at < first && part.box.withRole(Role.RELATED, null) != null)
                    && part.box.withRole(Role.CAPTION, null) == null
                    && part.box.within("figure", null) == null;
            boolean leaves = part.words <= MOST_WORDS_OF_STANDFIRST || rest(body, part) > part.words;
            if (usable && leaves && (named || same) && part.text.length() <= LONGEST_STANDFIRST) {
                found = part;
            }
        }
        found = found == null ? between(page, headline, first) : found;
        if (found != null) {
            body.remove(found);
            found.map("standfirst");
            String text = found.text;
            if (draft.standfirst.filter(text::equals).isEmpty()) {
                draft.forget("standfirst");
                draft.fill("standfirst", Optional.<String>empty(), Optional.of(text), kept -> draft.standfirst = kept);
            }
        } else if (draft.standfirst.isPresent() && cutOut(draft.standfirst.get(), body, draft)) {
            draft.standfirst = Optional.empty();
            draft.forget("standfirst");
        }
    }

    /// How many words the text has without this part.
    private static int rest(List<Part> body, Part part) {
        return body.stream()
                .filter(other -> other != part)
                .mapToInt(other -> other.words)
                .sum();
    }

    /// The only piece of prose between the headline and the text.
    private static @Nullable Part between(HtmlPage page, @Nullable Part headline, int first) {
        Part only = null;
        for (Part part : headline == null || headline.index >= first
                ? List.<Part>of()
                : page.parts.subList(headline.index + 1, first)) {
            boolean prose = part.words >= FEWEST_WORDS_OF_STANDFIRST
                    && part.weight > 0
                    && !part.claimed()
                    && !part.describes
                    && !part.box.apart
                    && part.linkShare() < 0.2
                    && part.headingLevel() == 0
                    && part.box.withRole(Role.CAPTION, null) == null
                    && !part.mostly(Role.CAPTION)
                    && !pictured(part)
                    && part.box.within("figure", null) == null
                    && Phrases.kind(part.text).isEmpty();
            if (prose && only != null) {
                return null;
            }
            only = prose ? part : only;
        }
        return only == null || only.words > MOST_WORDS_OF_STANDFIRST ? null : only;
    }

    /// In a box named after a picture, with one in it.
    private static boolean pictured(Part part) {
        Box figure = part.box.withRole(Role.FIGURE, null);
        return figure != null && figure.pictures == 1 && figure.end - figure.from <= 4;
    }

    private static boolean cutOut(String standfirst, List<Part> body, HtmlDraft draft) {
        String start = plain(standfirst);
        boolean opens = body.stream().limit(4).anyMatch(part -> plain(part.text).startsWith(start))
                || draft.articleBody
                        .filter(text -> plain(text).startsWith(start))
                        .isPresent();
        return opens
                || standfirst.endsWith("...")
                || standfirst.endsWith("…")
                || standfirst.endsWith("[…]")
                || draft.headline.filter(standfirst::equalsIgnoreCase).isPresent()
                || standfirst.length() > LONGEST_STANDFIRST;
    }

    /// The letters and digits at the beginning of a text.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < text.length() && plain.length() < LONGEST_START; at++) {
            char here = text.charAt(at);
            if (Character.isLetterOrDigit(here) || Character.isSurrogate(here)) {
                plain.append(Character.toLowerCase(here));
            }
        }
        return plain.toString();
    }

    /// The paragraphs of a body that only the data has: lines where it keeps them.
    private static void dataBody(String text, HtmlDraft draft) {
        String plain =
                text.indexOf("</p>") > 0 || text.contains("<br") ? text.replaceAll("</p>|<br\\s*/?>", "\n") : text;
        for (String line : plain.split("\\R+", 2000)) {
            String said = Values.text(line);
            if (!said.isEmpty()) {
                draft.blocks.add(Clipping.Paragraph.of(draft.nextId(), said));
            }
        }
        draft.foundAs("body", "json-ld");
    }

    private static void concepts(List<Part> body, HtmlDraft draft) {
        if (draft.tags.isEmpty()) {
            return;
        }
        List<String> texts = new ArrayList<>();
        draft.headline.ifPresent(texts::add);
        draft.standfirst.ifPresent(texts::add);
        body.forEach(part -> texts.add(part.text));
        var kinds = new ConceptKinds(Mentions.in(texts), draft.tags);
        for (String tag : draft.tags) {
            Clipping.Kind sure = draft.kinds.get(tag);
            draft.concepts.add(
                    sure == null
                            ? kinds.concept(tag)
                            : new Clipping.Concept(tag, sure, 0.95, List.of("the data of the page says so")));
        }
    }

    /// Without a name in the data, the end of the document's title names the outlet, or the host does.
    private static void outlet(HtmlPage page, HtmlDraft draft) {
        String title = Values.text(page.data.title);
        String bare = Headlines.bare(title).orElse(title);
        boolean same = draft.headline
                .filter(headline -> Headlines.overlap(headline, List.of(Headlines.words(bare))) > 0.8)
                .isPresent();
        String rest = same && bare.length() < title.length()
                ? title.substring(bare.length()).replaceFirst("^[^\\p{L}\\p{Nd}]+", "")
                : "";
        String before = draft.headline
                .filter(headline -> title.endsWith(headline) && title.length() > headline.length() + 3)
                .map(headline -> title.substring(0, title.length() - headline.length()))
                .map(text -> text.replaceFirst("[^\\p{L}\\p{Nd}]+$", ""))
                .orElse("");
        draft.fill(
                "outlet",
                draft.outlet,
                Optional.of(rest.isEmpty() ? before : rest).filter(text -> text.length() > 2 && text.length() <= 50),
                found -> draft.outlet = found);
        draft.fill(
                "outlet",
                draft.outlet,
                draft.canonical
                        .flatMap(PageAddresses::web)
                        .map(uri ->
                                uri.getHost().startsWith("www.") ? uri.getHost().substring(4) : uri.getHost()),
                found -> draft.outlet = found);
    }
}
