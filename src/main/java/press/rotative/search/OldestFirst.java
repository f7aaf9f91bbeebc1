package press.rotative.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import press.rotative.search.Ranking.Place;

/// Finds the oldest of the stories that match. Each part of the index is sorted by the time of publication, the newest
/// first, and can be read forward only: its end is read first, then more and more before it, until there is enough.
final class OldestFirst {
    static final int FIRST_WINDOW = 1_024;
    private static final int WIDER = 4;

    private final @Nullable Place after;
    private final int most;
    private final Narrowing narrowing;
    private final int firstWindow;

    /// The newest of those kept is at its head.
    private final PriorityQueue<Place> oldest;

    /// @param after hits come after this place only; null: from the begin
    /// @param firstWindow how many stories of a part are looked at first
    OldestFirst(@Nullable Place after, int most, Narrowing narrowing, int firstWindow) {
        this.after = after;
        this.most = most;
        this.narrowing = narrowing;
        this.firstWindow = firstWindow;
        this.oldest = new PriorityQueue<>(most + 1);
    }

    List<Place> of(IndexSearcher searcher, Query query) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            part(leaf, weight);
        }
        var sorted = new ArrayList<>(oldest);
        sorted.sort(Collections.reverseOrder());
        return sorted;
    }

    private void part(LeafReaderContext leaf, Weight weight) throws IOException {
        LeafReader part = leaf.reader();
        int begin = narrowing.before() == null
                ? 0
                : Scan.firstBefore(part, narrowing.before().toEpochMilli());
        int high = narrowing.from() == null
                ? part.maxDoc()
                : Scan.firstBefore(part, narrowing.from().toEpochMilli());
        if (after != null) {
            high = Math.min(high, Scan.firstBefore(part, after.at()));
        }
        int kept = 0;
        for (int window = firstWindow; high > begin && kept < most; window *= WIDER) {
            int low = Math.max(begin, high - window);
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                return;
            }
            kept += window(part, scorer.iterator(), low, high);
            high = low;
        }
    }

    /// @return how many stories of the window match
    private int window(LeafReader part, DocIdSetIterator matches, int low, int high) throws IOException {
        Bits live = part.getLiveDocs();
        NumericDocValues ats = part.getNumericDocValues(Fields.AT);
        NumericDocValues ids = part.getNumericDocValues(Fields.ID);
        int kept = 0;
        for (int document = matches.advance(low); document < high; document = matches.nextDoc()) {
            if (live == null || live.get(document)) {
                ats.advanceExact(document);
                ids.advanceExact(document);
                var place = new Place(0, 0, ats.longValue(), ids.longValue());
                if (after == null || place.compareTo(after) < 0) {
                    kept++;
                    oldest.add(place);
                    if (oldest.size() > most) {
                        oldest.poll();
                    }
                }
            }
        }
        return kept;
    }
}
