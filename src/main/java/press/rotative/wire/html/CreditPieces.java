package press.rotative.wire.html;

import java.util.Optional;
import press.rotative.wire.words.CaptionCredits;
import press.rotative.wire.words.NameLine;
import press.rotative.wire.words.Prose;
import press.rotative.wire.words.WholeCredit;

/// Finds the piece of a caption that is its credit by the elements its words stand in, and takes it out.
final class CreditPieces {

    private CreditPieces() {}

    /// A credit that a piece of the caption is named as, or could be: the names in the last piece that stands in an
    /// element of its own.
    static Optional<Part.Span> in(Part part) {
        Part.Span credit = null;
        Part.Span last = null;
        for (Part.Span span : part.spans) {
            if (span.role() == Role.CREDIT && !around(span, part)) {
                credit = credit == null
                        ? span
                        : new Part.Span(
                                Math.min(credit.from(), span.from()),
                                Math.max(credit.to(), span.to()),
                                Role.CREDIT,
                                credit.element());
            }
            boolean closes = part.text.length() - span.to() <= 1 && span.to() > span.from();
            last = span.role() == Role.PIECE && closes && (last == null || span.from() >= last.from()) ? span : last;
        }
        return credit == null ? Optional.ofNullable(last).filter(span -> credits(part, span)) : Optional.of(credit);
    }

    /// The element of the span holds the whole box of the part, which has a name of its own.
    private static boolean around(Part.Span span, Part part) {
        return part.box.role == Role.CAPTION && part.box.element.parents().contains(span.element());
    }

    /// Names in italics at the end of a sentence are a title; behind it, or in an element that means nothing, a credit.
    private static boolean credits(Part part, Part.Span span) {
        String said = said(part, span);
        String before = part.text.substring(0, span.from()).strip();
        boolean plain = span.element().normalName().equals("span")
                || span.element().normalName().equals("small");
        boolean alone = before.isEmpty();
        boolean apart = Prose.closed(before.isEmpty() ? " " : before);
        boolean labelled = WholeCredit.of(said).isPresent();
        boolean named = NameLine.names(said) && (apart || plain && !alone && said.indexOf(' ') > 0);
        boolean written = alone && said.indexOf('/') > 0 && NameLine.names(said);
        return labelled
                || named
                || written
                || alone && span.element().normalName().equals("cite");
    }

    static String said(Part part, Part.Span span) {
        return bare(part.text.substring(span.from(), span.to()).strip());
    }

    /// A credit without the brackets or the stroke around it; one of a pair stands there where mark-up parts them.
    static String bare(String said) {
        boolean bracket = said.startsWith("(") && said.endsWith(")") && said.length() > 2;
        boolean half = said.endsWith(")") && said.indexOf('(') < 0 && said.length() > 1;
        return bracket
                ? said.substring(1, said.length() - 1).strip()
                : half ? said.substring(0, said.length() - 1).strip() : said.replaceFirst("^[/|–—-]\\s+", "");
    }

    static String without(Part part, Part.Span span) {
        String before = part.text.substring(0, span.from()).strip();
        String after = part.text.substring(span.to()).strip();
        String caption = (before.endsWith("(") ? before.substring(0, before.length() - 1) : before).strip();
        return CaptionCredits.withoutLabel(caption)
                + (after.chars().anyMatch(Character::isLetterOrDigit) ? " " + after : "");
    }
}
