package press.rotative.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import press.rotative.nodes.OtherNodes;
import press.rotative.platform.Nudges;
import press.rotative.story.StoryId;
import press.rotative.story.WholeStories;

/// Keeps the newsroom's own index on a thread of its own. At its start it compares the stamps of all stories with
/// those in the index and puts right what differs: so an index that is new, was deleted or missed something becomes
/// whole. Afterwards it is told which stories changed, and reads them again. That a text was destroyed shows in no
/// stamp, so a place in the publication log lies beside the index: what was destroyed behind it has to leave the
/// files.
final class StaffKeeper {
    private static final Logger LOG = Logger.getLogger(StaffKeeper.class);
    private static final int BATCH = 250;
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofMillis(300);
    /// So long acts are gathered before their stories are read again, unless somebody waits: each showing costs.
    private static final Duration GATHERING = Duration.ofMillis(200);

    private static final long LONGEST_UNSHOWN_NANOS = Duration.ofMillis(500).toNanos();
    private static final int SHOWING_ONE_PART_OF = 20;
    private static final long LONGEST_UNCOMMITTED_NANOS = Duration.ofSeconds(10).toNanos();

    private final Directories directories;
    private final StaffReader stories;
    private final OtherNodes others;
    private final ServedIndex served;
    private final Pending pending;
    private final Thread thread;
    private final Nudges nudges = new Nudges();
    private final Nudges progress = new Nudges();
    private final Nudges hurry = new Nudges();

    private final Untaken untaken = new Untaken();

    /// Guards what follows, up to the failures.
    private final Object telling = new Object();

    private boolean idle;
    private boolean comparing;

    /// How often it failed since it last succeeded: once is mended by trying again.
    private int failures;

    private boolean whole;

    /// What was done up to there is in the index, and what was destroyed up to there leaves its files.
    private Cursor taken;

    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closing;

    private StaffKeeper(Path home, StaffReader stories, OtherNodes others) {
        this.directories = new Directories(home, StaffSearch.VERSION, StaffSearch.VERSION);
        this.taken = Cursor.read(directories.current());
        this.stories = stories;
        this.others = others;
        this.served = new ServedIndex(directories.current());
        this.pending = new Pending(served);
        this.thread = Thread.ofPlatform().name("staff-search").daemon().unstarted(this::follow);
    }

    /// Returns at once.
    ///
    /// @param others asked for their last acts by who waits
    static StaffKeeper start(Path home, StaffReader stories, OtherNodes others) {
        var keeper = new StaffKeeper(home, stories, others);
        keeper.thread.start();
        return keeper;
    }

    ServedIndex served() {
        return served;
    }

    /// @param destroyed a text of theirs was destroyed for good
    void changed(Collection<StoryId> stories, boolean destroyed) {
        untaken.changed(stories, destroyed);
        wake();
    }

    /// The same for what stands in the logs, this server's own acts among the others'.
    void logged(Collection<StoryId> stories, boolean destroyed) {
        untaken.logged(stories, destroyed);
        wake();
    }

    private void wake() {
        synchronized (telling) {
            idle = false;
        }
        nudges.nudge();
    }

    /// All rows of the publication log up to this one were told by now.
    void toldUpTo(Cursor row) {
        untaken.upTo(row);
    }

    /// Waits until all that was told, and what other servers did before, is found.
    ///
    /// @return false when the time ran out, or when it cannot be put just now
    boolean awaitIdle(Duration atMost) {
        if (!others.lookNow()) {
            return false;
        }
        waiting.incrementAndGet();
        try {
            hurry.nudge();
            nudges.nudge();
            progress.await(() -> idle() || failing() || closing, atMost);
        } finally {
            waiting.decrementAndGet();
        }
        return idle();
    }

    /// The stamps are compared once more.
    void compareAgain() {
        synchronized (telling) {
            comparing = true;
            idle = false;
            failures = 0;
        }
        nudges.nudge();
    }

    private boolean failing() {
        synchronized (telling) {
            return failures > 1;
        }
    }

    private boolean idle() {
        synchronized (telling) {
            return idle;
        }
    }

    private void follow() {
        nudges.pause(POLL); // a server that starts has better to do, unless somebody asks
        while (!closing) {
            try {
                nudges.forget();
                boolean asked = toCompare();
                if (!whole || asked) {
                    compare();
                }
                lookInto();
                if (!step() && !closing) {
                    if (nudges.pause(pending.uncommitted() ? QUIET : POLL)) {
                        gather();
                    } else {
                        commit();
                    }
                }
            } catch (IOException | RuntimeException failure) {
                recover(failure);
            }
        }
    }

    private void gather() {
        hurry.forget();
        if (waiting.get() == 0 && !closing) {
            hurry.pause(GATHERING);
        }
    }

    private boolean toCompare() {
        synchronized (telling) {
            boolean asked = comparing;
            comparing = false;
            return asked;
        }
    }

    /// Of the stories in the logs those count as changed whose stamp differs from the one in the index. What waits
    /// to be put anyway need not be asked for.
    private void lookInto() throws IOException {
        List<StoryId> asked = untaken.takeLogged();
        if (asked.isEmpty()) {
            return;
        }
        pending.show();
        for (int from = 0; from < asked.size(); from += BATCH) {
            List<WholeStories.Stamp> now = stories.stamps(asked.subList(from, Math.min(asked.size(), from + BATCH)));
            untaken.changed(served.use(index -> index.differing(now)), false);
        }
    }

    private void recover(Exception failure) {
        if (closing) {
            return;
        }
        LOG.warn("the newsroom's search index could not follow; it tries again", failure);
        whole = false; // what was taken up may not have been put
        if (Damage.causes(failure)) {
            LOG.warn("the newsroom's search index is damaged; it is built anew");
            try {
                served.exchange(directories.current(), () -> Directories.empty(directories.current()));
            } catch (IOException stuck) {
                LOG.warn("the damaged index could not be removed", stuck);
            }
        }
        synchronized (telling) {
            failures++;
        }
        progress.nudge();
        nudges.pause(POLL);
    }

    /// Finds by their stamps the stories that the index does not have as they are, and those that are no more.
    private void compare() throws IOException {
        Cursor end = stories.endOfLog();
        boolean destroyed = stories.destroyedBehind(taken);
        Stamps kept = served.use(OpenIndex::stamps);
        long put = 0;
        long last = 0;
        for (var page = stories.stampsAfter(last); !page.isEmpty() && !closing; page = stories.stampsAfter(last)) {
            List<StoryId> differing = page.stream()
                    .filter(each -> !kept.takes(each.story().value(), each.stamp()))
                    .map(each -> each.story())
                    .toList();
            for (int from = 0; from < differing.size() && !closing; from += BATCH) {
                put(differing.subList(from, Math.min(differing.size(), from + BATCH)), differing.size() > BATCH);
                showNowAndThen();
            }
            put += differing.size();
            last = page.getLast().story().value();
        }
        List<StoryId> gone = kept.left();
        if (!gone.isEmpty() && !closing) {
            served.use(index -> {
                index.write(List.of(), gone);
                return true;
            });
            pending.written();
        }
        if (closing) {
            return; // the next start compares again
        }
        if (put + gone.size() > 0) {
            LOG.infof("newsroom search index put=%d removed=%d", put, gone.size());
        }
        if (destroyed) {
            pending.forget(); // not before the stories are put as they are now: see takeUp
        }
        pending.show();
        taken = end;
        whole = true;
        directories.dropOthers();
    }

    /// @return false when nothing more was told
    private boolean step() throws IOException {
        List<StoryId> next = untaken.takeChanged(BATCH);
        if (next.isEmpty()) {
            pending.show();
            synchronized (telling) {
                idle = untaken.nothing() && !comparing;
                failures = 0;
            }
            progress.nudge();
            return false;
        }
        put(next, false);
        showNowAndThen();
        return true;
    }

    /// @param many more come at once
    private void put(List<StoryId> ids, boolean many) throws IOException {
        List<StaffDocument> documents = stories.documents(ids);
        var gone = new ArrayList<>(ids);
        documents.forEach(each -> gone.remove(each.id()));
        served.use(index -> {
            index.gather(many);
            index.write(documents, gone);
            return true;
        });
        pending.written();
    }

    private void showNowAndThen() throws IOException {
        if (pending.nanosSinceShown()
                > Math.max(LONGEST_UNSHOWN_NANOS, pending.nanosOfShowing() * SHOWING_ONE_PART_OF)) {
            pending.show();
        }
        if (pending.nanosSinceCommitted() > LONGEST_UNCOMMITTED_NANOS) {
            commit();
        }
    }

    private void commit() throws IOException {
        takeUp();
        pending.commit(taken);
    }

    /// Not before the stories that were told with it are put: what they replace is what has to leave the files.
    private void takeUp() {
        Untaken.Rest rest = whole ? untaken.takeRest() : null;
        if (rest == null) {
            return;
        }
        if (rest.destroyed()) {
            pending.forget();
        }
        taken = rest.upTo().seq() > taken.seq() ? rest.upTo() : taken;
    }

    void close() {
        closing = true;
        hurry.nudge();
        nudges.nudge();
        progress.nudge();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            lookInto();
            boolean more = step();
            while (more) {
                more = step();
            }
            takeUp();
            pending.end(taken, nudges);
        } catch (IOException | UncheckedIOException | press.rotative.platform.Problem failure) {
            LOG.warn("the newsroom's search index was not committed; it is put right at the next start", failure);
        } finally {
            served.close();
        }
    }
}
