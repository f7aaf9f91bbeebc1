package press.rotative.wire.words;

import java.util.Set;
import press.rotative.media.CreditLine;
import press.rotative.media.CreditWords;

/// A text that could be the names of people or houses, as in a byline or a credit.
public final class NameLine {
    static final int MOST_WORDS = 14;
    private static final int MOST_NAMES = 8;
    private static final Set<String> PARTICLES = Set.of(
            "de", "du", "des", "la", "le", "el", "al", "van", "von", "der", "den", "di", "da", "dos", "bin", "ben",
            "of", "for", "via", "and", "et", "und", "y", "pour", "the", "-", "–", "/", "|", "&", "dpa", "a");

    private NameLine() {}

    /// Whether a text could be the names of people or houses: few words, each with a capital, or an agency's name.
    public static boolean names(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.length() > Credit.LONGEST || CreditWords.archive(plain)) {
            return false;
        }
        if (CreditLine.of(plain).namesAgency()) {
            return Prose.words(plain) <= MOST_WORDS;
        }
        int words = 0;
        int capitals = 0;
        for (String word : plain.split("[\\s/|,+&]+", MOST_NAMES + 2)) {
            boolean counted = !word.isEmpty() && !PARTICLES.contains(word);
            words += counted ? 1 : 0;
            int first = word.isEmpty() ? ' ' : word.codePointAt(word.charAt(0) == '@' && word.length() > 1 ? 1 : 0);
            capitals += counted && (Character.isUpperCase(first) || word.charAt(0) == '@') ? 1 : 0;
        }
        return words > 0 && words <= MOST_NAMES && capitals == words && !Prose.fullStop(plain);
    }
}
