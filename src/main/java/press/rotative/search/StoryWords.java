package press.rotative.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import press.rotative.story.StoryContent;

/// The words of a story, cut once and counted.
final class StoryWords {
    private static final int USUAL_STEMS = 300;

    private final List<WordAnalyzer.Token> headline;
    private final List<WordAnalyzer.Token> standfirst;
    private final List<WordAnalyzer.Token> body;
    private final Map<String, Count> counts = HashMap.newHashMap(USUAL_STEMS);

    private StoryWords(
            List<WordAnalyzer.Token> headline, List<WordAnalyzer.Token> standfirst, List<WordAnalyzer.Token> body) {
        this.headline = headline;
        this.standfirst = standfirst;
        this.body = body;
        headline.forEach(word -> count(word.word()).all++);
        standfirst.forEach(word -> count(word.word()).all++);
        for (WordAnalyzer.Token word : body) {
            Count count = count(word.word());
            count.all++;
            count.body++;
        }
    }

    static StoryWords of(StoryContent content, Language language) {
        WordAnalyzer analyzer = language.analyzer();
        String standfirst = content.standfirst();
        return new StoryWords(
                analyzer.tokens(content.headline()),
                standfirst == null ? List.of() : analyzer.tokens(standfirst),
                analyzer.tokens(PlainText.of(content.body())));
    }

    /// How often a stem stands in a story.
    static final class Count {
        private final Word word;
        private int all;
        private int body;

        private Count(Word word) {
            this.word = word;
        }

        /// One of the words with this stem.
        Word word() {
            return word;
        }

        int all() {
            return all;
        }

        int body() {
            return body;
        }
    }

    private Count count(Word word) {
        Count known = counts.get(word.stem());
        if (known == null) {
            known = new Count(word);
            counts.put(word.stem(), known);
        }
        return known;
    }

    List<WordAnalyzer.Token> headline() {
        return headline;
    }

    List<WordAnalyzer.Token> standfirst() {
        return standfirst;
    }

    /// Headline, standfirst and body.
    List<List<WordAnalyzer.Token>> parts() {
        return List.of(headline, standfirst, body);
    }

    /// Every stem once.
    Collection<Count> stems() {
        return counts.values();
    }
}
