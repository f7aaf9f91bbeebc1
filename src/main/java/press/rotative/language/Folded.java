package press.rotative.language;

import java.text.Normalizer;
import java.util.Locale;

/// Texts as they are compared. Decided here so that all databases agree.
public final class Folded {
    private Folded() {}

    /// Compatibility-decomposed (Unicode NFKD), without accents and punctuation, lower case, single spaces between what
    /// is left.
    public static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); ) {
            int point = plain.codePointAt(i);
            i += Character.charCount(point);
            if (Character.isLetterOrDigit(point)) {
                folded.appendCodePoint(point);
            } else if (Character.getType(point) != Character.NON_SPACING_MARK
                    && !folded.isEmpty()
                    && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }
}
