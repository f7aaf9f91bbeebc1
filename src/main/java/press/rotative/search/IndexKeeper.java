package press.rotative.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.jboss.logging.Logger;
import press.rotative.platform.Nudges;
import press.rotative.story.ConceptId;
import press.rotative.story.EditionId;

/// Keeps the index: follows the publication log on a thread of its own, reads each story again and puts what it finds.
/// An index that is missing, damaged or of another code version is built aside and swapped in.
final class IndexKeeper {
    private static final Logger LOG = Logger.getLogger(IndexKeeper.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final long LONGEST_UNCOMMITTED_NANOS = Duration.ofSeconds(1).toNanos();

    /// While far more was published than was followed, as during an import: what is written is shown and made durable
    /// seldom, in large parts that cost little, and never for more than a part of the time.
    private static final long LONGEST_UNSHOWN_NANOS = Duration.ofSeconds(1).toNanos();

    private static final int SHOWING_ONE_PART_OF = 20;
    private static final long LONGEST_UNCOMMITTED_BEHIND_NANOS =
            Duration.ofSeconds(30).toNanos();

    private final LogReader log;
    private final Directories directories;
    private final ServedIndex served;
    private final Pending pending;
    private final LatelyTaken lately = new LatelyTaken();
    private final Magnitudes magnitudes = new Magnitudes();
    private final Rebuild rebuild;
    private final Thread thread;
    private final Nudges nudges = new Nudges();
    private final Nudges progress = new Nudges();

    /// Held by whoever writes to the index.
    private final Object writing = new Object();

    private Cursor cursor = Cursor.NONE;
    private boolean whole;
    private long behindAt = System.nanoTime() - LONGEST_UNSHOWN_NANOS;
    private volatile long waitedFor;
    private boolean othersDropped;
    private volatile long followed;
    private volatile boolean closing;

    private IndexKeeper(Directories directories, LogReader log) {
        this.log = log;
        this.directories = directories;
        this.rebuild = new Rebuild(log);
        this.served = new ServedIndex(begin());
        this.pending = new Pending(served);
        this.thread = Thread.ofPlatform().name("search-index").daemon().unstarted(this::follow);
    }

    /// Returns at once.
    static IndexKeeper start(Directories directories, LogReader log) {
        var keeper = new IndexKeeper(directories, log);
        keeper.thread.start();
        return keeper;
    }

    /// Decides what to serve and whether it is whole.
    private Path begin() {
        Path current = directories.current();
        Cursor kept = Cursor.read(current);
        if (Directories.holdsIndex(current) && log.knows(kept)) {
            cursor = kept;
            followed = kept.seq();
            whole = true;
            return current;
        }
        try {
            Directories.empty(current);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + current, e);
        }
        whole = log.end().seq() == 0;
        Optional<Path> former = directories.former().filter(index -> log.knows(Cursor.read(index)));
        former.ifPresent(index -> followed = Cursor.read(index).seq());
        return former.orElse(current);
    }

    ServedIndex served() {
        return served;
    }

    /// Up to which number of the log searches are right.
    long followed() {
        return followed;
    }

    int magnitude(IndexReader index, EditionId edition) throws IOException {
        return magnitudes.of(index, edition);
    }

    /// See [SearchIndex#isStill].
    boolean isStill(Likeness likeness, long cursor, long laterCursor) {
        return magnitudes.isNow(likeness.magnitude(), likeness.kin().edition())
                && lately.leftAlone(likeness, cursor, laterCursor);
    }

    Progress progress() {
        return new Progress(followed, rebuild.done(), rebuild.total());
    }

    void nudge() {
        nudges.nudge();
    }

    boolean awaitFollowed(long seq, Duration atMost) {
        if (followed < seq && atMost.isPositive()) {
            waitedFor = Math.max(waitedFor, seq);
            nudges.nudge();
        }
        progress.await(() -> followed >= seq || closing, atMost);
        return followed >= seq;
    }

    private void show(long seq) throws IOException {
        served.use(index -> index.read(searcher -> {
            magnitudes.show(searcher.getIndexReader());
            return true;
        }));
        followed = seq;
        progress.nudge();
    }

    void rebuild() throws IOException {
        synchronized (writing) {
            Cursor reached = rebuild.into(directories.aside());
            served.exchange(directories.current(), directories::putAsideInPlace);
            cursor = reached;
            pending.exchanged();
            lately.forget();
            whole = true;
            show(reached.seq());
        }
    }

    private void follow() {
        while (!closing) {
            try {
                nudges.forget();
                if (!whole) {
                    rebuild();
                }
                if (!step() && !closing && !nudges.pause(pending.uncommitted() ? QUIET : POLL)) {
                    rest();
                }
            } catch (IOException | RuntimeException failure) {
                recover(failure);
            }
        }
    }

    private void recover(Exception failure) {
        if (closing) {
            return;
        }
        LOG.warn("the search index could not follow; it tries again", failure);
        synchronized (writing) {
            lately.forget();
        }
        if (Damage.causes(failure)) {
            LOG.warn("the search index is damaged; it is built anew");
            synchronized (writing) {
                whole = false;
            }
        }
        nudges.pause(POLL);
    }

    /// Keeps the next rows of the log.
    ///
    /// @return false when there are none
    private boolean step() throws IOException {
        synchronized (writing) {
            var batch = log.after(cursor);
            if (batch == null) {
                if (showingIsDue(false)) {
                    showWritten();
                }
                return false;
            }
            ConceptId merged = batch.merged();
            if (merged != null) {
                boolean taken = served.use(index -> {
                    lately.forget();
                    index.gather(true);
                    return log.eachAbout(merged, some -> {
                        if (!closing) {
                            index.write(some, Set.of());
                        }
                        return !closing;
                    });
                });
                if (!taken) {
                    return false; // begins again at the next start
                }
            } else if (batch.usable().isEmpty() && batch.gone().isEmpty()) {
                lately.pass(cursor.seq(), batch);
            } else {
                served.use(index -> {
                    lately.take(cursor.seq(), batch, index, magnitudes);
                    index.gather(batch.moreBehind());
                    index.write(batch.usable(), batch.gone());
                    return true;
                });
            }
            cursor = batch.end();
            pending.written();
            if (batch.destroyed()) {
                pending.forget();
            }
            behindAt = batch.moreBehind() ? System.nanoTime() : behindAt;
            if (showingIsDue(batch.moreBehind())) {
                showWritten();
            }
            long uncommittedAtMost = batch.moreBehind() ? LONGEST_UNCOMMITTED_BEHIND_NANOS : LONGEST_UNCOMMITTED_NANOS;
            if (pending.nanosSinceCommitted() > uncommittedAtMost) {
                pending.commit(cursor);
            }
            return true;
        }
    }

    /// At once where little comes or somebody waits for it; now and then while much comes.
    private boolean showingIsDue(boolean moreBehind) {
        boolean longAgo = pending.nanosSinceShown()
                > Math.max(LONGEST_UNSHOWN_NANOS, pending.nanosOfShowing() * SHOWING_ONE_PART_OF);
        boolean muchComes = System.nanoTime() - behindAt < LONGEST_UNSHOWN_NANOS;
        return longAgo || !moreBehind && (!muchComes || waitedFor > followed);
    }

    private void showWritten() throws IOException {
        if (pending.show()) {
            lately.shown();
            show(cursor.seq());
        }
    }

    /// What is done while no act runs.
    private void rest() throws IOException {
        synchronized (writing) {
            showWritten();
            pending.commit(cursor);
            if (!othersDropped) {
                directories.dropOthers();
                othersDropped = true;
            }
        }
        served.use(index -> index); // the first search need not wait for it
    }

    void close() {
        closing = true;
        nudges.nudge();
        progress.nudge();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (writing) {
            try {
                pending.end(cursor, nudges);
            } catch (IOException | RuntimeException failure) {
                LOG.warn("the search index was not committed; it catches up at the next start", failure);
            } finally {
                served.close();
            }
        }
    }
}
