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
    private static final Pattern WORTH_A_LOOK = Pattern.compile("[«»;!?:'%€$£°0-9]");

    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String pattern, String replacement) {
            return new Rule(Pattern.compile(pattern), replacement);
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
        Rule.of("(?<=\\p{L})'(?=\\p{L})", "’"),
        Rule.of("«" + SPACE + "*", "«" + NARROW),
        Rule.of(SPACE + "*»", NARROW + "»"),
        Rule.of(SPACE + "+(?=[;!?])", NARROW),
        Rule.of(AFTER_WORD + "(?=[;!?]+" + THEN_REST + ")", NARROW),
        Rule.of(SPACE + "+:" + THEN_REST, FIXED + ":"),
        Rule.of(AFTER_WORD + ":" + THEN_REST, FIXED + ":"),
        Rule.of(
                "(?<![\\d.,\u202f])(\\d{1,3})" + SPACE + "(\\d{3})(?=(?:" + SPACE + "\\d{3})*(?!\\d))",
                "$1" + NARROW + "$2"),
        Rule.of("(?<=\u202f\\d{3})" + SPACE + "(?=\\d{3}(?!\\d))", NARROW),
        Rule.of(
                "(?<![\\p{L}\\d])([01]?\\d|2[0-4])" + SPACE + "?h" + SPACE + "?([0-5]\\d)(?![\\p{L}\\d])",
                "$1" + FIXED + "h" + FIXED + "$2"),
        Rule.of("(?<=\\d)" + SPACE + "?([%€$£])", FIXED + "$1"),
        Rule.of("(?<=\\d)" + SPACE + "(?=" + UNITS + "(?![\\p{L}\\p{N}'’]))", FIXED),
        Rule.of("(?<=\\d|\\b1er)" + SPACE + "(?=" + MONTHS + "\\b)", FIXED),
        Rule.of("(?<=\\bn°)" + SPACE + "(?=\\d)", FIXED),
    };

    private FrenchTypography() {}

    public static String set(String text) {
        if (!WORTH_A_LOOK.matcher(text).find()) {
            return text;
        }
        Matcher address = ADDRESS.matcher(text);
        if (!address.find()) {
            return setWords(text);
        }
        var result = new StringBuilder(text.length() + 16);
        int from = 0;
        do {
            result.append(setWords(text.substring(from, address.start()))).append(address.group());
            from = address.end();
        } while (address.find());
        return result.append(setWords(text.substring(from))).toString();
    }

    private static String setWords(String text) {
        String result = text;
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(result);
            if (matcher.find()) {
                result = matcher.replaceAll(rule.replacement());
            }
        }
        return result;
    }
}
