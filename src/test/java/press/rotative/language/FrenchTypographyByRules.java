package press.rotative.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// [FrenchTypography] as a list of rules, each run over the whole text: slow, and easy to hold against the Lexique.
final class FrenchTypographyByRules {
    private static final String NARROW = "\u202f";
    private static final String FIXED = "\u00a0";
    private static final String SPACE = "[ \u00a0\u202f\u2009]";

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:\\b[a-z][a-z0-9+.-]{1,10}://|\\bwww\\.)\\S+|\\S+@\\S+\\.\\S+|\\b(?:[\\w-]+\\.)+[a-z]{2,10}/\\S*",
            Pattern.CASE_INSENSITIVE);

    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String pattern, String replacement) {
            return new Rule(Pattern.compile(pattern), replacement);
        }
    }

    private static final String AFTER_WORD = "(?<=[\\p{L}\\p{N}\\p{M})\\]»”\"’…%€°.])";
    private static final String THEN_REST = "(?=[\\s\u00a0\u202f\u2009)»”\"\\]]|$)";
    private static final String MONTHS =
            "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)";
    private static final String UNITS =
            "(?:[kcm]?m[²³]?|km/h|[kmµ]?g|t|[cmh]?l|ha|°C|°F|[kMGT]?Wh?|[kM]?V|[kMG]?Hz|[kMGT]o"
                    + "|h|min|s|ms|ans?|jours?|mois|heures?|minutes?|euros?|dollars?|mille|millions?|milliards?|pages?|nœuds?)";

    private static final Rule[] RULES = {
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

    private FrenchTypographyByRules() {}

    static String set(String text) {
        Matcher address = ADDRESS.matcher(text);
        var result = new StringBuilder(text.length() + 16);
        int from = 0;
        while (address.find()) {
            result.append(setWords(text.substring(from, address.start()))).append(address.group());
            from = address.end();
        }
        return result.append(setWords(text.substring(from))).toString();
    }

    private static String setWords(String text) {
        String result = withApostrophes(text);
        for (Rule rule : RULES) {
            result = rule.pattern.matcher(result).replaceAll(rule.replacement);
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
