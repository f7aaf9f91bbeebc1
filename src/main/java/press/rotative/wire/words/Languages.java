package press.rotative.wire.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells the language of a text by its function words (`languages.txt`), in one pass over its first characters.
public final class Languages {

    private static final int SAMPLE_CHARACTERS = 60_000;
    private static final int FEWEST_HITS = 3;

    private static final int LONGEST_WORD = 16;

    /// The languages that have a word among their function words.
    private static final Map<String, List<String>> OF_WORD = new HashMap<>();

    static {
        Words.read("languages.txt").lists().forEach((language, lines) -> {
            Set<String> words = new HashSet<>();
            lines.forEach(line -> {
                for (String word : line.split(" ")) {
                    words.add(Folding.key(word));
                }
            });
            words.forEach(word ->
                    OF_WORD.computeIfAbsent(word, _ -> new ArrayList<>(2)).add(language));
        });
    }

    private Languages() {}

    /// The language with most function words; absent when hardly any were met or two languages have as many.
    public static Optional<String> of(String text) {
        Map<String, Integer> hits = count(text);
        String best = "";
        int most = FEWEST_HITS - 1;
        boolean tied = false;
        for (Map.Entry<String, Integer> entry : hits.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
                tied = false;
            } else if (entry.getValue() == most && !best.isEmpty()) {
                tied = true;
            }
        }
        return best.isEmpty() || tied ? Optional.empty() : Optional.of(best);
    }

    /// How many function words of one language the text has.
    public static int hits(String text, String language) {
        return count(text).getOrDefault(language, 0);
    }

    private static Map<String, Integer> count(String text) {
        Map<String, Integer> hits = new HashMap<>();
        int limit = Math.min(text.length(), SAMPLE_CHARACTERS);
        char[] word = new char[LONGEST_WORD];
        int length = 0;
        for (int at = 0; at <= limit; at++) {
            char folded = at < limit ? Folding.fold(text.charAt(at)) : ' ';
            if (folded != 0 && Character.isLetter(folded)) {
                if (length < LONGEST_WORD) {
                    word[length++] = folded;
                }
            } else if (folded != 0 && length > 0) {
                for (String language : length < LONGEST_WORD
                        ? OF_WORD.getOrDefault(new String(word, 0, length), List.of())
                        : List.<String>of()) {
                    hits.merge(language, 1, Integer::sum);
                }
                length = 0;
            }
        }
        return hits;
    }
}
