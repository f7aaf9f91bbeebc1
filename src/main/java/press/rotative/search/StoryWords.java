package press.rotative.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import press.rotative.story.LiveStory;

/// The words of a story, cut once.
record StoryWords(
        List<WordAnalyzer.Token> headline, List<WordAnalyzer.Token> standfirst, List<WordAnalyzer.Token> body) {
    /// Between headline, standfirst and body, so that no phrase reaches across.
    private static final int GAP = 10;

    static StoryWords of(LiveStory story, Language language) {
        WordAnalyzer analyzer = language.analyzer();
        String standfirst = story.content().standfirst();
        return new StoryWords(
                analyzer.tokens(story.content().headline()),
                standfirst == null ? List.of() : analyzer.tokens(standfirst),
                analyzer.tokens(PlainText.of(story.content().body())));
    }

    /// Headline, standfirst and body, one after the other.
    List<WordAnalyzer.Token> all() {
        var all = new ArrayList<WordAnalyzer.Token>(headline.size() + standfirst.size() + body.size());
        for (List<WordAnalyzer.Token> part : List.of(headline, standfirst, body)) {
            int begin = all.isEmpty() ? 0 : all.getLast().place() + GAP;
            part.forEach(word -> all.add(
                    new WordAnalyzer.Token(word.exact(), word.stem(), begin + word.place(), word.from(), word.to())));
        }
        return all;
    }

    /// The words as the index takes them: each as it is spelt, then its stem at the same place.
    static TokenStream stream(List<WordAnalyzer.Token> words) {
        return new Told(words);
    }

    private static final class Told extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final List<WordAnalyzer.Token> words;
        private int next;
        private int place;
        private boolean stem;

        Told(List<WordAnalyzer.Token> words) {
            this.words = words;
        }

        @Override
        public void reset() {
            next = 0;
            place = -1;
            stem = false;
        }

        @Override
        public boolean incrementToken() {
            if (next == words.size()) {
                return false;
            }
            clearAttributes();
            WordAnalyzer.Token word = words.get(next);
            if (stem) {
                term.append(word.stem());
                step.setPositionIncrement(0);
                next++;
            } else {
                term.append(word.exact());
                step.setPositionIncrement(word.place() - place);
                place = word.place();
            }
            stem = !stem;
            return true;
        }
    }
}
