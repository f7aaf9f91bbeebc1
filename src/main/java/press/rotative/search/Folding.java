package press.rotative.search;

import java.text.Normalizer;
import java.util.Locale;

/// Makes the spellings of one word equal: case, accents and vowel signs, œ and æ, typographic apostrophes, French
/// elision, English possessives, the forms of alef, ya and ta marbuta, tatweel, all digits.
final class Folding {
    private static final int TATWEEL = 0x640;

    private Folding() {}

    /// @return empty when nothing is left
    static String word(String raw, Language language) {
        String plain = letters(raw);
        int apostrophe = plain.indexOf('\'');
        if (apostrophe < 0) {
            return plain;
        }
        if (plain.endsWith("'s") && language != Language.FRENCH) {
            plain = plain.substring(0, plain.length() - 2);
        } else if (apostrophe < plain.length() - 1 && language.elided(plain.substring(0, apostrophe))) {
            plain = plain.substring(apostrophe + 1);
        }
        return plain.replace("'", "");
    }

    /// Folded letters and digits; apostrophes become the typewriter's.
    static String letters(String raw) {
        if (raw.chars().allMatch(letter -> letter < 0x80)) {
            return raw.toLowerCase(Locale.ROOT);
        }
        String parts = Normalizer.normalize(raw, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(parts.length());
        parts.codePoints().forEach(letter -> fold(letter, folded));
        return folded.toString();
    }

    private static void fold(int letter, StringBuilder into) {
        switch (letter) {
            case 'œ' -> into.append("oe");
            case 'æ' -> into.append("ae");
            case 'ß' -> into.append("ss");
            case 'ø' -> into.append('o');
            case 'ł' -> into.append('l');
            case 'đ' -> into.append('d');
            case 'ı' -> into.append('i');
            case '’', '‘', 'ʼ', '′', '`' -> into.append('\'');
            case 'ٱ' -> into.append('ا');
            case 'ى', 'ی' -> into.append('ي');
            case 'ة' -> into.append('ه');
            case 'ک' -> into.append('ك');
            case TATWEEL -> {}
            default -> other(letter, into);
        }
    }

    private static void other(int letter, StringBuilder into) {
        int type = Character.getType(letter);
        if (type == Character.DECIMAL_DIGIT_NUMBER) {
            into.append(Character.digit(letter, 10));
        } else if (!silent(type)) {
            into.appendCodePoint(letter);
        }
    }

    /// Marks over letters, direction marks, and the narrow space that French sets before high signs and inside its
    /// quotes, which Unicode counts to the word.
    private static boolean silent(int type) {
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || type == Character.SPACE_SEPARATOR;
    }
}
