package press.rotative.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/// Cuts a text of one language into words (Unicode UAX #29). Each is told as it is spelt (folded) and as its stem.
/// Words that stand in every story leave a gap.
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
        return tokens(text, word -> true);
    }

    /// Only those of the words that are wanted; much cheaper where few are.
    List<Token> tokens(String text, Predicate<Word> wanted) {
        Knife knife = idle.poll();
        if (knife == null) {
            knife = new Knife(language);
        }
        try {
            List<Token> tokens = knife.cut(text, known, wanted);
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

        /// No word reaches across a space or the end of a line, so that what stands between them is cut by itself.
        List<Token> cut(String text, KnownWords known, Predicate<Word> wanted) throws IOException {
            char[] letters = text.toCharArray();
            var tokens = new ArrayList<Token>();
            int place = 0;
            int from = 0;
            while (from < letters.length) {
                if (gap(letters[from])) {
                    from++;
                    continue;
                }
                int to = from + 1;
                while (to < letters.length && !gap(letters[to])) {
                    to++;
                }
                KnownWords.Piece piece = known.find(letters, from, to);
                if (piece == null) {
                    piece = piece(text.substring(from, to));
                    known.keep(piece);
                }
                for (Token word : piece.words()) {
                    if (wanted.test(word.word())) {
                        tokens.add(new Token(word.word(), place + word.place(), from + word.from(), from + word.to()));
                    }
                }
                place += piece.places();
                from = to;
            }
            return tokens;
        }

        private static boolean gap(char letter) {
            return letter == ' ' || letter == '\n';
        }

        private KnownWords.Piece piece(String raw) throws IOException {
            var words = new ArrayList<Token>();
            tokenizer.setReader(new StringReader(raw));
            tokenizer.reset();
            int place = 0;
            while (tokenizer.incrementToken()) {
                Word word = word(term.toString());
                if (word != null) {
                    words.add(new Token(word, place, offset.startOffset(), offset.endOffset()));
                }
                place++;
            }
            tokenizer.end();
            tokenizer.close();
            return new KnownWords.Piece(raw.toCharArray(), List.copyOf(words), place);
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
