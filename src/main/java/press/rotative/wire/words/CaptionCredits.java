package press.rotative.wire.words;

import java.util.Optional;
import press.rotative.media.CreditLine;
import press.rotative.media.CreditWords;

/// Finds the credit at the end of a caption, as agencies and papers write it: behind `©`, in brackets ("(AP Photo/Anne
/// Duval)", "(Photo by Anne Duval)"), behind a label ("Photo: Anne Duval"), behind a stroke or a dash ("| AFP"), or as
/// an agency's name behind the last sentence.
public final class CaptionCredits {
    static final String LABELS = "caption credit";
    private static final int MOST_WORDS_OF_MARK = 4;
    private static final int LONGEST_LABEL = 20;
    private static final String OPENING = "([（［【〔<＜〈";
    private static final String CLOSING = ")]）］】〕>＞〉";
    private static final int LONGEST_BEHIND = 40;
    private static final String STROKE = " / ";
    private static final String[] STROKES = {" | ", STROKE, " — ", " – ", " - "};

    private CaptionCredits() {}

    /// @return the credit; its `start` is where the caption ends
    public static Optional<Credit> in(String caption) {
        if (caption.length() < 3) {
            return Optional.empty();
        }
        return Credit.closing(caption)
                .or(() -> bracket(caption))
                .or(() -> behind(caption))
                .or(() -> label(caption))
                .or(() -> behindEquals(caption))
                .or(() -> stroke(caption))
                .or(() -> lastName(caption))
                .or(() -> lastAgency(caption));
    }

    /// The caption with the credit last that stands in brackets inside it: "Waves (Photo: Anne Duval) at the mole."
    public static String creditLast(String caption) {
        if (Credit.closing(caption).or(() -> bracket(caption)).isPresent()) {
            return caption;
        }
        int from = 0;
        for (int end = caption.indexOf(". "); end > 0; end = caption.indexOf(". ", end + 1)) {
            String sentence = caption.substring(from, end);
            int colon = sentence.indexOf(':');
            boolean credit = colon > 0
                    && NameLine.names(sentence.substring(colon + 1))
                    && WholeCredit.of(sentence).isPresent();
            if (credit) {
                return (caption.substring(0, from) + caption.substring(end + 2)).strip() + " " + sentence;
            }
            from = end + 2;
        }
        int open = caption.indexOf('(');
        while (open >= 0) {
            int close = caption.indexOf(')', open);
            if (close < 0 || close >= caption.length() - 2) {
                return caption;
            }
            if (WholeCredit.of(caption.substring(open + 1, close).strip()).isPresent()) {
                String rest = caption.substring(close + 1);
                return caption.substring(0, open).strip() + (rest.startsWith(".") ? "" : " ") + rest.strip() + " "
                        + caption.substring(open, close + 1);
            }
            open = caption.indexOf('(', close);
        }
        return caption;
    }

    /// A caption without a label that was left at its end: "Waves at the mole. Credit..."
    public static String withoutLabel(String caption) {
        int end = caption.length();
        while (end > 0 && !Character.isLetterOrDigit(caption.charAt(end - 1)) && caption.charAt(end - 1) != ')') {
            end--;
        }
        int begin = end;
        while (begin > 0 && Character.isLetter(caption.charAt(begin - 1))) {
            begin--;
        }
        boolean label = begin < end && Words.GENERAL.has("credit", caption.substring(begin, end) + ":");
        return label ? caption.substring(0, begin).strip() : caption;
    }

    /// Names before a word that says what they did, in brackets or behind the last sentence: "(Anne Duval撮影)",
    /// "... 있다. 고영권 기자".
    private static Optional<Credit> behind(String caption) {
        String line = caption.stripTrailing();
        boolean closed = !line.isEmpty() && CLOSING.indexOf(line.charAt(line.length() - 1)) >= 0;
        String inside = closed ? line.substring(0, line.length() - 1) : line;
        int sentence = closed ? lastOf(OPENING, inside) + 1 : afterSentence(inside);
        int from = sentence > 0 ? sentence : afterStroke(inside);
        String piece = from <= 0 ? "" : inside.substring(from).strip();
        for (String mark : Words.GENERAL.keys("credit behind")) {
            String names = piece.substring(0, Math.max(0, piece.length() - mark.length()))
                    .strip();
            boolean marked = !names.isEmpty()
                    && piece.length() <= LONGEST_BEHIND
                    && Folding.key(piece).endsWith(mark);
            if (marked) {
                return Credit.parse(names, 0, 0)
                        .map(credit -> new Credit(
                                credit.text(),
                                credit.detail(),
                                credit.archive(),
                                closed ? from - 1 : sentence > 0 ? from : from - STROKE.length(),
                                caption.length()));
            }
        }
        return Optional.empty();
    }

    private static int lastOf(String marks, String text) {
        int last = -1;
        for (int at = 0; at < marks.length(); at++) {
            last = Math.max(last, text.lastIndexOf(marks.charAt(at)));
        }
        return last;
    }

    /// Where the text behind the last sentence begins; 0 when there is one sentence only.
    private static int afterSentence(String text) {
        int end = lastOf(".。!?！？", text.substring(0, Math.max(0, text.length() - 1)));
        while (end > 0 && initial(text, end)) {
            end = lastOf(".。!?！？", text.substring(0, end));
        }
        return end < 0 ? 0 : end + 1;
    }

    /// Where the text behind the first stroke begins; 0 when there is none.
    private static int afterStroke(String text) {
        int at = text.indexOf(STROKE);
        return at < 0 ? 0 : at + STROKE.length();
    }

    /// An agency behind an equals sign, as papers in Japan write: "埠頭の波＝ロイター".
    private static Optional<Credit> behindEquals(String caption) {
        int at = Math.max(caption.lastIndexOf('='), caption.lastIndexOf('＝'));
        return at > 0 && CreditWords.agency(caption.substring(at + 1))
                ? Credit.parse(caption, at, at + 1)
                : Optional.empty();
    }

    private static Optional<Credit> bracket(String caption) {
        String line = caption.stripTrailing();
        line = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        int open = lastOf(OPENING, line);
        boolean closed = !line.isEmpty() && CLOSING.indexOf(line.charAt(line.length() - 1)) >= 0;
        if (open < 0 || !closed || line.length() - open > Credit.LONGEST) {
            return Optional.empty();
        }
        String inside = line.substring(open + 1, line.length() - 1).strip();
        Optional<Credit> labelled = WholeCredit.of(inside).or(() -> WholeCredit.named(inside));
        boolean several = inside.indexOf(' ') > 0 || inside.indexOf('/') > 0;
        boolean alone = line.substring(0, open).isBlank();
        boolean apart = alone || sentenceEnds(line, open) || glued(line, open);
        boolean known = CreditLine.of(inside).namesAgency() && NameLine.names(inside);
        boolean written = inside.indexOf('/') > 0
                && NameLine.names(inside)
                && inside.chars().noneMatch(Character::isDigit);
        if (labelled.isPresent()) {
            Credit credit = labelled.get();
            return Optional.of(new Credit(credit.text(), credit.detail(), credit.archive(), open, caption.length()));
        }
        return known || written || apart && (several || !alone) && NameLine.names(inside)
                ? Credit.parse(inside, 0, 0)
                        .map(credit ->
                                new Credit(credit.text(), credit.detail(), credit.archive(), open, caption.length()))
                : Optional.empty();
    }

    /// Set behind a word without a space, as systems add what stands in a field of its own: "Waves at the mole(Anne
    /// Duval)".
    private static boolean glued(String line, int open) {
        char before = open > 0 ? line.charAt(open - 1) : ' ';
        return Character.isLowerCase(before) || Character.isUpperCase(before);
    }

    /// Behind the last label: "Photo: Anne Duval", "Bild: dpa", "credit... Anne Duval".
    private static Optional<Credit> label(String caption) {
        Folding folded = Folding.of(caption);
        String text = folded.text();
        int first = Math.max(1, text.length() - Credit.LONGEST);
        for (int at = text.length() - 2; at >= first; at--) {
            char before = text.charAt(at - 1);
            if (Character.isLetterOrDigit(before) || !Character.isLetter(text.charAt(at))) {
                continue;
            }
            int end = labelAt(text, at);
            int dots = dots(text, at);
            boolean sentence = sentenceEnds(text, at) || stroked(text, at);
            if (sentence && end == 0) {
                int from = folded.origin(at);
                String piece = caption.substring(from);
                Optional<Credit> named = WholeCredit.archived(piece)
                        .or(() -> WholeCredit.bare(piece))
                        .or(() -> WholeCredit.named(piece));
                if (named.isPresent()) {
                    return named.map(credit ->
                            new Credit(credit.text(), credit.detail(), credit.archive(), from, caption.length()));
                }
            }
            boolean sure = end > 0 && ":=".indexOf(text.charAt(at + end - 1)) >= 0
                    || dots > 0
                    || end > 0
                            && sentence
                            && at + end < text.length()
                            && NameLine.names(rest(caption, folded, at + end));
            int behind = at + Math.max(end, dots);
            if (sure && behind < text.length() && Prose.words(rest(caption, folded, behind)) <= NameLine.MOST_WORDS) {
                int start = folded.origin(widest(text, at, at + end));
                while (start > 0 && " |-–—/(".indexOf(caption.charAt(start - 1)) >= 0) {
                    start--;
                }
                return Credit.parse(caption, start, folded.origin(behind - 1) + 1);
            }
        }
        return Optional.empty();
    }

    private static int labelAt(String text, int at) {
        return Math.max(Words.GENERAL.longestAt("credit", text, at), Words.GENERAL.longestAt(LABELS, text, at));
    }

    /// Where the longest label begins that ends at this place: "Photo credit:" rather than "credit:".
    private static int widest(String text, int at, int end) {
        int widest = at;
        for (int earlier = at - 1; earlier >= Math.max(0, at - LONGEST_LABEL); earlier--) {
            boolean word = earlier == 0 || !Character.isLetterOrDigit(text.charAt(earlier - 1));
            widest = word && labelAt(text, earlier) >= end - earlier ? earlier : widest;
        }
        return widest;
    }

    private static boolean stroked(String text, int at) {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && "(|-–—/[".indexOf(text.charAt(before)) >= 0;
    }

    private static String rest(String caption, Folding folded, int at) {
        return caption.substring(folded.origin(at));
    }

    /// Where "credit..." or "photo…" ends, as pages write for people who listen; 0 when the text does not begin so.
    private static int dots(String folded, int from) {
        int end = from;
        while (end < folded.length() && Character.isLetter(folded.charAt(end))) {
            end++;
        }
        boolean dots = folded.startsWith("...", end) || folded.startsWith("…", end);
        return end > from && dots && Words.GENERAL.has("credit", folded.substring(from, end) + ":")
                ? end + 1 - from
                : 0;
    }

    private static Optional<Credit> stroke(String caption) {
        for (String stroke : STROKES) {
            int at = caption.lastIndexOf(stroke);
            if (at > 0 && caption.length() - at <= Credit.LONGEST) {
                String rest = caption.substring(at + stroke.length());
                boolean bar = stroke.equals(" | ") || stroke.equals(" / ") && sentenceEnds(caption, at);
                boolean known = CreditLine.of(rest).namesAgency();
                if (NameLine.names(rest) && (known || bar && rest.indexOf(' ') > 0)) {
                    int from = earlier(caption, at);
                    return Credit.parse(caption, from, from == at ? at + stroke.length() : from + 1);
                }
            }
        }
        return Optional.empty();
    }

    /// Where the names before a stroke begin: "Waves at the mole - Anne Duval / Reuters".
    private static int earlier(String caption, int stroke) {
        for (String dash : STROKES) {
            int at = caption.lastIndexOf(dash, stroke - 1);
            if (at > 0 && NameLine.names(caption.substring(at + dash.length(), stroke))) {
                return at;
            }
        }
        return stroke;
    }

    /// An agency behind the last sentence: "Waves at the mole. Reuters".
    private static Optional<Credit> lastName(String caption) {
        for (int at = caption.length() - 2; at > 0 && caption.length() - at <= Credit.LONGEST; at--) {
            if (caption.charAt(at) == ' ' && sentenceEnds(caption, at)) {
                String rest = caption.substring(at + 1);
                return NameLine.names(rest) && (CreditLine.of(rest).namesAgency() || full(rest) && at > LONGEST_LABEL)
                        ? Credit.parse(caption, at, at + 1)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// The name of an agency in two words or more at the very end: "Waves at the mole Getty Images".
    private static Optional<Credit> lastAgency(String caption) {
        int at = caption.length();
        for (int words = 1; words <= MOST_WORDS_OF_MARK && at > 0; words++) {
            at = caption.lastIndexOf(' ', at - 1);
            if (at > LONGEST_LABEL && words > 1 && CreditWords.agency(caption.substring(at + 1))) {
                return Credit.parse(caption, at, at + 1);
            }
        }
        return Optional.empty();
    }

    /// A full name, or a word that says who gave the picture: "Supplied".
    private static boolean full(String rest) {
        return GivenNames.fullName(rest) || Words.GENERAL.has("giver", rest);
    }

    private static boolean sentenceEnds(String text, int at) {
        int before = at - 1;
        while (before >= 0 && Character.isSpaceChar(text.charAt(before))) {
            before--;
        }
        return before >= 0 && ".!?…»”)؟。".indexOf(text.charAt(before)) >= 0 && !initial(text, before);
    }

    /// The full stop behind one letter: "J. Duval".
    private static boolean initial(String text, int stop) {
        return text.charAt(stop) == '.'
                && stop > 0
                && Character.isLetter(text.charAt(stop - 1))
                && Character.toLowerCase(text.charAt(stop - 1)) != Character.toUpperCase(text.charAt(stop - 1))
                && (stop == 1 || !Character.isLetterOrDigit(text.charAt(stop - 2)));
    }
}
