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
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:\\b[a-z][a-z0-9+.-]{1,10}://|\\bwww\\.)\\S+|\\S+@\\S+\\.\\S+|\\b(?:[\\w-]+\\.)+[a-z]{2,10}/\\S*",
            Pattern.CASE_INSENSITIVE);

    private FrenchTypography() {}

    public static String set(String text) {
        if (!holdsWhatIsSet(text)) {
            return text;
        }
        if (!mayHoldAddress(text)) {
            return new FrenchWords(text).set();
        }
        Matcher address = ADDRESS.matcher(text);
        if (!address.find()) {
            return new FrenchWords(text).set();
        }
        var result = new StringBuilder(text.length() + 16);
        int from = 0;
        do {
            result.append(new FrenchWords(text.substring(from, address.start())).set())
                    .append(address.group());
            from = address.end();
        } while (address.find());
        return result.append(new FrenchWords(text.substring(from)).set()).toString();
    }

    private static boolean holdsWhatIsSet(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean sets =
                    switch (text.charAt(i)) {
                        case '\'', ';', '!', '?', ':', '«', '»', '°' -> true;
                        case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> mayAskForSpace(text, i + 1);
                        default -> false;
                    };
            if (sets) {
                return true;
            }
        }
        return false;
    }

    /// Whether what follows a digit (or the `er` of 1er) can ask for another space there.
    private static boolean mayAskForSpace(String text, int at) {
        if (at == text.length()) {
            return false;
        }
        return switch (text.charAt(at)) {
            case ' ', '\u00a0', '\u202f', '\u2009', '%', '€', '$', '£', 'h' -> true;
            case 'e' -> text.startsWith("er", at) && mayAskForSpace(text, at + 2);
            default -> false;
        };
    }

    private static boolean mayHoldAddress(String text) {
        return text.indexOf('/') >= 0 || text.indexOf('@') >= 0 || text.indexOf("ww.") >= 0 || text.indexOf("WW.") >= 0;
    }
}
