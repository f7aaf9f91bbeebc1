package press.rotative.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import press.rotative.search.Ranking.Place;
import press.rotative.story.StoryId;

/// Stories like one story: they share its [KeyWords], which weigh `log2(stories / stories with it)`, a concept twice.
///
/// Words that more than [KeyWeight#cap] stories hold say nothing and are left out; of such a concept only the newest
/// stories count, with a small weight. So the cost has a bound whatever the archive. The further two stories lie apart
/// in time, the less their sum counts. All counts are exact, so that the order does not depend on the index's history,
/// and rounded up to powers of two, so that hardly an act changes a weight: see [Effect].
///
/// A story that shares no concept and too little else is not like it: an empty list is better than a weak one.
final class Kinship {
    private final IndexReader index;
    private final Kin kin;
    private final Holders holders;
    private final KeyWeight weight;
    private final Sums sums = new Sums();
    private final Sums concepts = new Sums();

    /// @param magnitude of the kin's edition in this index
    Kinship(IndexReader index, Kin kin, int magnitude) throws IOException {
        this.index = index;
        this.kin = kin;
        this.weight = KeyWeight.in(magnitude);
        this.holders = new Holders(index, kin.edition(), weight.cap());
    }

    /// A story like it, and how much.
    record Near(StoryId story, long rank) {}

    /// @return the nearest first; the story itself is not among them
    List<Near> nearest(int most) throws IOException {
        for (String key : kin.each().stream().sorted().toList()) {
            add(key);
        }
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
            if (!KeyWeight.alike(sum, concepts.of(document) > 0)
                    || best.size() > most && sum < best.peek().rank()) {
                continue;
            }
            int part = ReaderUtil.subIndex(document, leaves);
            int own = document - leaves.get(part).docBase;
            ats[part].advanceExact(own);
            ids[part].advanceExact(own);
            long at = ats[part].longValue();
            best.add(new Place(KeyWeight.rank(sum, kin.at(), at), 0, at, ids[part].longValue()));
            if (best.size() > most + 1) {
                best.poll();
            }
        }
        var sorted = new ArrayList<>(best);
        Collections.sort(sorted);
        return sorted.stream()
                .filter(place -> place.id() != kin.story().value())
                .map(place -> new Near(new StoryId(place.id()), place.rank()))
                .limit(most)
                .toList();
    }

    private void add(String key) throws IOException {
        int holding = holders.find(key);
        int each = weight.of(key, holding);
        if (weight.common(key, holding)) {
            for (Place newest : holders.newest()) {
                add(newest.points(), each, key);
            }
        } else if (each > 0) {
            for (int i = 0; i < holding; i++) {
                add(holders.document(i), each, key);
            }
        }
    }

    private void add(int document, int weight, String key) {
        sums.add(document, weight);
        if (KeyWords.isConcept(key)) {
            concepts.add(document, 1);
        }
    }
}
