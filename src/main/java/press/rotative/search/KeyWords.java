package press.rotative.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.rotative.story.LiveStory;

/// The few words a story is known by: those of its headline and standfirst, those its text repeats, and its concepts.
/// They come from the story alone, never from how often a word stands elsewhere, so that a story has the same ones
/// whenever and beside whatever it is indexed.
final class KeyWords {
    private static final int MOST_OF_HEAD = 24;
    private static final int MOST_OF_BODY = 12;
    private static final int MOST_CONCEPTS = 16;
    private static final int SHORTEST = 3;

    private KeyWords() {}

    static Set<String> of(LiveStory story, StoryWords words) {
        var keys = new LinkedHashSet<String>();
        story.content().concepts().stream()
                .limit(MOST_CONCEPTS)
                .map(concept -> concept(concept.value()))
                .forEach(keys::add);
        var head = new LinkedHashSet<String>();
        add(head, words.headline());
        add(head, words.standfirst());
        head.stream().limit(MOST_OF_HEAD).forEach(keys::add);
        repeated(words.body()).stream().limit(MOST_OF_BODY).forEach(keys::add);
        return keys;
    }

    static String concept(long id) {
        return "#" + id;
    }

    static boolean isConcept(String key) {
        return key.startsWith("#");
    }

    private static void add(Set<String> keys, List<WordAnalyzer.Token> words) {
        for (WordAnalyzer.Token word : words) {
            if (says(word)) {
                keys.add(word.stem());
            }
        }
    }

    /// The most repeated first; among equals the longer, which are the rarer.
    private static List<String> repeated(List<WordAnalyzer.Token> words) {
        Map<String, Integer> times = new HashMap<>();
        for (WordAnalyzer.Token word : words) {
            if (says(word)) {
                times.merge(word.stem(), 1, Integer::sum);
            }
        }
        return times.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .reversed()
                        .thenComparing(each -> -each.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean says(WordAnalyzer.Token word) {
        return word.exact().length() >= SHORTEST && word.exact().chars().anyMatch(letter -> !Character.isDigit(letter));
    }
}
