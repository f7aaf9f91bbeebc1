package press.rotative.wire.html;

import java.util.List;
import java.util.Optional;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.Facts;
import press.rotative.wire.words.Folding;
import press.rotative.wire.words.Words;

/// Bylines that the page shows: named by their mark-up, behind a label in a box of its own, or links to the page of an
/// author.
final class Signed {
    private static final int MOST_WORDS = 16;
    private static final int MOST_WORDS_OF_NAME = 5;
    private static final List<String> AUTHOR_PATHS = List.of(
            "/author/",
            "/authors/",
            "/auteur/",
            "/auteurs/",
            "/autor/",
            "/journalist/",
            "/journaliste/",
            "/journalistes/",
            "/writer/",
            "/writers/",
            "/contributor/",
            "/contributors/",
            "/columnist/",
            "/redacteur/",
            "/kateb/",
            "/byline/");

    private Signed() {}

    /// A byline that its mark-up names.
    static void read(HtmlPage page, Part part, HtmlDraft draft) {
        if (draft.byline.isPresent() || part.words > MOST_WORDS || part.words == 0 || HeadFacts.elsewhere(part)) {
            return;
        }
        Box box = part.box.withRole(Role.BYLINE, null);
        boolean near = box != null && box.depth >= part.box.depth - 4 && box.weight < 20;
        String said = near ? part.text : "";
        for (Part.Span span : part.spans) {
            said = span.role() == Role.BYLINE && said.isEmpty() ? part.text.substring(span.from(), span.to()) : said;
        }
        if (label(said.isEmpty() ? part.text : said)) {
            behind(page, part, draft);
        } else if (!said.isEmpty()) {
            fill(said, part, draft);
        }
    }

    /// The names that link to the pages of authors.
    static void linked(Part part, HtmlDraft draft) {
        if (draft.byline.isPresent() || part.words > MOST_WORDS || HeadFacts.elsewhere(part)) {
            return;
        }
        StringBuilder names = new StringBuilder();
        for (Part.Span span : part.spans) {
            String address = span.element().attr("href");
            String name = part.text.substring(span.from(), span.to()).strip();
            boolean author = span.element().normalName().equals("a")
                    && AUTHOR_PATHS.stream().anyMatch(address::contains)
                    && name.split("\\s+").length <= MOST_WORDS_OF_NAME
                    && !name.isEmpty();
            names.append(author ? (names.isEmpty() ? "" : ", ") + name : "");
        }
        if (!names.isEmpty()) {
            fill(names.toString(), part, draft);
        }
    }

    /// "Written by", "Par :" and nothing else.
    private static boolean label(String said) {
        String bare = said.replaceFirst("[\\s:]+$", "");
        return Words.GENERAL.has("byline", bare) || Words.GENERAL.has("byline label", bare);
    }

    /// The name that stands in the part behind a label.
    private static void behind(HtmlPage page, Part label, HtmlDraft draft) {
        if (label.index + 1 >= page.parts.size()) {
            return;
        }
        Part next = page.parts.get(label.index + 1);
        if (next.words <= MOST_WORDS_OF_NAME && next.headingLevel() != 1 && !HeadFacts.elsewhere(next)) {
            fill(next.text, next, draft);
            if (draft.byline.isPresent()) {
                label.map("byline");
            }
        }
    }

    private static void fill(String said, Part part, HtmlDraft draft) {
        var facts = new Facts(Folding.of(said), draft.language, false);
        Optional<Clipping.Byline> byline = facts.understood() && facts.byline().isPresent()
                ? facts.byline()
                : Values.said(said, draft.language).isPresent() ? Optional.empty() : Bylines.named(said);
        draft.fill("byline", draft.byline, byline.filter(Signed::plausible), found -> draft.byline = found);
        if (draft.byline.isPresent()) {
            part.map("byline");
        }
    }

    private static boolean plausible(Clipping.Byline byline) {
        return byline.names().stream()
                        .allMatch(name -> name.length() >= 3 && name.split("\\s+").length <= 6 && !label(name))
                && byline.names().stream().anyMatch(name -> !Character.isLowerCase(name.charAt(0)));
    }
}
