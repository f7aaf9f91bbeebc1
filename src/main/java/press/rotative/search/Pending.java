package press.rotative.search;

import java.io.IOException;
import java.time.Duration;
import press.rotative.platform.Nudges;

/// What was written to a served index and is not found yet, or not durable. Of one thread, or of whoever holds the lock
/// of its keeper.
final class Pending {
    private static final Duration FORGETTING_AT_THE_END = Duration.ofSeconds(3);
    private static final Duration BETWEEN_COMMITS = Duration.ofMillis(20);

    private final ServedIndex served;
    private boolean unshown;
    private boolean uncommitted;
    private boolean forget;
    private long shownAt = System.nanoTime();
    private long showingTook;
    private long committedAt = System.nanoTime();

    Pending(ServedIndex served) {
        this.served = served;
    }

    void written() {
        unshown = true;
        uncommitted = true;
    }

    /// A text was destroyed for good: from the next commit on it has to leave the files.
    void forget() {
        forget = true;
        uncommitted = true;
    }

    /// Another index took the place of the one that was written to.
    void exchanged() {
        unshown = false;
        uncommitted = false;
    }

    boolean uncommitted() {
        return uncommitted;
    }

    long nanosSinceShown() {
        return System.nanoTime() - shownAt;
    }

    /// How long it took the last time.
    long nanosOfShowing() {
        return showingTook;
    }

    long nanosSinceCommitted() {
        return System.nanoTime() - committedAt;
    }

    /// From now on what was written is found.
    ///
    /// @return whether there was something
    boolean show() throws IOException {
        boolean something = unshown;
        if (something) {
            long begun = System.nanoTime();
            served.use(index -> {
                index.show();
                return true;
            });
            unshown = false;
            showingTook = System.nanoTime() - begun;
        }
        shownAt = System.nanoTime();
        return something;
    }

    /// Makes it durable. While a forgotten text may still be in the files, another commit stays due.
    void commit(Cursor cursor) throws IOException {
        if (uncommitted) {
            uncommitted = served.use(index -> {
                index.commit(cursor, forget);
                return index.forgetting();
            });
            forget = false;
            committedAt = System.nanoTime();
        }
    }

    /// The last commits, so that forgotten texts leave the files if that is soon done; else the next start goes on.
    ///
    /// @param nudges of the thread that calls
    void end(Cursor cursor, Nudges nudges) throws IOException {
        long end = System.nanoTime() + FORGETTING_AT_THE_END.toNanos();
        commit(cursor);
        while (uncommitted && System.nanoTime() < end) {
            nudges.forget();
            nudges.pause(BETWEEN_COMMITS);
            commit(cursor);
        }
    }
}
