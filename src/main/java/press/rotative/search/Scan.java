package press.rotative.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
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

/// Goes through the stories that match and keeps the best. Each part of the index is sorted by the time of publication,
/// the newest first, so that a part is left as soon as nothing older in it could still be among the best.
final class Scan {
    private final Ranking ranking;
    private final @Nullable Place after;
    private final int most;
    private final long from;
    private final long before;
    private final int countTo;
    private final @Nullable Tally tally;
    private final PriorityQueue<Place> best;
    private int counted;

    /// @param after hits come after this place only; null: from the begin
    /// @param countTo matches are counted up to one more than this
    /// @param tally gets those that are counted, but for the one more; null: nobody asks
    Scan(Ranking ranking, @Nullable Place after, int most, Narrowing narrowing, int countTo, @Nullable Tally tally) {
        this.ranking = ranking;
        this.after = after;
        this.most = most;
        this.from = narrowing.from() == null ? Long.MIN_VALUE : narrowing.from().toEpochMilli();
        this.before =
                narrowing.before() == null ? Long.MAX_VALUE : narrowing.before().toEpochMilli();
        this.countTo = countTo;
        this.tally = tally;
        this.best = new PriorityQueue<>(most + 1, Collections.reverseOrder());
    }

    void all(IndexSearcher searcher, Query query, Points points) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : newestFirst(searcher.getIndexReader().leaves())) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                part(leaf.reader(), scorer.iterator(), points.in(leaf.reader()));
            }
        }
    }

    /// The sooner good stories are found, the more of the others can be passed over.
    private static List<LeafReaderContext> newestFirst(List<LeafReaderContext> leaves) throws IOException {
        var newest = new HashMap<LeafReaderContext, Long>();
        for (LeafReaderContext leaf : leaves) {
            NumericDocValues ats = leaf.reader().getNumericDocValues(Fields.AT);
            newest.put(leaf, ats != null && ats.nextDoc() == 0 ? ats.longValue() : Long.MIN_VALUE);
        }
        var sorted = new ArrayList<>(leaves);
        sorted.sort(Comparator.comparing(newest::get).reversed());
        return sorted;
    }

    private void part(LeafReader part, DocIdSetIterator matches, Points.InPart points) throws IOException {
        Bits live = part.getLiveDocs();
        NumericDocValues ats = part.getNumericDocValues(Fields.AT);
        NumericDocValues ids = part.getNumericDocValues(Fields.ID);
        int end = from == Long.MIN_VALUE ? part.maxDoc() : firstBefore(part, from);
        int document = matches.advance(before == Long.MAX_VALUE ? 0 : firstBefore(part, before));
        Tally.InPart counting = tally == null ? null : tally.in(part);
        int needed = points.rules();
        boolean any = true;
        while (document < end && (any || needed > 0 || counted <= countTo)) {
            boolean readable = live == null || live.get(document);
            counted += readable ? 1 : 0;
            if (readable && counting != null && counted <= countTo) {
                counting.add(document);
            }
            if (readable && (any || needed > 0)) {
                ats.advanceExact(document);
                long at = ats.longValue();
                any = any && !hopeless(ranking.rank(0, at), at);
                while (needed > 0 && hopeless(ranking.rank(points.mostWithout(needed - 1), at), at)) {
                    needed--;
                }
                if (any || needed > 0) {
                    int own = ranking.byDate() ? 0 : points.of(document);
                    ids.advanceExact(document);
                    keep(new Place(ranking.rank(own, at), own, at, ids.longValue()));
                }
            }
            boolean skips = !any && counted > countTo;
            document = skips ? next(matches, points, document + 1, needed) : matches.nextDoc();
        }
        if (counting != null) {
            counting.end();
        }
    }

    /// The next match that one of the first rules may fit: without any of them it could not be among the best.
    private static int next(DocIdSetIterator matches, Points.InPart points, int from, int rules) throws IOException {
        int document = from;
        while (true) {
            int candidate = points.next(document, rules);
            document = matches.docID() < candidate ? matches.advance(candidate) : matches.docID();
            if (document == candidate) {
                return document;
            }
        }
    }

    /// Whether a story of at most this rank, published then or earlier, cannot be among the best any more.
    private boolean hopeless(long rank, long at) {
        Place worst = best.size() < most ? null : best.peek();
        return worst != null && (rank < worst.rank() || rank == worst.rank() && at < worst.at());
    }

    private void keep(Place place) {
        if (after != null && place.compareTo(after) <= 0) {
            return;
        }
        best.add(place);
        if (best.size() > most) {
            best.poll();
        }
    }

    /// The first document of a part that was published before this instant.
    static int firstBefore(LeafReader part, long instant) throws IOException {
        int low = 0;
        int high = part.maxDoc();
        while (low < high) {
            int middle = (low + high) >>> 1;
            NumericDocValues ats = part.getNumericDocValues(Fields.AT);
            ats.advanceExact(middle);
            if (ats.longValue() >= instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int counted() {
        return counted;
    }

    List<Place> best() {
        var sorted = new ArrayList<>(best);
        Collections.sort(sorted);
        return sorted;
    }
}
