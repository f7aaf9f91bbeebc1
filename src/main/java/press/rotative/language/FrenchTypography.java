package press.rotative.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// French spacing for text on a page: narrow no-break spaces (U+202F) inside « » and before `; ! ?` and between
/// thousands, no-break spaces (U+00A0) before `:`, in dates, times and before units and signs, and ’ between letters.
///
/// A pure function over one run of text (never attributes, code or markup). Addresses are left alone. Setting a text
/// twice changes nothing. Stored text, API, feeds and JSON-LD keep the source; only HTML passes here.
/// Source of the rules: Lexique des règles typographiques en usage à l'Imprimerie nationale.
public final class FrenchTypography {
    private static final String NARROW = "\u202f";
    private static final String FIXED = "\u00a0";
    private static final String SPACE = "[ \u00a0\u202f\u2009]";

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:\\b[a-z][a-z0-9+.-]{1,10}://|\\bwww\\.)\\S+|\\S+@\\S+\\.\\S+|\\b(?:[\\w-]+\\.)+[a-z]{2,10}/\\S*",
            Pattern.CASE_INSENSITIVE);

    // What a text must hold for a rule to find anything in it. No rule brings in what another one asks for.
    private static final int APOSTROPHE = 1;
    private static final int OPENING = 2;
    private static final int CLOSING = 4;
    private static final int HIGH_SIGN = 8;
    private static final int COLON = 16;
    private static final int DIGIT = 32;
    private static final int MAYBE_ADDRESS = 64;

    private record Rule(int asksFor, Pattern pattern, String replacement) {
        static Rule of(int asksFor, String pattern, String replacement) {
            return new Rule(asksFor, Pattern.compile(pattern), replacement);
        }
    }

    private static final String AFTER_WORD = "(?<=[\\p{L}\\p{N}\\p{M})\\]»”\"’…%€°.])";
    private static final String THEN_REST = "(?=[\\s\u00a0\u202f)»”\"\\]]|$)";
    private static final String MONTHS =
            "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)";
    private static final String UNITS =
            "(?:[kcm]?m[²³]?|km/h|[kmµ]?g|t|[cmh]?l|ha|°C|°F|[kMGT]?Wh?|[kM]?V|[kMG]?Hz|[kMGT]o"
                    + "|h|min|s|ms|ans?|jours?|mois|heures?|minutes?|euros?|dollars?|mille|millions?|milliards?|pages?|nœuds?)";

    private static final Rule[] RULES = {
        Rule.of(OPENING, "«" + SPACE + "*", "«" + NARROW),
        Rule.of(CLOSING, SPACE + "*»", NARROW + "»"),
        Rule.of(HIGH_SIGN, SPACE + "+(?=[;!?])", NARROW),
        Rule.of(HIGH_SIGN, AFTER_WORD + "(?=[;!?]+" + THEN_REST + ")", NARROW),
        Rule.of(COLON, SPACE + "+:" + THEN_REST, FIXED + ":"),
        Rule.of(COLON, AFTER_WORD + ":" + THEN_REST, FIXED + ":"),
        Rule.of(
                DIGIT,
                "(?<![\\d.,\u202f])(\\d{1,3})" + SPACE + "(\\d{3})(?=(?:" + SPACE + "\\d{3})*(?!\\d))",
                "$1" + NARROW + "$2"),
        Rule.of(DIGIT, "(?<=\u202f\\d{3})" + SPACE + "(?=\\d{3}(?!\\d))", NARROW),
        Rule.of(
                DIGIT,
                "(?<![\\p{L}\\d])([01]?\\d|2[0-4])" + SPACE + "?h" + SPACE + "?([0-5]\\d)(?![\\p{L}\\d])",
                "$1" + FIXED + "h" + FIXED + "$2"),
        Rule.of(DIGIT, "(?<=\\d)" + SPACE + "?([%€$£])", FIXED + "$1"),
        Rule.of(DIGIT, "(?<=\\d)" + SPACE + "(?=" + UNITS + "(?![\\p{L}\\p{N}'’]))", FIXED),
        Rule.of(DIGIT, "(?<=\\d|\\b1er)" + SPACE + "(?=" + MONTHS + "\\b)", FIXED),
        Rule.of(DIGIT, "(?<=\\bn°)" + SPACE + "(?=\\d)", FIXED),
    };

    private FrenchTypography() {}

    public static String set(String text) {
        int holds = holds(text);
        if ((holds & ~MAYBE_ADDRESS) == 0) {
            return text;
        }
        if ((holds & MAYBE_ADDRESS) == 0) {
            return setWords(text, holds);
        }
        Matcher address = ADDRESS.matcher(text);
        if (!address.find()) {
            return setWords(text, holds);
        }
        var result = new StringBuilder(text.length() + 16);
        int from = 0;
        do {
            result.append(setWords(text.substring(from, address.start()), holds))
                    .append(address.group());
            from = address.end();
        } while (address.find());
        return result.append(setWords(text.substring(from), holds)).toString();
    }

    private static int holds(String text) {
        int holds = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 'a') {
                holds |= switch (c) {
                    case '\'' -> APOSTROPHE;
                    case ';', '!', '?' -> HIGH_SIGN;
                    case ':' -> COLON;
                    case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> spaced(text, i + 1) ? DIGIT : 0;
                    case '/', '@' -> MAYBE_ADDRESS;
                    case '.' -> i > 2 && isW(text, i - 1) && isW(text, i - 2) && isW(text, i - 3) ? MAYBE_ADDRESS : 0;
                    default -> 0;
                };
            } else if (c > 'z') {
                holds |= c == '«' ? OPENING : c == '»' ? CLOSING : c == '°' ? DIGIT : 0;
            }
        }
        return holds;
    }

    /// Whether what follows a digit (or the `er` of 1er) can ask for another space there.
    private static boolean spaced(String text, int at) {
        if (at == text.length()) {
            return false;
        }
        return switch (text.charAt(at)) {
            case ' ', '\u00a0', '\u202f', '\u2009', '%', '€', '$', '£', 'h' -> true;
            case 'e' -> text.startsWith("er", at) && spaced(text, at + 2);
            default -> false;
        };
    }

    private static boolean isW(String text, int at) {
        return (text.charAt(at) | 0x20) == 'w';
    }

    private static String setWords(String text, int holds) {
        String result = (holds & APOSTROPHE) == 0 ? text : withApostrophes(text);
        for (Rule rule : RULES) {
            if ((rule.asksFor & holds) != 0) {
                Matcher matcher = rule.pattern.matcher(result);
                if (matcher.find()) {
                    result = matcher.replaceAll(rule.replacement);
                }
            }
        }
        return result;
    }

    /// ’ between letters.
    private static String withApostrophes(String text) {
        char[] set = text.toCharArray();
        for (int i = 1; i < set.length - 1; i++) {
            if (set[i] == '\''
                    && Character.isLetter(text.codePointBefore(i))
                    && Character.isLetter(text.codePointAt(i + 1))) {
                set[i] = '’';
            }
        }
        return new String(set);
    }
}
