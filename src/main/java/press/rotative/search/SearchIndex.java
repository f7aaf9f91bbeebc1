package press.rotative.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.publication.Follower;
import press.rotative.story.EditionId;
import press.rotative.story.Newsstand;
import press.rotative.story.StoryId;

/// The public search index in `<data>/search/v<version>`. It follows the publication log on a thread of its own, reads
/// each story again and keeps what it finds. An index that is missing, damaged or of another code version is built anew
/// from the log in the background.
public final class SearchIndex implements Follower {
    /// Rises with every change of what is indexed or how.
    static final int VERSION = 1;

    private static final Logger LOG = Logger.getLogger(SearchIndex.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final long LONGEST_UNCOMMITTED_NANOS = Duration.ofSeconds(1).toNanos();

    private final LogReader log;
    private final Directories directories;
    private final Thread thread;

    /// Held by whoever writes to the index.
    private final Object writing = new Object();

    /// Read: the index is used. Write: it is exchanged.
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private final Object opening = new Object();
    private @Nullable OpenIndex index;

    private Cursor cursor;
    private boolean uncommitted;
    private boolean forget;
    private long committedAt = System.nanoTime();
    private boolean othersDropped;

    private final Object monitor = new Object();
    private volatile long visible;
    private volatile boolean closing;
    private boolean nudged;

    private SearchIndex(Path data, Database database) {
        this.log = new LogReader(database);
        this.directories = new Directories(data.resolve("search"), VERSION);
        this.cursor = kept();
        this.visible = cursor.seq();
        this.thread = Thread.ofPlatform().name("search-index").daemon().unstarted(this::follow);
    }

    /// Returns at once; what is missing is caught up in the background.
    public static SearchIndex open(Path data, Database database) {
        var search = new SearchIndex(data, database);
        search.thread.start();
        return search;
    }

    private Cursor kept() {
        Cursor kept = Cursor.read(directories.current());
        if (directories.holdsIndex() && log.knows(kept)) {
            return kept;
        }
        try {
            Directories.empty(directories.current());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + directories.current(), e);
        }
        return Cursor.NONE;
    }

    /// How far the index has followed the publication log.
    public long cursor() {
        return visible;
    }

    /// All words must stand in the story; `"several words"` stand in this order; `begin*` is the begin of a word.
    /// Case, accents and elisions make no difference.
    ///
    /// @param most how many numbers at most, best first, the newest first among equals
    /// @throws Problem OVERLOADED when the index cannot be read just now
    public Found find(EditionId edition, String asked, int most) {
        long before = visible;
        use.readLock().lock();
        try {
            Found found = index().find(edition, asked, most);
            return new Found(before, found.total(), found.ids());
        } catch (RuntimeException failure) {
            LOG.warn("a search failed", failure);
            throw new Problem(
                    Problem.Category.OVERLOADED, "Search is not available. Please try again in a moment.", failure);
        } finally {
            use.readLock().unlock();
        }
    }

    /// Compares with the tables; exact when no act is running and the index has caught up.
    public Differences against(Newsstand newsstand) {
        use.readLock().lock();
        try {
            Set<Long> extra = index().ids();
            long documents = extra.size();
            long usable = 0;
            var missing = new TreeSet<Long>();
            for (var page = newsstand.usableAfter(null, 2000);
                    !page.isEmpty();
                    page = newsstand.usableAfter(page.getLast(), 2000)) {
                usable += page.size();
                for (StoryId id : page) {
                    if (!extra.remove(id.value())) {
                        missing.add(id.value());
                    }
                }
            }
            return new Differences(
                    documents,
                    usable,
                    first(missing.stream()).toList(),
                    first(extra.stream()).toList());
        } finally {
            use.readLock().unlock();
        }
    }

    private static Stream<StoryId> first(Stream<Long> ids) {
        return ids.limit(Differences.MOST).map(StoryId::new);
    }

    /// Builds the whole index anew from the log and swaps it in. The old one answers until then.
    public void rebuild() {
        synchronized (writing) {
            try {
                Directories.empty(directories.aside());
                Cursor reached = build(directories.aside());
                use.writeLock().lock();
                try {
                    closeIndex();
                    directories.putAsideInPlace();
                    cursor = reached;
                    uncommitted = false;
                    show(reached.seq());
                } finally {
                    use.writeLock().unlock();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot rebuild the search index", e);
            }
        }
    }

    private Cursor build(Path directory) throws IOException {
        Cursor reached = Cursor.NONE;
        try (OpenIndex fresh = OpenIndex.open(directory)) {
            for (var batch = log.after(reached); batch != null; batch = log.after(reached)) {
                fresh.put(batch.usable(), batch.gone());
                reached = batch.end();
            }
            fresh.commit(reached, false);
        }
        return reached;
    }

    @Override
    public void nudge(long seq) {
        synchronized (monitor) {
            nudged = true;
            monitor.notifyAll();
        }
    }

    @Override
    public boolean awaitCaughtUp(long seq, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (monitor) {
            for (long left = atMost.toNanos(); visible < seq && !closing && left > 0; left = end - System.nanoTime()) {
                if (!waited(left)) {
                    break;
                }
            }
            return visible >= seq;
        }
    }

    /// @return false when the thread was interrupted
    private boolean waited(long nanos) {
        try {
            monitor.wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void show(long seq) {
        synchronized (monitor) {
            visible = seq;
            monitor.notifyAll();
        }
    }

    private void follow() {
        while (!closing) {
            try {
                synchronized (monitor) {
                    nudged = false;
                }
                if (!step() && !pause(uncommitted ? QUIET : POLL)) {
                    rest();
                }
            } catch (IOException | RuntimeException failure) {
                if (!closing) {
                    LOG.warn("the search index could not follow; it tries again", failure);
                    if (Damage.causes(failure)) {
                        beginAnew();
                    } else {
                        pause(POLL);
                    }
                }
            }
        }
    }

    /// Keeps the next rows of the log.
    ///
    /// @return false when there are none
    private boolean step() throws IOException {
        synchronized (writing) {
            var batch = log.after(cursor);
            if (batch == null) {
                return false;
            }
            if (!batch.usable().isEmpty() || !batch.gone().isEmpty()) {
                use.readLock().lock();
                try {
                    index().put(batch.usable(), batch.gone());
                } finally {
                    use.readLock().unlock();
                }
            }
            cursor = batch.end();
            forget |= batch.destroyed();
            uncommitted = true;
            show(cursor.seq());
            if (System.nanoTime() - committedAt > LONGEST_UNCOMMITTED_NANOS) {
                commit();
            }
            return true;
        }
    }

    /// @return true when there was a nudge
    private boolean pause(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (monitor) {
            for (long left = atMost.toNanos(); !nudged && !closing && left > 0; left = end - System.nanoTime()) {
                if (!waited(left)) {
                    break;
                }
            }
            return nudged || closing;
        }
    }

    /// What is done while no act runs.
    private void rest() throws IOException {
        synchronized (writing) {
            commit();
            if (!othersDropped) {
                directories.dropOthers();
                othersDropped = true;
            }
        }
        use.readLock().lock();
        try {
            index(); // the first search need not wait for it
        } finally {
            use.readLock().unlock();
        }
    }

    private void commit() throws IOException {
        if (uncommitted) {
            index().commit(cursor, forget);
            uncommitted = false;
            forget = false;
            committedAt = System.nanoTime();
        }
    }

    private void beginAnew() {
        LOG.warn("the search index is damaged; it is built anew");
        synchronized (writing) {
            use.writeLock().lock();
            try {
                closeIndex();
                Directories.empty(directories.current());
                cursor = Cursor.NONE;
                uncommitted = false;
                show(0);
            } catch (IOException e) {
                LOG.error("cannot empty " + directories.current(), e);
            } finally {
                use.writeLock().unlock();
            }
        }
    }

    private OpenIndex index() {
        synchronized (opening) {
            if (index == null) {
                if (closing) {
                    throw new IllegalStateException("the search index is closed");
                }
                index = OpenIndex.open(directories.current());
            }
            return index;
        }
    }

    private void closeIndex() {
        synchronized (opening) {
            if (index != null) {
                index.close();
                index = null;
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        synchronized (monitor) {
            monitor.notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (writing) {
            use.writeLock().lock();
            try {
                commit();
            } catch (IOException | RuntimeException failure) {
                LOG.warn("the search index was not committed; it catches up at the next start", failure);
            } finally {
                closeIndex();
                use.writeLock().unlock();
            }
        }
    }
}
