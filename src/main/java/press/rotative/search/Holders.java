package press.rotative.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import press.rotative.search.Ranking.Place;
import press.rotative.story.EditionId;

/// Which stories of an edition have a key word.
final class Holders {
    private final IndexReader index;
    private final String field;
    private final int cap;
    private final int[] documents;

    /// @param cap beyond this many nobody counts
    Holders(IndexReader index, EditionId edition, int cap) {
        this.index = index;
        this.field = Fields.keyWords(edition);
        this.cap = cap;
        this.documents = new int[cap + 1];
    }

    /// @return how many have it, exactly, or one more than the cap where there are more
    int find(String key) throws IOException {
        int found = 0;
        for (LeafReaderContext leaf : index.leaves()) {
            PostingsEnum each = leaf.reader().postings(new Term(field, key), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            while (each != null && found <= cap && each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(each.docID())) {
                    documents[found++] = leaf.docBase + each.docID();
                }
            }
        }
        return found;
    }

    /// One of those that were found last.
    int document(int place) {
        return documents[place];
    }

    /// The newest stories with it, [KeyWeight#NEWEST] at most, in no order; their points are their documents. Each part
    /// of the index is sorted by time, the newest first.
    Collection<Place> newest(String key) throws IOException {
        var newest = new PriorityQueue<Place>(KeyWeight.NEWEST + 1, Collections.reverseOrder());
        for (LeafReaderContext leaf : index.leaves()) {
            LeafReader part = leaf.reader();
            PostingsEnum each = part.postings(new Term(field, key), PostingsEnum.NONE);
            if (each == null) {
                continue;
            }
            Bits live = part.getLiveDocs();
            NumericDocValues ats = part.getNumericDocValues(Fields.AT);
            NumericDocValues ids = part.getNumericDocValues(Fields.ID);
            for (int document = each.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = each.nextDoc()) {
                ats.advanceExact(document);
                long at = ats.longValue();
                if (newest.size() == KeyWeight.NEWEST && at < newest.peek().at()) {
                    break;
                }
                if (live == null || live.get(document)) {
                    ids.advanceExact(document);
                    newest.add(new Place(0, leaf.docBase + document, at, ids.longValue()));
                    if (newest.size() > KeyWeight.NEWEST) {
                        newest.poll();
                    }
                }
            }
        }
        return newest;
    }
}
