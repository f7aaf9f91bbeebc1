package press.rotative.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How words begin: 2 to 10 letters. A word that a reader is still typing finds its headlines by one lookup.
final class Beginnings {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 10;

    private Beginnings() {}

    static Set<String> all(List<WordAnalyzer.Token> words) {
        var beginnings = new LinkedHashSet<String>();
        for (WordAnalyzer.Token word : words) {
            int letters = word.exact().codePointCount(0, word.exact().length());
            for (int length = SHORTEST; length <= Math.min(LONGEST, letters); length++) {
                beginnings.add(first(word.exact(), length));
            }
        }
        return beginnings;
    }

    /// What to look up for this word; empty when it is too short to say anything.
    static String asked(String word) {
        int letters = word.codePointCount(0, word.length());
        return letters < SHORTEST ? "" : first(word, Math.min(LONGEST, letters));
    }

    private static String first(String word, int length) {
        return word.substring(0, word.offsetByCodePoints(0, length));
    }
}
