package press.rotative;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Reads long tables by key, at most [#PAGE] rows at a time, so that a newsroom of any size is compared in the same
/// memory.
final class PagedWalk {
    static final int PAGE = 500;

    private final LongConsumer told;

    /// @param told how many rows of a table were read so far, after every page
    PagedWalk(LongConsumer told) {
        this.told = told;
    }

    /// @param after the rows behind one, by key, at most [#PAGE]; behind null: the first
    /// @return how many rows there were
    <R> long over(Function<@Nullable R, List<R>> after, Consumer<List<R>> compare) {
        long count = 0;
        for (List<R> page = after.apply(null); !page.isEmpty(); page = after.apply(page.getLast())) {
            count += page.size();
            compare.accept(page);
            told.accept(count);
        }
        return count;
    }
}
