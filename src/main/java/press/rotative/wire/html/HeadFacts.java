package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger;
import press.rotative.wire.words.CaptionCredits;
import press.rotative.wire.words.Facts;
import press.rotative.wire.words.Folding;
import press.rotative.wire.words.GivenNames;
import press.rotative.wire.words.Words;

/// Reads what stands around the headline: the section above it, who wrote it and when below it, and the tags.
final class HeadFacts {

    private static final int ABOVE = 10;
    private static final int BELOW = 14;
    private static final int LONGEST = 160;
    private static final int BESIDE = 3;
    private static final int MOST_WORDS_BESIDE = 14;
    private static final List<String> TAG_PATHS = List.of("/tag/", "/tags/", "/topic/", "/topics/", "/mot-cle/");

    private HeadFacts() {}

    /// @param article the box of the running text
    /// @param first index of its first part
    static void read(HtmlPage page, @Nullable Part headline, Box article, int first, HtmlDraft draft) {
        int middle = headline == null ? first : headline.index;
        int from = Math.max(0, Math.min(middle, first) - ABOVE);
        int to = Math.min(page.parts.size(), Math.max(middle, first) + BELOW);
        List<Part> head = page.parts.subList(from, Math.max(from, to));
        head.stream()
                .filter(part -> part.index < first || draft.published.isEmpty())
                .forEach(part -> date(part, draft));
        head.forEach(part -> byline(page, part, article, part.index >= first, draft));
        if (draft.byline.isEmpty() || draft.published.isEmpty()) {
            page.parts.forEach(part -> date(part, draft));
            head.forEach(part -> Signed.linked(part, draft));
            page.parts
                    .subList(
                            Math.max(0, middle - BESIDE), Math.min(page.parts.size(), Math.max(middle, first) + BESIDE))
                    .forEach(part -> Signed.beside(part, draft));
            page.parts.forEach(part -> signed(page, part, article, draft));
        }
        SignedTogether.add(head, draft);
        PrintedNames.before(page, headline, first, draft);
        if (draft.published.isEmpty()) {
            beside(
                    page.parts.subList(
                            Math.max(0, middle - BESIDE), Math.min(page.parts.size(), Math.max(middle, first) + 1)),
                    draft);
        }
        sections(page, middle, draft);
        page.parts.forEach(part -> tags(part, draft));
    }

    private static void date(Part part, HtmlDraft draft) {
        if (part.text.length() > LONGEST || part.weight > 3 && part.words > 12 || elsewhere(part)) {
            return;
        }
        for (Part.Span span : part.spans) {
            String value = span.element().attr("datetime");
            if (span.role() == Role.DATE) {
                keep(value.isEmpty() ? part.text.substring(span.from(), span.to()) : value, part, draft);
            }
        }
        Box box = part.box.withRole(Role.DATE, null);
        if (box != null && box.depth >= part.box.depth - 2 && part.words <= 24) {
            keep(part.text, part, draft);
        }
        if (!part.claimed() || part.fate == LossLedger.Fate.FURNITURE) {
            var facts = new Facts(Folding.of(part.text), draft.language, false);
            if (part.words <= 24 && part.linkShare() < 0.95 && facts.understood()) {
                draft.fill("byline", draft.byline, facts.byline(), found -> draft.byline = found);
                facts.published().ifPresent(date -> exact(date, draft));
                draft.fill("published", draft.published, facts.published(), found -> draft.published = found);
                draft.fill("modified", draft.modified, facts.modified(), found -> draft.modified = found);
                String field = facts.pieces().getFirst().field();
                boolean another = field.equals("byline") && !Bylines.share(draft.byline, facts.byline());
                if (another) {
                    part.furniture(field);
                } else {
                    part.map(field);
                }
            }
        }
    }

    /// A date in a short line beside the headline that holds more than facts: "Ada Finch | Senior Writer | July 2,
    /// 2025".
    private static void beside(List<Part> parts, HtmlDraft draft) {
        for (Part part : parts) {
            boolean line = part.words <= MOST_WORDS_BESIDE
                    && part.weight <= 3
                    && part.headingLevel() == 0
                    && !elsewhere(part)
                    && (!part.claimed() || part.fate == LossLedger.Fate.FURNITURE || "byline".equals(part.field));
            Optional<Clipping.Dated> date = line ? Values.said(part.text, draft.language) : Optional.empty();
            if (date.isPresent()) {
                boolean changed = Words.GENERAL.lists().getOrDefault("modified", List.of()).stream()
                        .anyMatch(word -> Folding.key(part.text).contains(Folding.key(word)));
                if (changed) {
                    draft.fill("modified", draft.modified, date, found -> draft.modified = found);
                } else {
                    draft.fill("published", draft.published, date, found -> draft.published = found);
                }
                part.map(changed ? "modified" : "published");
            }
        }
    }

    private static void keep(String value, Part part, HtmlDraft draft) {
        Optional<Clipping.Dated> date =
                Values.date(value, draft.language).or(() -> Values.said(part.text, draft.language));
        if (date.isEmpty()) {
            return;
        }
        exact(date.get(), draft);
        boolean later = draft.published.isPresent();
        if (!later) {
            draft.fill("published", draft.published, date, found -> draft.published = found);
        } else if (draft.published
                .filter(known -> known.date().isBefore(date.get().date()))
                .isPresent()) {
            draft.fill("modified", draft.modified, date, found -> draft.modified = found);
        }
        boolean changed = later
                && draft.published
                        .filter(known -> known.date().isBefore(date.get().date()))
                        .isPresent();
        part.map(changed ? "modified" : "published");
    }

    /// The page says the hour of a day that data gave without one.
    private static void exact(Clipping.Dated said, HtmlDraft draft) {
        boolean closer = draft.published
                .filter(known -> known.time().isEmpty() && known.date().equals(said.date()))
                .isPresent();
        if (closer && said.time().isPresent()) {
            draft.published = Optional.of(said);
            draft.forget("published");
            draft.found("published");
        }
    }

    private static void byline(HtmlPage page, Part part, Box article, boolean below, HtmlDraft draft) {
        boolean named = draft.byline
                .filter(known -> part.words <= 18 && known.names().stream().anyMatch(name -> part.text.contains(name)))
                .isPresent();
        if (named
                && !elsewhere(part)
                && !BodyParts.credit(part)
                && !(below && CaptionCredits.in(part.text).isPresent())
                && part.weight < 8
                && !part.text.equals(draft.headline.orElse(""))) {
            part.map("byline");
            draft.byline = draft.byline.map(known -> Bylines.withRoles(known, part.text));
            PrintedNames.complete(part, draft);
        } else {
            signed(page, part, article, draft);
        }
    }

    /// Behind the text, where columns list their writers and readers, only a full name or a label is a byline.
    private static void signed(HtmlPage page, Part part, Box article, HtmlDraft draft) {
        if (part.index < article.end || draft.byline.isEmpty() && names(part)) {
            Signed.read(page, part, draft);
        }
    }

    private static boolean names(Part part) {
        return part.words <= MOST_WORDS_BESIDE
                && part.box.withRole(Role.ASIDE, null) == null
                && (Words.GENERAL.without("byline", part.text).length() < part.text.length()
                        || Words.GENERAL.has("byline label", part.text)
                        || GivenNames.fullName(part.text));
    }

    /// In a comment, a card or a box of other stories.
    static boolean elsewhere(Part part) {
        boolean signs = part.mostly(Role.BYLINE);
        for (Box box = part.box; box != null; box = box.parent) {
            signs |= box.role == Role.BYLINE;
            if (box.role == Role.COMMENTS
                    || box.role == Role.RELATED
                    || box.role == Role.NAVIGATION
                    || box.role == Role.NEWSLETTER
                    || box.role == Role.COOKIES
                    || box.role == Role.HIDDEN
                    || box.role == Role.CREDIT && !signs
                    || box.role == Role.CAPTION
                    || box.role == Role.FOOTER && box.tag.equals("footer") && box.depth < 4) {
                return true;
            }
        }
        return false;
    }

    private static void sections(HtmlPage page, int headline, HtmlDraft draft) {
        List<String> steps = new ArrayList<>();
        List<Part> found = new ArrayList<>();
        for (Part part : page.parts.subList(0, Math.min(page.parts.size(), headline + 4))) {
            boolean named = part.box.withRole(Role.SECTION, null) != null
                    || part.spans.stream().anyMatch(span -> span.role() == Role.SECTION);
            if (named
                    && !hidden(part)
                    && part.words <= 12
                    && !part.claimed() | part.fate == LossLedger.Fate.FURNITURE) {
                found.add(part);
                List<String> linked = linked(part);
                steps.addAll(linked.isEmpty() && part.words <= 5 ? List.of(part.text) : linked);
            }
        }
        Optional<String> section = Tags.section(steps, draft.headline);
        draft.fill("section", draft.section, section, kept -> draft.section = kept);
        for (Part part : found) {
            boolean same = draft.section.filter(part.text::contains).isPresent();
            if (same) {
                part.map("section");
            } else {
                part.furniture("section");
            }
        }
        draft.section = draft.section.filter(name -> name.length() <= 100);
    }

    private static boolean hidden(Part part) {
        return part.box.withRole(Role.HIDDEN, null) != null;
    }

    /// The texts of the links in a part.
    static List<String> linked(Part part) {
        List<String> texts = new ArrayList<>();
        for (Part.Span span : part.spans) {
            String text = part.text.substring(span.from(), span.to()).strip();
            if (span.element().normalName().equals("a") && !text.isEmpty()) {
                texts.add(text);
            }
        }
        if (texts.isEmpty() && part.linkShare() > 0.9) {
            texts.add(part.text);
        }
        return texts;
    }

    /// All links of a part lead to lists of stories with one tag, by the words in their addresses.
    private static boolean tagLinks(Part part) {
        int links = 0;
        for (Part.Span span : part.spans) {
            if (span.element().normalName().equals("a")) {
                links++;
                String address = span.element().attr("href");
                if (TAG_PATHS.stream().noneMatch(address::contains)) {
                    return false;
                }
            }
        }
        return links > 0;
    }

    private static void tags(Part part, HtmlDraft draft) {
        boolean inBox = part.box.withRole(Role.TAGS, null) != null && !elsewhere(part);
        boolean marked = part.spans.stream().anyMatch(span -> span.role() == Role.TAGS);
        boolean linked = !elsewhere(part) && part.linkShare() > 0.8 && tagLinks(part);
        if (!inBox && !marked && !linked || part.weight > 8) {
            return;
        }
        List<String> names = linked(part);
        boolean kept = false;
        for (String tag : names) {
            if (tag.split("\\s+").length <= 7 && Tags.add(tag, draft)) {
                draft.found("concepts");
                kept = true;
            }
        }
        if (kept) {
            part.map("concepts");
        } else {
            part.furniture("tags");
        }
    }
}
