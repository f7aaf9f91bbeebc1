package press.rotative.wire.html;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import press.rotative.media.CreditWords;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.Credit;
import press.rotative.wire.words.Facts;
import press.rotative.wire.words.Folding;
import press.rotative.wire.words.NameLine;
import press.rotative.wire.words.Prose;
import press.rotative.wire.words.Words;

/// Bylines that the page shows: named by their mark-up, behind a label in a box of its own, or links to the page of an
/// author.
final class Signed {
    private static final int MOST_WORDS = 16;
    static final int MOST_WORDS_OF_NAME = 5;
    static final int MOST_PIECES = 8;
    private static final Pattern STROKES =
            Pattern.compile("\\s*[|•·–—]\\s*|\\s+[-/]\\s+|\\s+(?:on|am|le)\\s+(?=\\S*\\d)");
    private static final Set<String> BETWEEN = Set.of(
            "and", "et", "und", "y", "e", "de", "du", "des", "la", "le", "el", "al", "van", "von", "der", "den", "di",
            "da", "dos", "bin", "ben", "ter", "zu");
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
            String name = part.text.substring(span.from(), span.to()).strip();
            boolean author = author(span) && name.split("\\s+").length <= MOST_WORDS_OF_NAME && !name.isEmpty();
            names.append(author ? (names.isEmpty() ? "" : ", ") + name : "");
        }
        if (!names.isEmpty()) {
            fill(names.toString(), part, draft);
        }
    }

    /// A link to the page of an author.
    static boolean author(Part.Span span) {
        String address = span.element().attr("href");
        return span.element().normalName().equals("a") && AUTHOR_PATHS.stream().anyMatch(address::contains);
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

    static void fill(String said, Part part, HtmlDraft draft) {
        if (ofPicture(said)) {
            return;
        }
        var facts = new Facts(Folding.of(said), draft.language, false);
        Optional<Clipping.Byline> byline = facts.understood() && facts.byline().isPresent()
                ? facts.byline()
                : Values.said(said, draft.language).isPresent() ? beforeDate(said, draft) : Bylines.named(said);
        Optional<Clipping.Byline> found = byline.filter(Signed::plausible);
        boolean house = found.filter(
                        each -> each.names().stream().allMatch(name -> Bylines.house(name, draft.outlet.orElse(""))))
                .isPresent();
        if (house) {
            draft.desk = draft.desk.or(() -> found);
            part.furniture("byline");
            return;
        }
        draft.fill("byline", draft.byline, found, kept -> draft.byline = kept);
        if (draft.byline.isPresent()) {
            part.map("byline");
        }
    }

    /// The credit of a picture that stands where bylines do: "(Image: Anne Duval)", the name of a picture library.
    private static boolean ofPicture(String said) {
        String bare = said.replaceFirst("^[\\s(\\[]+", "");
        return Credit.of(bare).isPresent() || Words.GENERAL.has("picture library", bare);
    }

    /// The names in a line that holds a date as well: "By Ada Finch • July 2, 2025", "11.12.2025 - Ada Finch".
    private static Optional<Clipping.Byline> beforeDate(String said, HtmlDraft draft) {
        for (String piece : STROKES.split(said, MOST_PIECES)) {
            String bare = Words.GENERAL.without("byline", piece.strip());
            int digit = 0;
            while (digit < bare.length() && !Character.isDigit(bare.charAt(digit))) {
                digit++;
            }
            String name = withoutMonth(withoutLabel(bare.substring(0, digit).strip()));
            boolean date = Values.said(name + " 1", draft.language).isPresent()
                    || Values.said(bare, draft.language).isPresent() && digit == bare.length();
            if (!date && name.indexOf(' ') > 0 && NameLine.names(name) && words(name) <= MOST_WORDS_OF_NAME) {
                return Bylines.named(name);
            }
        }
        return Optional.empty();
    }

    /// Without the word of a date that follows a name: "Ada Finch Published".
    private static String withoutLabel(String name) {
        int last = name.lastIndexOf(' ');
        String word = name.substring(last + 1);
        boolean label = Words.GENERAL.has("published", word) || Words.GENERAL.has("modified", word);
        return label ? name.substring(0, Math.max(0, last)).strip() : name;
    }

    /// Without the month of the date that follows: "Ada Finch March".
    private static String withoutMonth(String name) {
        String last = name.substring(name.lastIndexOf(' ') + 1);
        boolean month = name.length() > last.length()
                && Values.said(last + " 1, 2000", Optional.of("en")).isPresent();
        return month ? name.substring(0, name.length() - last.length()).strip() : name;
    }

    /// A line beside the headline that begins as bylines do, "By Ada Finch December 4", or that holds a name and a date
    /// and nothing else.
    static void beside(Part part, HtmlDraft draft) {
        boolean line = part.words <= MOST_WORDS && part.weight < 8 && part.headingLevel() == 0;
        if (draft.byline.isPresent() || !line || HeadFacts.elsewhere(part)) {
            return;
        }
        String rest = Words.GENERAL.without("byline", part.text);
        boolean labelled = rest.length() < part.text.length();
        String linked = labelled ? linkAtStart(part, part.text.length() - rest.length()) : "";
        String names = linked.isEmpty() && labelled ? names(rest) : linked;
        boolean agency = !labelled && part.words <= 3 && CreditWords.agency(part.text);
        String inside = names.isEmpty() && !agency ? PrintedNames.behindLabel(part) : "";
        if (!names.isEmpty() || agency || !inside.isEmpty()) {
            fill(agency ? part.text : names + inside, part, draft);
        } else if (!labelled && Values.said(part.text, draft.language).isPresent()) {
            fill(part.text, part, draft);
        }
    }

    /// The text of the link that begins at this place, or a letter or two behind it.
    private static String linkAtStart(Part part, int at) {
        for (Part.Span span : part.spans) {
            boolean link = span.element().normalName().equals("a") && Math.abs(span.from() - at) <= 2;
            String said = part.text.substring(span.from(), span.to()).strip();
            if (link && words(said) <= MOST_WORDS_OF_NAME) {
                return said;
            }
        }
        return "";
    }

    /// The words with capitals at the beginning, with small ones between them: "Ada Finch and Jo van der Meer".
    static String names(String rest) {
        StringBuilder names = new StringBuilder();
        String small = "";
        for (String word : rest.split("\\s+", MOST_WORDS + 1)) {
            if (word.isEmpty() || !Character.isLetter(word.charAt(0))) {
                break;
            }
            if (!Character.isLowerCase(word.charAt(0))) {
                names.append(small).append(names.isEmpty() ? "" : " ").append(word);
                small = "";
            } else if (BETWEEN.contains(word) && !names.isEmpty()) {
                small += " " + word;
            } else {
                break;
            }
        }
        return names.toString();
    }

    private static int words(String text) {
        return Prose.words(text);
    }

    private static boolean plausible(Clipping.Byline byline) {
        return byline.names().stream()
                        .allMatch(name -> name.length() >= 3
                                && name.split("\\s+").length <= 6
                                && !label(name)
                                && !Words.GENERAL.has("role", name)
                                && !Words.GENERAL.has("platform", name))
                && byline.names().stream().anyMatch(name -> !Character.isLowerCase(name.charAt(0)));
    }
}
