package press.rotative.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/// Cuts a text of one language into words (Unicode UAX #29). Each is told as it is spelt (folded) and as its stem.
// Words
/// that stand in every story leave a gap.
final class WordAnalyzer {
    private static final int LONGEST_WORD = 60;

    private final Language language;
    private final KnownWords known = new KnownWords();
    private final Queue<Knife> idle = new ConcurrentLinkedQueue<>();

    WordAnalyzer(Language language) {
        this.language = language;
    }

    /// One word of a text.
    ///
    /// @param place counted in words from the begin of the text
    /// @param from where it begins in the text, inclusive
    /// @param to where it ends, exclusive
    record Token(Word word, int place, int from, int to) {

        String exact() {
            return word.exact();
        }

        String stem() {
            return word.stem();
        }
    }

    List<Token> tokens(String text) {
        Knife knife = idle.poll();
        if (knife == null) {
            knife = new Knife(language);
        }
        try {
            List<Token> tokens = knife.cut(text, known);
            idle.add(knife);
            return tokens;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// What cuts one text at a time.
    private static final class Knife {
        private final Language language;
        private final StandardTokenizer tokenizer = new StandardTokenizer();
        private final CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
        private final OneWord one = new OneWord();
        private final TokenStream stemmed;

        Knife(Language language) {
            this.language = language;
            tokenizer.setMaxTokenLength(LONGEST_WORD);
            stemmed = language.stemmed(one);
        }

        List<Token> cut(String text, KnownWords known) throws IOException {
            var tokens = new ArrayList<Token>(text.length() / 8 + 1);
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            for (int place = 0; tokenizer.incrementToken(); place++) {
                KnownWords.Entry entry = known.find(term.buffer(), term.length());
                if (entry == null) {
                    entry = known.put(term.buffer(), term.length(), word(term.toString()));
                }
                if (entry.word() != null) {
                    tokens.add(new Token(entry.word(), place, offset.startOffset(), offset.endOffset()));
                }
            }
            tokenizer.end();
            tokenizer.close();
            return tokens;
        }

        /// @return null for what says nothing
        private @Nullable Word word(String raw) throws IOException {
            String exact = Folding.word(raw, language);
            if (exact.isEmpty() || language.stopWords().contains(exact)) {
                return null;
            }
            one.set(exact);
            stemmed.incrementToken();
            return Word.of(exact, one.get());
        }
    }

    /// Hands a single word to the rules for endings, and takes what they leave of it.
    private static final class OneWord extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        void set(String word) {
            clearAttributes();
            term.append(word);
        }

        String get() {
            return term.toString();
        }

        @Override
        public boolean incrementToken() {
            return true;
        }
    }
}
