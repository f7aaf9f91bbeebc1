package press.rotative.api;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// One page of a list that is ordered by number.
///
/// @param next ask again with `after` of this; null: the list ends here
record Page<V extends Page.Numbered>(
        List<V> items, @Nullable Long next) {
    /// What stands in such a list.
    interface Numbered {
        long id();
    }

    /// Reads at most `limit` things with a number above `after`, by number.
    @FunctionalInterface
    interface Query<V extends Numbered> {
        List<V> read(DSLContext sql, long after, int limit);
    }

    static <V extends Numbered> Page<V> of(List<V> items, int limit) {
        return new Page<>(items, items.size() < limit ? null : items.getLast().id());
    }
}
