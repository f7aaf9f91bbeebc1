package press.rotative.search;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import press.rotative.story.LiveStory;

/// The few words a story is known by: those of its headline and standfirst, those its text repeats, and its concepts.
/// They come from the story alone, never from how often a word stands elsewhere, so that a story has the same ones
/// whenever and beside whatever it is indexed.
final class KeyWords {
    private static final int MOST_OF_HEAD = 24;
    private static final int MOST_OF_BODY = 12;
    private static final int MOST_CONCEPTS = 16;

    /// The most repeated first; among equals the longer, which are the rarer.
    private static final Comparator<StoryWords.Count> REPEATED = Comparator.comparingInt(StoryWords.Count::body)
            .reversed()
            .thenComparing(count -> -count.word().stem().length())
            .thenComparing(count -> count.word().stem());

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
        words.stems().stream()
                .filter(count -> count.body() > 1 && count.word().says())
                .sorted(REPEATED)
                .limit(MOST_OF_BODY)
                .forEach(count -> keys.add(count.word().stem()));
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
            if (word.word().says()) {
                keys.add(word.stem());
            }
        }
    }
}
