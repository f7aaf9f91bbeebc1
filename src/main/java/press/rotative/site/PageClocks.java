package press.rotative.site;

import java.time.Instant;

/// Every clock that a page read while it was made.
///
/// @param log number of the publication log in the snapshot the page was made from
/// @param search cursor of the search index, for pages that show lists of its making; [#NO_SEARCH] for others
/// @param goodUntil when something on the page stops being true by itself, such as its date
record PageClocks(long log, long search, Instant goodUntil) {
    static final long NO_SEARCH = -1;

    static PageClocks of(long log, Instant goodUntil) {
        return new PageClocks(log, NO_SEARCH, goodUntil);
    }

    /// True for a page that nothing can make wrong.
    static final PageClocks ALWAYS = new PageClocks(Long.MAX_VALUE, NO_SEARCH, Instant.MAX);

    /// The last whole millisecond before [#goodUntil], or the end of time.
    long goodUntilMillis() {
        return goodUntil.equals(Instant.MAX) ? Long.MAX_VALUE : goodUntil.toEpochMilli();
    }

    boolean readSearch() {
        return search != NO_SEARCH;
    }
}
