package press.rotative.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import press.rotative.story.EditionId;

/// How large an edition is: its stories in an index, rounded up to a power of two. The number is exact whatever the
/// history of the index; parts that lost stories are counted through once.
final class Magnitudes {
    private static final String EDITION = "e";

    private final Map<IndexReader.CacheKey, Map<EditionId, Integer>> counted = new ConcurrentHashMap<>();
    private volatile Shown shown = new Shown(null, Map.of());

    /// @param state of the index that is asked now
    private record Shown(IndexReader.@Nullable CacheKey state, Map<EditionId, Integer> magnitudes) {
        int of(EditionId edition) {
            return magnitudes.getOrDefault(edition, 0);
        }
    }

    static BytesRef mark(EditionId edition) {
        return new BytesRef(EDITION + edition.value());
    }

    int of(IndexReader index, EditionId edition) throws IOException {
        Shown now = shown;
        return index.getReaderCacheHelper().getKey() == now.state ? now.of(edition) : counted(index, edition);
    }

    private int counted(IndexReader index, EditionId edition) throws IOException {
        int stories = 0;
        for (LeafReaderContext leaf : index.leaves()) {
            stories += stories(leaf.reader(), edition);
        }
        return KeyWeight.roundedUp(stories);
    }

    private int stories(LeafReader part, EditionId edition) throws IOException {
        var mark = new Term(Fields.MARKS, mark(edition));
        Bits live = part.getLiveDocs();
        int held = part.docFreq(mark);
        if (live == null || held == 0) {
            return held;
        }
        if (held == part.maxDoc()) {
            return part.numDocs();
        }
        IndexReader.CacheHelper state = part.getReaderCacheHelper();
        Map<EditionId, Integer> known = counted.computeIfAbsent(state.getKey(), key -> {
            state.addClosedListener(counted::remove);
            return new ConcurrentHashMap<>();
        });
        Integer before = known.get(edition);
        if (before == null) {
            before = count(part.postings(mark, PostingsEnum.NONE), live);
            known.put(edition, before);
        }
        return before;
    }

    private static int count(PostingsEnum each, Bits live) throws IOException {
        int stories = 0;
        while (each.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
            stories += live.get(each.docID()) ? 1 : 0;
        }
        return stories;
    }

    /// From now on this index is asked.
    void show(IndexReader index) throws IOException {
        var now = new HashMap<EditionId, Integer>();
        for (EditionId edition : editions(index)) {
            now.put(edition, counted(index, edition));
        }
        shown = new Shown(index.getReaderCacheHelper().getKey(), Map.copyOf(now));
    }

    private static Set<EditionId> editions(IndexReader index) throws IOException {
        var editions = new HashSet<EditionId>();
        for (LeafReaderContext leaf : index.leaves()) {
            Terms marks = leaf.reader().terms(Fields.MARKS);
            TermsEnum each = marks == null ? TermsEnum.EMPTY : marks.iterator();
            boolean more = each.seekCeil(new BytesRef(EDITION)) != TermsEnum.SeekStatus.END;
            while (more && each.term().utf8ToString().startsWith(EDITION)) {
                editions.add(
                        new EditionId(Long.parseLong(each.term().utf8ToString().substring(EDITION.length()))));
                more = each.next() != null;
            }
        }
        return editions;
    }

    /// Whether an edition has this magnitude in the index that is asked now. Never waits.
    boolean isNow(int magnitude, EditionId edition) {
        return shown.of(edition) == magnitude;
    }
}
