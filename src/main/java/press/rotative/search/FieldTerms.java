package press.rotative.search;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;

/// What a story brings to one field of the index, in the form the index takes.
final class FieldTerms {
    private FieldTerms() {}

    static TokenStream each(Collection<BytesRef> terms) {
        return new Each(terms.iterator());
    }

    /// All words as they are spelt, each at its place. Between the parts of a story lies a gap, so that no phrase
    /// reaches across.
    static TokenStream spelt(List<List<WordAnalyzer.Token>> parts) {
        return new Spelt(parts.iterator());
    }

    /// Every stem once, with how often it stands there.
    static TokenStream counted(Collection<StoryWords.Count> stems) {
        return new Counted(stems.iterator());
    }

    private static final class Each extends TokenStream {
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final Iterator<BytesRef> terms;

        Each(Iterator<BytesRef> terms) {
            this.terms = terms;
        }

        @Override
        public boolean incrementToken() {
            if (!terms.hasNext()) {
                return false;
            }
            term.setBytesRef(terms.next());
            return true;
        }
    }

    private static final class Spelt extends TokenStream {
        private static final int GAP = 10;

        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final Iterator<List<WordAnalyzer.Token>> parts;
        private List<WordAnalyzer.Token> part = List.of();
        private int next;
        private int begin;
        private int place = -1;

        Spelt(Iterator<List<WordAnalyzer.Token>> parts) {
            this.parts = parts;
        }

        @Override
        public boolean incrementToken() {
            while (next == part.size()) {
                if (!parts.hasNext()) {
                    return false;
                }
                part = parts.next();
                next = 0;
                begin = place < 0 ? 0 : place + GAP;
            }
            WordAnalyzer.Token word = part.get(next++);
            term.setBytesRef(word.word().exactBytes());
            step.setPositionIncrement(begin + word.place() - place);
            place = begin + word.place();
            return true;
        }
    }

    private static final class Counted extends TokenStream {
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final TermFrequencyAttribute times = addAttribute(TermFrequencyAttribute.class);
        private final Iterator<StoryWords.Count> stems;

        Counted(Iterator<StoryWords.Count> stems) {
            this.stems = stems;
        }

        @Override
        public boolean incrementToken() {
            if (!stems.hasNext()) {
                return false;
            }
            StoryWords.Count stem = stems.next();
            term.setBytesRef(stem.word().stemBytes());
            times.setTermFrequency(stem.all());
            return true;
        }
    }
}
