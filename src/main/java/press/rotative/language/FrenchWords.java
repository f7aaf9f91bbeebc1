package press.rotative.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sets one run of words, without addresses, from left to right in one pass.
final class FrenchWords {
    private static final char NARROW = '\u202f';
    private static final char FIXED = '\u00a0';

    private static final Pattern UNIT =
            Pattern.compile("(?:[kcm]?m[²³]?|km/h|[kmµ]?g|t|[cmh]?l|ha|°C|°F|[kMGT]?Wh?|[kM]?V|[kMG]?Hz|[kMGT]o"
                    + "|h|min|s|ms|ans?|jours?|mois|heures?|minutes?|euros?|dollars?|mille|millions?|milliards?|pages?"
                    + "|nœuds?)(?![\\p{L}\\p{N}'’])");
    private static final Pattern MONTH = Pattern.compile(
            "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\\b");

    private final String text;
    private final StringBuilder set;
    private int at;

    FrenchWords(String text) {
        this.text = text;
        this.set = new StringBuilder(text.length() + 16);
    }

    String set() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '\'' -> set.append(standsBetweenLetters() ? '’' : c);
                case '«' -> {
                    set.append(c).append(NARROW);
                    skipSpaces();
                }
                case '»' -> {
                    dropSpaces();
                    set.append(NARROW).append(c);
                }
                case ';', '!', '?' -> {
                    if (dropSpaces() || endsWord() && restFollows(endOfSigns())) {
                        set.append(NARROW);
                    }
                    set.append(c);
                }
                case ':' -> {
                    if (restFollows(at) && (dropSpaces() || endsWord())) {
                        set.append(FIXED);
                    }
                    set.append(c);
                }
                case '%', '€', '$', '£' -> {
                    if (endsInFigure(dropsOneSpace())) {
                        set.setLength(dropsOneSpace());
                        set.append(FIXED);
                    }
                    set.append(c);
                }
                case 'h' -> {
                    if (isHour()) {
                        set.setLength(dropsOneSpace());
                        set.append(FIXED).append(c).append(FIXED);
                        at += isSpace(at) ? 1 : 0;
                    } else {
                        set.append(c);
                    }
                }
                case ' ', FIXED, NARROW, '\u2009' -> set.append(space(c));
                default -> set.append(c);
            }
        }
        return set.toString();
    }

    private boolean standsBetweenLetters() {
        return at > 1
                && at < text.length()
                && Character.isLetter(text.codePointBefore(at - 1))
                && Character.isLetter(text.codePointAt(at));
    }

    /// What a space is set as, by what stands before and after it.
    private char space(char asWritten) {
        int end = set.length();
        if (endsInFigure(end)) {
            if (joinsThousands()) {
                return NARROW;
            }
            return follows(UNIT) || follows(MONTH) ? FIXED : asWritten;
        }
        if (endsIn("1er") && follows(MONTH) || endsIn("n°") && isDigit(at)) {
            return FIXED;
        }
        return asWritten;
    }

    /// Before: one to three figures that begin a number, or three after thousands that are joined already. After:
    /// three.
    private boolean joinsThousands() {
        if (!isDigit(at) || !isDigit(at + 1) || !isDigit(at + 2) || isDigit(at + 3)) {
            return false;
        }
        int begin = beginOfFigures(set.length());
        int figures = set.length() - begin;
        char before = begin == 0 ? 0 : set.charAt(begin - 1);
        return before == NARROW ? figures == 3 : figures <= 3 && before != '.' && before != ',';
    }

    /// A letter h after 0 to 24 and before two figures of minutes.
    private boolean isHour() {
        int end = dropsOneSpace();
        int begin = beginOfFigures(end);
        int figures = end - begin;
        boolean hour = figures == 1
                || figures == 2
                        && (set.charAt(begin) <= '1' || set.charAt(begin) == '2' && set.charAt(begin + 1) <= '4');
        int minutes = at + (isSpace(at) ? 1 : 0);
        return hour
                && (begin == 0 || !Character.isLetter(set.codePointBefore(begin)))
                && isDigit(minutes)
                && text.charAt(minutes) <= '5'
                && isDigit(minutes + 1)
                && (minutes + 2 == text.length() || !isLetterOrDigit(minutes + 2));
    }

    private boolean isLetterOrDigit(int place) {
        return isDigit(place) || Character.isLetter(text.codePointAt(place));
    }

    private boolean follows(Pattern word) {
        Matcher after = word.matcher(text);
        return after.region(at, text.length()).useTransparentBounds(true).lookingAt();
    }

    private int beginOfFigures(int end) {
        int begin = end;
        while (begin > 0 && isDigit(set.charAt(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private boolean endsInFigure(int end) {
        return end > 0 && isDigit(set.charAt(end - 1));
    }

    /// Whether what is set ends so, as a word of its own.
    private boolean endsIn(String word) {
        int begin = set.length() - word.length();
        return begin >= 0 && set.indexOf(word, begin) == begin && (begin == 0 || !isWordChar(set.charAt(begin - 1)));
    }

    private static boolean isWordChar(char c) {
        return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /// Whether a high sign asks for a space after what is set.
    private boolean endsWord() {
        if (set.isEmpty()) {
            return false;
        }
        int last = set.codePointBefore(set.length());
        return switch (last) {
            case ')', ']', '»', '”', '"', '’', '…', '%', '€', '°', '.' -> true;
            default ->
                switch (Character.getType(last)) {
                    case Character.UPPERCASE_LETTER,
                            Character.LOWERCASE_LETTER,
                            Character.TITLECASE_LETTER,
                            Character.MODIFIER_LETTER,
                            Character.OTHER_LETTER,
                            Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER,
                            Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
        };
    }

    private int endOfSigns() {
        int end = at;
        while (end < text.length() && ";!?".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /// Whether a word ends at this place of the source.
    private boolean restFollows(int place) {
        if (place == text.length()) {
            return true;
        }
        return isSpace(place)
                || switch (text.charAt(place)) {
                    case ')', '»', '”', '"', ']', '\t', '\n', '\u000b', '\f', '\r' -> true;
                    default -> false;
                };
    }

    private void skipSpaces() {
        while (isSpace(at)) {
            at++;
        }
    }

    /// Takes the spaces back that end what is set.
    private boolean dropSpaces() {
        int end = set.length();
        while (end > 0 && isSpace(set.charAt(end - 1))) {
            end--;
        }
        boolean dropped = end < set.length();
        set.setLength(end);
        return dropped;
    }

    /// Where what is set ends without one space.
    private int dropsOneSpace() {
        int end = set.length();
        return end > 0 && isSpace(set.charAt(end - 1)) ? end - 1 : end;
    }

    private boolean isSpace(int place) {
        return place < text.length() && isSpace(text.charAt(place));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == FIXED || c == NARROW || c == '\u2009';
    }

    private boolean isDigit(int place) {
        return place < text.length() && isDigit(text.charAt(place));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
