package press.rotative.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.LongBitSet;
import press.rotative.story.StoryId;
import press.rotative.story.WholeStories;

/// Which state of each story stands in an index that keeps stamps, see [WholeStories].
final class Stamps {
    private final LongBitSet numbers;
    private final long[] stamps;

    private Stamps(LongBitSet numbers, long[] stamps) {
        this.numbers = numbers;
        this.stamps = stamps;
    }

    static Stamps in(IndexReader index) throws IOException {
        LongBitSet numbers = OpenIndex.held(index).numbers();
        var stamps = new long[Math.toIntExact(numbers.length())];
        for (LeafReaderContext leaf : index.leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            NumericDocValues ids = leaf.reader().getNumericDocValues(Fields.ID);
            NumericDocValues each = leaf.reader().getNumericDocValues(Fields.STAMP);
            for (int document = ids.nextDoc(); document != NumericDocValues.NO_MORE_DOCS; document = ids.nextDoc()) {
                if ((live == null || live.get(document)) && each.advanceExact(document)) {
                    stamps[(int) ids.longValue()] = each.longValue();
                }
            }
        }
        return new Stamps(numbers, stamps);
    }

    /// Whether one story stands in an index in this state.
    static boolean stands(IndexReader index, WholeStories.Stamp asked) throws IOException {
        for (LeafReaderContext leaf : index.leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            PostingsEnum found = leaf.reader().postings(Indexed.key(asked.story()), PostingsEnum.NONE);
            NumericDocValues stamps = leaf.reader().getNumericDocValues(Fields.STAMP);
            while (found != null && found.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                if ((live == null || live.get(found.docID()))
                        && stamps.advanceExact(found.docID())
                        && stamps.longValue() == asked.stamp()) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether the index has the story in this state; the story is then known to be there.
    boolean takes(long story, long stamp) {
        if (story >= numbers.length() || !numbers.get(story)) {
            return false;
        }
        numbers.clear(story);
        return stamps[(int) story] == stamp;
    }

    /// Stories that nobody asked for.
    List<StoryId> left() {
        var left = new ArrayList<StoryId>();
        for (long id = numbers.length() == 0 ? -1 : numbers.nextSetBit(0); id >= 0; ) {
            left.add(new StoryId(id));
            id = id + 1 < numbers.length() ? numbers.nextSetBit(id + 1) : -1;
        }
        return left;
    }
}
