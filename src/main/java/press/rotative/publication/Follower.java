package press.rotative.publication;

import java.time.Duration;

/// Keeps something derived from the log, with a durable cursor of its own. A replay is harmless: it re-reads the
/// subject and writes what it finds.
public interface Follower extends AutoCloseable {

    /// The log has grown to at least `seq`.
    void nudge(long seq);

    /// Waits until everything up to `seq` is kept.
    ///
    /// @return false when the time ran out
    boolean awaitCaughtUp(long seq, Duration atMost);

    @Override
    void close();
}
