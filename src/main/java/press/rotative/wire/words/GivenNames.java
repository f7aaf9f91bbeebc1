package press.rotative.wire.words;

import java.util.Set;

/// Given names in Latin and Arabic script; the source is named in `given_names.txt`.
public final class GivenNames {

    private static final Set<String> NAMES = Words.read("given_names.txt").keys("");

    private GivenNames() {}

    static boolean known(String word) {
        return NAMES.contains(Folding.key(word));
    }

    /// Two to four words, each with a capital (or in a script without), the first a known given name.
    public static boolean fullName(String text) {
        String[] words = text.split("\\s+", 6);
        if (words.length < 2 || words.length > 4 || !known(words[0])) {
            return false;
        }
        for (String word : words) {
            boolean particle = word.length() <= 3 && !word.equals(words[0]);
            if (Character.isLowerCase(word.charAt(0)) && !particle || !Character.isLetter(word.charAt(0))) {
                return false;
            }
        }
        return Character.isLetter(text.charAt(text.length() - 1));
    }
}
