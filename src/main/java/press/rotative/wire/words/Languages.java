package press.rotative.wire.words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells the language of a text by its function words (`languages.txt`), in one pass over its first characters.
public final class Languages {

    private static final int SAMPLE_CHARACTERS = 60_000;
    private static final int FEWEST_HITS = 3;

    private static final Map<String, Set<String>> WORDS = new HashMap<>();

    static {
        Words.read("languages.txt").lists().forEach((language, lines) -> {
            Set<String> words = new HashSet<>();
            lines.forEach(line -> {
                for (String word : line.split(" ")) {
                    words.add(Folding.key(word));
                }
            });
            WORDS.put(language, Set.copyOf(words));
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
        StringBuilder word = new StringBuilder();
        for (int at = 0; at <= limit; at++) {
            char folded = at < limit ? Folding.fold(text.charAt(at)) : ' ';
            if (folded != 0 && Character.isLetter(folded)) {
                if (word.length() < 16) {
                    word.append(folded);
                }
            } else if (folded != 0 && !word.isEmpty()) {
                String found = word.toString();
                WORDS.forEach((language, words) -> {
                    if (words.contains(found)) {
                        hits.merge(language, 1, Integer::sum);
                    }
                });
                word.setLength(0);
            }
        }
        return hits;
    }
}
