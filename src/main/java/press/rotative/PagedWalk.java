package press.rotative;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a long table by key, [#PAGE] rows at a time.
final class PagedWalk {
    static final int PAGE = 500;

    private PagedWalk() {}

    /// @param after the rows behind one, by key, at most [#PAGE]; behind null: the first
    /// @return how many rows there were
    static <R> long over(Function<@Nullable R, List<R>> after, Consumer<List<R>> compare) {
        long count = 0;
        for (List<R> page = after.apply(null); !page.isEmpty(); page = after.apply(page.getLast())) {
            count += page.size();
            compare.accept(page);
        }
        return count;
    }
}
