package press.rotative.wire.html;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import press.rotative.media.CreditLine;
import press.rotative.wire.clipping.Clipping;
import press.rotative.wire.words.GivenNames;
import press.rotative.wire.words.NameLine;
import press.rotative.wire.words.Prose;
import press.rotative.wire.words.Words;

/// Bylines around the running text and in it, where nobody signs above.
final class SignedInText {
    private static final int MOST_WORDS_OF_LINE = 8;
    private static final double LEAST_PARAGRAPH = 15;
    private static final int LONGEST_DATELINE = 50;
    /// A heading of the text: "II. The mole".
    private static final Pattern NUMBERED = Pattern.compile("^[IVX]{1,4}\\. ");

    private SignedInText() {}

    /// Who signs in the text itself, where nobody signs above it: a line of names before the first paragraph or behind
    /// the last, or the agency in brackets at its end: "(AFP)", "Source: Reuters".
    ///
    /// @param body the running text
    static void read(HtmlPage page, List<Part> body, HtmlDraft draft) {
        if (body.isEmpty()) {
            return;
        }
        Part first = body.stream()
                .filter(part -> part.weight > LEAST_PARAGRAPH)
                .findFirst()
                .orElse(body.getFirst());
        for (int at = Math.max(0, first.index - 2); at < first.index && draft.byline.isEmpty(); at++) {
            Part part = page.parts.get(at);
            boolean beside = part.box.tag.equals(first.box.tag) && part.box.parent == first.box.parent;
            boolean title = NUMBERED.matcher(part.text).find();
            if (beside && part.headingLevel() == 0 && !title && part.words >= 2 && line(part)) {
                Signed.fill(part.text.replace("/", ", "), part, draft);
            }
        }
        Part last = body.getLast();
        for (int at = last.index; at <= Math.min(last.index + 2, page.parts.size() - 1); at++) {
            Part part = page.parts.get(at);
            if (part != last && part.box.withRole(Role.ASIDE, null) != null) {
                continue;
            }
            if (draft.byline.isPresent()) {
                signsToo(part, last, draft);
                continue;
            }
            String bare = Words.GENERAL.without("caption credit", part.text);
            boolean labelled =
                    bare.length() < part.text.length() && CreditLine.of(bare).namesAgency();
            boolean named = line(part)
                    && (GivenNames.fullName(part.text)
                            || set(part, last)
                            || CreditLine.of(part.text).namesAgency());
            String inside = PrintedNames.behindLabel(part);
            boolean few = part.words <= MOST_WORDS_OF_LINE;
            if (labelled || named) {
                Signed.fill(labelled ? bare : part.text, part, draft);
            } else if (few && !inside.isEmpty()) {
                Signed.fill(inside, part, draft);
            } else if (line(part)) {
                withHouse(part, draft);
            }
        }
        agency(last.text, last.text.lastIndexOf('('), last.text.length() - 1, draft);
        int open = first.text.indexOf('(');
        if (open > 0 && open < LONGEST_DATELINE) {
            agency(first.text, open, first.text.indexOf(')', open), draft);
        }
    }

    /// A full name alone below the text, beside those that the data gave.
    private static void signsToo(Part part, Part last, HtmlDraft draft) {
        boolean beside = part.box.parent == last.box.parent || part == last;
        boolean name =
                beside && !part.claimed() && line(part) && GivenNames.fullName(part.text) && !Bylines.role(part.text);
        Clipping.Byline known = draft.byline.orElseThrow();
        if (name && !Bylines.house(part.text, draft.outlet.orElse(""))) {
            draft.byline = Optional.of(Bylines.with(known, List.of(part.text)));
            part.map("byline");
        }
    }

    /// "Le Phare / Anne Duval", "APA/Le Phare": who signs beside the outlet.
    private static void withHouse(Part part, HtmlDraft draft) {
        List<String> names =
                Stream.of(part.text.split("\\s*/\\s*", Signed.MOST_PIECES)).toList();
        List<String> others = names.stream()
                .filter(name -> !name.isBlank() && !Bylines.house(name, draft.outlet.orElse("")))
                .toList();
        if (!others.isEmpty() && others.size() < names.size()) {
            Signed.fill(String.join(", ", others), part, draft);
        }
    }

    /// The agency between the brackets at the end of a text, or in its dateline: "PARIS (AFP) -".
    private static void agency(String text, int open, int close, HtmlDraft draft) {
        if (open <= 0 || close <= open || text.charAt(close) != ')') {
            return;
        }
        String inside = text.substring(open + 1, close);
        boolean agency = Prose.words(inside) <= Signed.MOST_WORDS_OF_NAME
                && CreditLine.of(inside).namesAgency();
        Optional<Clipping.Byline> found =
                agency ? Bylines.named(inside).filter(each -> !draft.house(each)) : Optional.empty();
        draft.fill("byline", draft.byline, found, kept -> draft.byline = kept);
        found.ifPresent(each -> draft.byline = draft.byline.map(known -> Bylines.with(known, each.names())));
    }

    /// Two to four words in the last line of the text, set in bold or to the right as signatures are.
    private static boolean set(Part part, Part last) {
        boolean right = part.box.element.attr("style").replace(" ", "").contains("text-align:right")
                || part.box.element.attr("align").equals("right");
        int words = part.text.split("\\s+", 6).length;
        boolean beside = part == last || part.box.parent == last.box.parent;
        return beside && words >= 2 && words <= 4 && part.headingLevel() == 0 && (right || part.bold());
    }

    /// Names and nothing else, and no link.
    private static boolean line(Part part) {
        return part.words <= MOST_WORDS_OF_LINE
                && part.linkShare() < 0.5
                && !HeadFacts.elsewhere(part)
                && part.text.indexOf(':') < 0
                && NameLine.names(part.text);
    }
}
