package press.rotative.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/// The words that stories of one field hold now. Stories that were changed or removed leave traces in an index until
/// its parts are merged; here only what is still there counts, so that an answer does not tell of the index's history.
record Vocabulary(IndexReader index, String field) {
    private static final int MOST_BEGINNINGS = 128;
    private static final int ENOUGH = 1_000;
    private static final int LONG_WORD = 8;
    private static final int SHORT_WORD = 4;

    /// In how many stories a word stands, counted up to `most`.
    int stories(String word, int most) throws IOException {
        int counted = 0;
        for (LeafReaderContext leaf : index.leaves()) {
            LeafReader part = leaf.reader();
            PostingsEnum stories = part.postings(new Term(field, word), PostingsEnum.NONE);
            if (stories == null) {
                continue;
            }
            Bits live = part.getLiveDocs();
            while (counted < most && stories.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(stories.docID())) {
                    counted++;
                }
            }
        }
        return counted;
    }

    /// Words that begin so, in the order of the alphabet.
    List<BytesRef> beginningWith(String letters) throws IOException {
        var begin = new BytesRef(letters);
        var words = new TreeSet<String>();
        for (LeafReaderContext leaf : index.leaves()) {
            Terms terms = leaf.reader().terms(field);
            if (terms == null) {
                continue;
            }
            TermsEnum each = terms.iterator();
            var inPart = 0;
            for (var status = each.seekCeil(begin); status != TermsEnum.SeekStatus.END && inPart < MOST_BEGINNINGS; ) {
                String word = each.term().utf8ToString();
                if (!word.startsWith(letters)) {
                    break;
                }
                if (words.contains(word) || stories(word, 1) > 0) {
                    words.add(word);
                    inPart++;
                }
                if (each.next() == null) {
                    break;
                }
            }
        }
        return words.stream().limit(MOST_BEGINNINGS).map(BytesRef::new).toList();
    }

    /// @param edits how many letters differ
    /// @param stories counted up to a thousand
    record Like(String word, int edits, int stories) {}

    /// Words that differ from this one by one letter, in long words by two, but not by the first: the nearest first,
    /// then those of most stories.
    List<Like> like(String word) throws IOException {
        int letters = word.codePointCount(0, word.length());
        if (letters < SHORT_WORD) {
            return List.of();
        }
        List<Like> near = like(word, 1);
        return near.isEmpty() && letters >= LONG_WORD ? like(word, 2) : near;
    }

    private List<Like> like(String word, int edits) throws IOException {
        // Dear to make, so made once for all parts.
        CompiledAutomaton nearWords = FuzzyQuery.getFuzzyAutomaton(word, edits, 1, true);
        var words = new TreeSet<String>();
        for (LeafReaderContext leaf : index.leaves()) {
            Terms terms = leaf.reader().terms(field);
            if (terms != null) {
                TermsEnum near = nearWords.getTermsEnum(terms);
                for (BytesRef term = near.next(); term != null; term = near.next()) {
                    words.add(term.utf8ToString());
                }
            }
        }
        words.remove(word);
        var like = new ArrayList<Like>();
        for (String each : words) {
            int stories = stories(each, ENOUGH);
            if (stories > 0) {
                like.add(new Like(each, edits, stories));
            }
        }
        like.sort(Comparator.comparingInt(Like::stories).reversed().thenComparing(Like::word));
        return like;
    }
}
