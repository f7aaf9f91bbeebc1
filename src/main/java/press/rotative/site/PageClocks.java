package press.rotative.site;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.search.Likeness;

/// Every clock that a page read while it was made.
///
/// @param log number of the publication log in the snapshot the page was made from
/// @param search cursor of the search index, for pages that show lists of its making; [#NO_SEARCH] for others
/// @param goodUntil when something on the page stops being true by itself, such as its date
/// @param alike all that was asked of the index; null where more was asked than for stories like another
record PageClocks(
        long log, long search, Instant goodUntil, @Nullable List<Likeness> alike) {
    static final long NO_SEARCH = -1;

    PageClocks(long log, long search, Instant goodUntil) {
        this(log, search, goodUntil, null);
    }

    static PageClocks of(long log, Instant goodUntil) {
        return new PageClocks(log, NO_SEARCH, goodUntil);
    }

    /// True for a page that nothing can make wrong.
    static final PageClocks ALWAYS = new PageClocks(Long.MAX_VALUE, NO_SEARCH, Instant.MAX);

    /// The last whole millisecond before [#goodUntil], or the end of time.
    long goodUntilMillis() {
        return goodUntil.equals(Instant.MAX) ? Long.MAX_VALUE : goodUntil.toEpochMilli();
    }

    /// The same page, looked at under a later number and found unchanged.
    ///
    /// @param alikeNow the same answers of the index, as it gave them then
    PageClocks at(long laterLog, long laterSearch, @Nullable List<Likeness> alikeNow) {
        return new PageClocks(laterLog, laterSearch, goodUntil, alikeNow);
    }

    boolean readSearch() {
        return search != NO_SEARCH;
    }
}
