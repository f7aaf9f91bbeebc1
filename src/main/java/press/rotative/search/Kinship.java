package press.rotative.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import press.rotative.search.Ranking.Place;
import press.rotative.story.StoryId;

/// Stories like one story: they share its [KeyWords], which weigh `log2(stories / stories with it)`, a concept twice.
///
/// Words that more than [#cap] stories hold say nothing and are left out; of such a concept only the newest stories
/// count, with a small weight. So the cost has a bound whatever the archive. The further two stories lie apart in time,
/// the less their sum counts: half at two years. All counts are exact and whole numbers, so that the order does not
/// depend on the index's history. `stories` is the magnitude of the edition: so an act changes what is like a story
/// only where it concerns one that shares a key word with it, which is what [LatelyTaken] counts on.
///
/// A story that shares no concept and too little else is not like it: an empty list is better than a weak one.
final class Kinship {
    private static final int SMALLEST_CAP = 8;
    private static final int GREATEST_CAP = 1_024;
    private static final int SHARE = 8;
    private static final int NEWEST = 48;
    private static final int COMMON_CONCEPT = 2_000;
    private static final int LEAST = 7_000;

    /// Without a concept in common it takes several words that few stories hold: in a small archive any two words are
    /// rare.
    private static final int LEAST_WITHOUT_CONCEPT = 24_000;

    private static final long HALF_DAYS = 730;
    private static final double LOG_2 = StrictMath.log(2);

    private final IndexReader index;
    private final Kin kin;
    private final String field;
    private final int magnitude;
    private final int cap;
    private final int[] holding; // of the key that is being added
    private final Sums sums = new Sums();
    private final Sums concepts = new Sums();

    /// @param magnitude of the kin's edition in this index
    Kinship(IndexReader index, Kin kin, int magnitude) {
        this.index = index;
        this.kin = kin;
        this.field = Fields.keyWords(kin.edition());
        this.magnitude = magnitude;
        this.cap = Math.clamp(magnitude / SHARE, SMALLEST_CAP, GREATEST_CAP);
        this.holding = new int[cap + 1];
    }

    /// @return the nearest first; the story itself is not among them
    List<StoryId> nearest(int most) throws IOException {
        for (String key : kin.each()) {
            add(key);
        }
        long day = day(kin.at());
        var best = new PriorityQueue<Place>(most + 2, Collections.reverseOrder());
        List<LeafReaderContext> leaves = index.leaves();
        var ats = new NumericDocValues[leaves.size()];
        var ids = new NumericDocValues[leaves.size()];
        for (int i = 0; i < leaves.size(); i++) {
            ats[i] = leaves.get(i).reader().getNumericDocValues(Fields.AT);
            ids[i] = leaves.get(i).reader().getNumericDocValues(Fields.ID);
        }
        for (int document : sums.documents()) {
            int sum = sums.of(document);
            if (sum < (concepts.of(document) > 0 ? LEAST : LEAST_WITHOUT_CONCEPT)
                    || best.size() > most && sum < best.peek().rank()) {
                continue;
            }
            int part = org.apache.lucene.index.ReaderUtil.subIndex(document, leaves);
            int own = document - leaves.get(part).docBase;
            ats[part].advanceExact(own);
            ids[part].advanceExact(own);
            long at = ats[part].longValue();
            best.add(new Place(nearer(sum, Math.abs(day - day(at))), 0, at, ids[part].longValue()));
            if (best.size() > most + 1) {
                best.poll();
            }
        }
        var sorted = new ArrayList<>(best);
        Collections.sort(sorted);
        return sorted.stream()
                .map(place -> new StoryId(place.id()))
                .filter(id -> !id.equals(kin.story()))
                .limit(most)
                .toList();
    }

    private static long nearer(int sum, long days) {
        return sum * HALF_DAYS / (HALF_DAYS + days);
    }

    private static long day(long at) {
        return Math.floorDiv(at, TimeUnit.DAYS.toMillis(1));
    }

    private void add(String key) throws IOException {
        int counted = 0;
        for (LeafReaderContext leaf : index.leaves()) {
            PostingsEnum each = leaf.reader().postings(new Term(field, key), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            while (each != null && counted <= cap && each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(each.docID())) {
                    holding[counted++] = leaf.docBase + each.docID();
                }
            }
        }
        if (counted > cap) {
            if (KeyWords.isConcept(key)) {
                addNewest(key);
            }
            return;
        }
        if (counted > 1) {
            int weight = (int) Math.round(1_000 * StrictMath.log((double) magnitude / counted) / LOG_2)
                    * (KeyWords.isConcept(key) ? 2 : 1);
            for (int i = 0; i < counted; i++) {
                add(holding[i], weight, key);
            }
        }
    }

    private void add(int document, int weight, String key) {
        sums.add(document, weight);
        if (KeyWords.isConcept(key)) {
            concepts.add(document, 1);
        }
    }

    /// Each part of the index is sorted by time, the newest first.
    private void addNewest(String key) throws IOException {
        var newest = new PriorityQueue<Place>(NEWEST + 1, Collections.reverseOrder());
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
                if (newest.size() == NEWEST && at < newest.peek().at()) {
                    break;
                }
                if (live == null || live.get(document)) {
                    ids.advanceExact(document);
                    newest.add(new Place(0, leaf.docBase + document, at, ids.longValue()));
                    if (newest.size() > NEWEST) {
                        newest.poll();
                    }
                }
            }
        }
        newest.forEach(place -> add(place.points(), COMMON_CONCEPT, key));
    }
}
