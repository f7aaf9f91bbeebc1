package press.rotative.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Builds a whole index from the tables in a directory aside, and tells how far it is.
final class Rebuild {
    private static final Logger LOG = Logger.getLogger(Rebuild.class);
    private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int WORTH_TELLING = 10_000;

    private final LogReader log;
    private volatile long done;
    private volatile long total;

    Rebuild(LogReader log) {
        this.log = log;
    }

    long done() {
        return done;
    }

    long total() {
        return total;
    }

    /// @return up to where the new index follows the log
    Cursor into(Path directory) throws IOException {
        Directories.empty(directory);
        Cursor reached = log.end();
        total = Math.max(1, log.usable());
        try (OpenIndex fresh = OpenIndex.open(directory)) {
            fresh.gather(true);
            long told = System.nanoTime();
            List<StoryDocument> stories = log.usableAfter(null);
            while (!stories.isEmpty()) {
                fresh.add(stories);
                done += stories.size();
                if (System.nanoTime() - told > TELL_NANOS) {
                    told = System.nanoTime();
                    LOG.infof("search index rebuilt=%d of=%d", done, total);
                }
                stories = log.usableAfter(stories.getLast().story().id());
            }
            for (var batch = log.after(reached); batch != null; batch = log.after(reached)) {
                fresh.write(batch.usable(), batch.gone());
                if (batch.merged() != null) {
                    log.eachAbout(batch.merged(), some -> {
                        fresh.write(some, Set.of());
                        return true;
                    });
                }
                reached = batch.end();
            }
            fresh.commit(reached, false);
            if (done >= WORTH_TELLING) {
                LOG.infof("search index rebuilt=%d of=%d followed=%d", done, total, reached.seq());
            }
            return reached;
        } finally {
            done = 0;
            total = 0;
        }
    }
}
