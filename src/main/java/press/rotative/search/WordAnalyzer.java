package press.rotative.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Cuts a text of one language into words. Each word is told twice at the same place: as it is spelt (folded), and as
/// its stem, which begins with [#STEM]. Words that stand in every story leave a gap.
final class WordAnalyzer extends Analyzer {
    /// Begins a stem; no word holds it.
    static final String STEM = "~";

    private static final int LONGEST_WORD = 60;

    private final Language language;

    WordAnalyzer(Language language) {
        this.language = language;
    }

    /// One word of a text.
    ///
    /// @param place counted in words from the begin of the text
    /// @param from where it begins in the text, inclusive
    /// @param to where it ends, exclusive
    record Token(String exact, String stem, int place, int from, int to) {}

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokenizer = new StandardTokenizer();
        tokenizer.setMaxTokenLength(LONGEST_WORD);
        TokenStream words = new Folding(tokenizer, language);
        words = new StopFilter(words, new CharArraySet(language.stopWords(), false));
        words = language.stemmed(new KeywordRepeatFilter(words));
        return new TokenStreamComponents(tokenizer, new MarkedStems(words));
    }

    List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        try (TokenStream words = tokenStream("", text)) {
            var term = words.getAttribute(CharTermAttribute.class);
            var step = words.getAttribute(PositionIncrementAttribute.class);
            var offset = words.getAttribute(OffsetAttribute.class);
            int place = -1;
            String exact = "";
            words.reset();
            while (words.incrementToken()) {
                if (step.getPositionIncrement() > 0) {
                    place += step.getPositionIncrement();
                    exact = term.toString();
                } else {
                    tokens.add(new Token(exact, term.toString(), place, offset.startOffset(), offset.endOffset()));
                }
            }
            words.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return tokens;
    }

    /// Puts the mark before what is not the word itself.
    private static final class MarkedStems extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final KeywordAttribute whole = addAttribute(KeywordAttribute.class);

        MarkedStems(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            if (!whole.isKeyword()) {
                String stem = term.toString();
                term.setEmpty().append(STEM).append(stem);
            }
            return true;
        }
    }
}
