package press.rotative.address;

import java.text.Normalizer;
import java.util.Locale;
import press.rotative.platform.Problem;

/// The readable part of an address: lower-case Latin letters, digits and single hyphens, 1 to 80 characters.
public final class Slug {
    private static final int LONGEST = 80;
    private static final String ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويى";
    private static final String[] ARABIC_LATIN = {
        "", "a", "a", "w", "i", "y", "a", "b", "a", "t", "th", "j", "h", "kh", "d", "dh", "r", "z", "s", "sh", "s", "d",
        "t", "z", "a", "gh", "f", "q", "k", "l", "m", "n", "h", "w", "y", "a"
    };

    private Slug() {}

    /// A slug out of a headline or name: accents are dropped, Arabic letters transliterated (a simplified ALA-LC
    /// table without marks), everything else separates words. Never empty: `story` where nothing is left.
    public static String from(String text) {
        var slug = new StringBuilder();
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        for (int i = 0; i < plain.length() && slug.length() < LONGEST; i++) {
            append(slug, plain.charAt(i));
        }
        while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.isEmpty() ? "story" : slug.toString();
    }

    private static void append(StringBuilder slug, char letter) {
        int arabic = ARABIC.indexOf(letter);
        if (letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9') {
            slug.append(letter);
        } else if (arabic >= 0) {
            slug.append(ARABIC_LATIN[arabic]);
        } else if (Character.getType(letter) != Character.NON_SPACING_MARK
                && letter != 'ـ'
                && !slug.isEmpty()
                && slug.charAt(slug.length() - 1) != '-') {
            slug.append('-');
        }
    }

    /// @throws Problem INVALID when `slug` is none
    public static String checked(String slug) {
        boolean good = !slug.isEmpty() && slug.length() <= LONGEST && !slug.startsWith("-") && !slug.endsWith("-");
        for (int i = 0; good && i < slug.length(); i++) {
            char letter = slug.charAt(i);
            good = letter >= 'a' && letter <= 'z'
                    || letter >= '0' && letter <= '9'
                    || letter == '-' && slug.charAt(i - 1) != '-';
        }
        if (!good) {
            throw Problem.invalid(
                            "'" + slug + "' cannot stand in an address. Use lower-case letters a to z, digits and "
                                    + "single hyphens, at most " + LONGEST + " characters.")
                    .as("problem.slug", LONGEST);
        }
        return slug;
    }
}
