package press.rotative.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import press.rotative.search.Ranking.Place;
import press.rotative.story.EditionId;

/// Which stories of an edition have a key word. Cheapest when the words are asked for in their order.
final class Holders {
    private final List<Part> parts = new ArrayList<>();
    private final int cap;
    private final int[] documents;

    /// @param cap beyond this many nobody counts
    Holders(IndexReader index, EditionId edition, int cap) throws IOException {
        this.cap = cap;
        this.documents = new int[cap + 1];
        String field = Fields.keyWords(edition);
        for (LeafReaderContext leaf : index.leaves()) {
            Terms words = leaf.reader().terms(field);
            if (words != null) {
                parts.add(new Part(leaf.reader(), leaf.docBase, words.iterator()));
            }
        }
    }

    /// One part of the index. Its words are gone through from the one that was asked for last.
    private static final class Part {
        private final LeafReader reader;
        private final int base;
        private final TermsEnum words;
        private final @Nullable Bits live;
        private boolean has;
        private @Nullable PostingsEnum each;

        Part(LeafReader reader, int base, TermsEnum words) {
            this.reader = reader;
            this.base = base;
            this.words = words;
            this.live = reader.getLiveDocs();
        }

        /// @return how many stories have the word at least
        int seek(BytesRef key) throws IOException {
            has = words.seekExact(key);
            return has ? words.docFreq() - reader.numDeletedDocs() : 0;
        }

        @Nullable
        PostingsEnum stories() throws IOException {
            if (!has) {
                return null;
            }
            each = words.postings(each, PostingsEnum.NONE);
            return each;
        }

        boolean isLive(int document) {
            return live == null || live.get(document);
        }
    }

    /// @return how many have it, exactly, or one more than the cap where there are more
    int find(String key) throws IOException {
        var bytes = new BytesRef(key);
        int least = 0;
        for (Part part : parts) {
            least += Math.max(0, part.seek(bytes));
        }
        if (least > cap) {
            return cap + 1;
        }
        int found = 0;
        for (Part part : parts) {
            PostingsEnum each = part.stories();
            while (each != null && found <= cap && each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (part.isLive(each.docID())) {
                    documents[found++] = part.base + each.docID();
                }
            }
        }
        return found;
    }

    /// One of those that were found last, where they are not more than the cap.
    int document(int place) {
        return documents[place];
    }

    /// The newest stories with the word that was asked for last, [KeyWeight#NEWEST] at most, in no order; their points
    /// are their documents. Each part of the index is sorted by time, the newest first.
    Collection<Place> newest() throws IOException {
        var newest = new PriorityQueue<Place>(KeyWeight.NEWEST + 1, Collections.reverseOrder());
        for (Part part : parts) {
            PostingsEnum each = part.stories();
            if (each == null) {
                continue;
            }
            NumericDocValues ats = part.reader.getNumericDocValues(Fields.AT);
            NumericDocValues ids = part.reader.getNumericDocValues(Fields.ID);
            for (int document = each.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = each.nextDoc()) {
                ats.advanceExact(document);
                long at = ats.longValue();
                if (newest.size() == KeyWeight.NEWEST && at < newest.peek().at()) {
                    break;
                }
                if (part.isLive(document)) {
                    ids.advanceExact(document);
                    newest.add(new Place(0, part.base + document, at, ids.longValue()));
                    if (newest.size() > KeyWeight.NEWEST) {
                        newest.poll();
                    }
                }
            }
        }
        return newest;
    }
}
