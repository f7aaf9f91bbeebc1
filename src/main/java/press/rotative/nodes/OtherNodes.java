package press.rotative.nodes;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import press.rotative.people.StaffLog;
import press.rotative.platform.Database;
import press.rotative.platform.Nudges;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;

/// Follows both logs on a thread of its own, so that what this server keeps outside of the database (cached pages,
/// renditions, blobs, indexes) learns of the acts of others over the same database. Every act stands in one of the two
/// logs, whose numbers rise in the order of the commits: so none is overlooked, and no clock has a say. What this
/// server did itself is told, too. Over the embedded database nobody else writes, and nothing is asked.
///
/// The places in the logs are kept in memory alone: whatever keeps something looks for itself at the start whether it
/// missed anything.
public final class OtherNodes implements AutoCloseable {
    /// So long, and as long as it takes to read the rows, an act of another server may not be known here.
    public static final Duration EVERY = Duration.ofSeconds(2);

    private static final int ROWS_AT_ONCE = 500;
    private static final Logger LOG = Logger.getLogger(OtherNodes.class);

    private final Database database;
    private final List<Consumer<Done>> hearers = new CopyOnWriteArrayList<>();
    private final Nudges nudges = new Nudges();
    private final Thread thread;
    private volatile boolean closing;

    /// Guarded by this.
    private long publications;

    private long staff;
    private boolean failing;

    /// Asks nothing yet.
    public OtherNodes(Database database) {
        this.database = database;
        this.thread = Thread.ofPlatform().name("other-nodes").daemon().unstarted(this::follow);
    }

    /// The next rows of both logs, oldest first.
    public record Done(List<Publication> published, List<StaffLog.Row> staff) {
        public Done {
            published = List.copyOf(published);
            staff = List.copyOf(staff);
        }

        private boolean isNothing() {
            return published.isEmpty() && staff.isEmpty();
        }
    }

    /// Adds somebody who is told what was done. Who fails is told the same once more, and so are all others.
    public void tell(Consumer<Done> hearer) {
        hearers.add(hearer);
    }

    /// From now on all are told; what was done before is not.
    public void start() {
        if (!database.embedded()) {
            begin();
            thread.start();
        }
    }

    private synchronized void begin() {
        database.read(sql -> {
            publications = new PublicationLog(sql).number();
            staff = StaffLog.head(sql).seq();
            return true;
        });
    }

    private void follow() {
        while (!closing) {
            nudges.pause(EVERY);
            try {
                lookNow();
            } catch (Error failure) { // whatever it was, the next look is as good as the first
                LOG.error("what other servers did could not be taken up; it is tried again", failure);
            }
        }
    }

    /// Tells at once all that is committed by now, and returns when all were told.
    ///
    /// @return false when it cannot be read just now, or somebody failed to hear it: it is told later
    public synchronized boolean lookNow() {
        if (database.embedded()) {
            return true;
        }
        try {
            Done done = next();
            while (!done.isNothing() && !closing) {
                for (Consumer<Done> hearer : hearers) {
                    hearer.accept(done);
                }
                take(done);
                done = next();
            }
            failing = false;
            return true;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.warn("what other servers did could not be taken up; it is tried again", failure);
            }
            failing = true;
            return false;
        }
    }

    private Done next() {
        return database.read(sql -> new Done(
                new PublicationLog(sql).since(publications, ROWS_AT_ONCE), StaffLog.since(sql, staff, ROWS_AT_ONCE)));
    }

    private void take(Done done) {
        if (!done.published().isEmpty()) {
            publications = done.published().getLast().seq();
        }
        if (!done.staff().isEmpty()) {
            staff = done.staff().getLast().seq();
        }
    }

    @Override
    public void close() {
        closing = true;
        nudges.nudge();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
