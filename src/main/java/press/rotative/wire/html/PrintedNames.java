package press.rotative.wire.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.clipping.LossLedger;
import press.rotative.wire.words.Facts;
import press.rotative.wire.words.Folding;
import press.rotative.wire.words.GivenNames;
import press.rotative.wire.words.NameLine;
import press.rotative.wire.words.Places;
import press.rotative.wire.words.Prose;
import press.rotative.wire.words.Words;

/// The names in a line that is a byline by its mark-up or its first words. What is printed completes what the data of a
/// page says: data often keeps the first of several names, or the one who set the story into the system.
final class PrintedNames {
    private static final int MOST_WORDS = 24;
    private static final int MOST_WORDS_OF_NAME = 5;
    private static final int MOST_PIECES = 8;
    private static final double LEAST_PARAGRAPH = 8;
    private static final int MOST_WORDS_OF_LABEL = 3;
    private static final Pattern BETWEEN = Pattern.compile("\\s*[|•·–—/]\\s*|\\s+-\\s+");

    private PrintedNames() {}

    /// Adds the names that a line prints beside a known one.
    static void complete(Part part, HtmlDraft draft) {
        int known = draft.byline.map(byline -> Prose.words(byline.text())).orElse(0);
        if (part.words > known + 1) {
            draft.byline = draft.byline.map(byline -> Bylines.with(byline, in(part, draft)));
        }
    }

    /// The byline between the headline and the text, where none of the names that the data gave is printed: whom the
    /// page names signs before them.
    static void before(HtmlPage page, @Nullable Part headline, int first, HtmlDraft draft) {
        boolean printed = page.parts.stream()
                .anyMatch(part -> part.fate == LossLedger.Fate.MAPPED
                        && "byline".equals(part.field)
                        && !(part.index >= first && edits(part)));
        if (printed || headline == null || draft.byline.isEmpty() || headline.index >= first) {
            return;
        }
        for (Part part : page.parts.subList(headline.index + 1, first)) {
            boolean taken = part.fate == LossLedger.Fate.MAPPED || HeadFacts.elsewhere(part);
            List<String> names = taken ? List.of() : in(part, draft);
            Optional<Clipping.Byline> byline = names.isEmpty() ? Optional.empty() : Bylines.named(names);
            if (byline.isPresent()) {
                List<String> known = draft.byline.get().names();
                draft.byline = byline.map(signed -> Bylines.with(signed, known));
                draft.forget("byline");
                draft.found("byline");
                part.map("byline");
                return;
            }
        }
    }

    /// "Editor: Noor Whitlock" below a text: not who wrote it.
    private static boolean edits(Part part) {
        int colon = part.text.indexOf(':');
        return colon > 0 && Words.GENERAL.has("editing", part.text.substring(0, colon));
    }

    /// A box that is named as a byline and holds two to four words that could be a name.
    private static boolean boxed(Part part) {
        return part.box.role == Role.BYLINE
                && part.headingLevel() == 0
                && part.text.indexOf(' ') > 0
                && part.words <= MOST_WORDS_OF_NAME - 1
                && NameLine.names(part.text)
                && !Words.GENERAL.has("desk", part.text);
    }

    /// The full names in a line with the role of a byline, or behind "By"; those that link to the page of an author.
    private static List<String> in(Part part, HtmlDraft draft) {
        String rest = Words.GENERAL.without("byline", part.text);
        boolean labelled = rest.length() < part.text.length();
        Box box = part.box.withRole(Role.BYLINE, null);
        boolean named = box != null && box.depth >= part.box.depth - 4;
        List<String> names = new ArrayList<>();
        if (part.words > MOST_WORDS) {
            return names;
        }
        for (Part.Span span : part.spans) {
            String said = part.text.substring(span.from(), span.to()).strip();
            if (Signed.author(span) && NameLine.names(said)) {
                names.add(said);
            }
            named |= span.role() == Role.BYLINE;
        }
        boolean alone = part.words <= MOST_WORDS_OF_NAME && GivenNames.fullName(part.text);
        boolean dated = part.weight < LEAST_PARAGRAPH
                && part.headingLevel() == 0
                && Values.said(part.text, draft.language).isPresent();
        if (!labelled && !named && !alone && !dated) {
            return names;
        }
        var facts = new Facts(Folding.of(part.text), draft.language, false);
        List<String> said = facts.understood() && facts.byline().isPresent()
                ? facts.byline().get().names()
                : BETWEEN.splitAsStream(rest)
                        .limit(MOST_PIECES)
                        .flatMap(piece -> Values.names(piece).stream())
                        .toList();
        boolean by = labelled;
        boolean boxed = boxed(part);
        said.stream()
                .filter(name -> by || boxed ? name.indexOf(' ') > 0 && !Places.known(name) : GivenNames.fullName(name))
                .filter(name -> usable(name, draft))
                .forEach(names::add);
        return names;
    }

    private static boolean usable(String name, HtmlDraft draft) {
        return Prose.words(name) <= MOST_WORDS_OF_NAME
                && NameLine.names(name)
                && !Bylines.role(name)
                && !Bylines.house(name, draft.outlet.orElse(""));
    }

    /// The names behind a label inside a line: "Datum: 19.11.2026 Autor: Anne Duval", "(Text: Anne Duval)".
    static String behindLabel(Part part) {
        for (int colon = part.text.indexOf(':'); colon > 0; colon = part.text.indexOf(':', colon + 1)) {
            int from = colon;
            for (int words = 0; words < MOST_WORDS_OF_LABEL && from > 0; words++) {
                from = Math.max(0, part.text.lastIndexOf(' ', from - 1));
                String label = part.text.substring(from, colon).replaceFirst("^[^\\p{L}]+", "");
                boolean known = Words.GENERAL.has("byline label", label) || Words.GENERAL.has("byline", label + ":");
                String names =
                        known ? Signed.names(part.text.substring(colon + 1).strip()) : "";
                if (names.indexOf(' ') > 0) {
                    return names;
                }
            }
        }
        return "";
    }

    /// The name over the few lines about an author below a story, where nothing else says who wrote it.
    static void inAuthorBox(HtmlPage page, HtmlDraft draft) {
        for (Part part : draft.byline.isEmpty() ? page.parts : List.<Part>of()) {
            boolean box = part.box.withRole(Role.AUTHOR_BOX, null) != null && !HeadFacts.elsewhere(part);
            String name = box && part.words <= MOST_WORDS_OF_NAME + MOST_WORDS_OF_LABEL
                    ? Words.GENERAL.without("author box", part.text)
                    : "";
            if (draft.byline.isEmpty() && GivenNames.fullName(name) && usable(name, draft)) {
                draft.fill("byline", draft.byline, Bylines.named(name), found -> draft.byline = found);
                part.map("byline");
            }
        }
    }
}
