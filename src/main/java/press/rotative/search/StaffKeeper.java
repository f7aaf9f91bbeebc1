package press.rotative.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Nudges;
import press.rotative.story.StoryId;
import press.rotative.story.WholeStories;

/// Keeps the newsroom's own index on a thread of its own. At its start it compares the stamps of all stories with
/// those in the index and puts right what differs: so an index that is new, was deleted or missed something becomes
/// whole, and nothing durable has to say how far it came. Afterwards it is told which stories changed, and reads
/// them again; where other nodes share the database, the logs tell it of their acts.
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

    /// Null: there are none.
    private final @Nullable OtherNodes others;

    private final ServedIndex served;
    private final Pending pending;
    private final Thread thread;
    private final Nudges nudges = new Nudges();
    private final Nudges progress = new Nudges();
    private final Nudges hurry = new Nudges();

    /// Guards what is told and not taken up yet.
    private final Object telling = new Object();

    private final Set<StoryId> changed = new LinkedHashSet<>();
    private boolean forget;
    private boolean idle;
    private boolean comparing;
    private boolean looking;

    /// How often it failed since it last succeeded: once is mended by trying again.
    private int failures;

    private boolean whole;
    private long lookedAt = System.nanoTime();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closing;

    private StaffKeeper(Path home, StaffReader stories, @Nullable OtherNodes others) {
        this.directories = new Directories(home, StaffSearch.VERSION, StaffSearch.VERSION);
        this.stories = stories;
        this.others = others;
        this.served = new ServedIndex(directories.current());
        this.pending = new Pending(served);
        this.thread = Thread.ofPlatform().name("staff-search").daemon().unstarted(this::follow);
    }

    /// Returns at once.
    ///
    /// @param others null: nobody else writes to the database
    static StaffKeeper start(Path home, StaffReader stories, @Nullable OtherNodes others) {
        var keeper = new StaffKeeper(home, stories, others);
        keeper.thread.start();
        return keeper;
    }

    ServedIndex served() {
        return served;
    }

    /// @param destroyed a text of theirs was destroyed for good
    void changed(Collection<StoryId> told, boolean destroyed) {
        synchronized (telling) {
            changed.addAll(told);
            forget |= destroyed;
            idle = false;
        }
        nudges.nudge();
    }

    /// Waits until all that was told, and what other nodes did before, is found.
    ///
    /// @return false when the time ran out, or when it cannot be put just now
    boolean awaitIdle(Duration atMost) {
        waiting.incrementAndGet();
        if (others != null) {
            synchronized (telling) {
                looking = true;
                idle = false;
            }
        }
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
                if (others != null && lookIsDue()) {
                    look(others);
                }
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

    private boolean lookIsDue() {
        synchronized (telling) {
            boolean due = looking || System.nanoTime() - lookedAt >= POLL.toNanos();
            looking = false;
            return due;
        }
    }

    /// Puts what other nodes changed since the last look. What this one did stands in the logs, too, and in the index
    /// by then: it is known by its stamp.
    private void look(OtherNodes others) throws IOException {
        OtherNodes.Told told = others.next();
        while (others.taken(told) && !closing) {
            pending.show();
            List<WholeStories.Stamp> now = stories.stamps(told.stories());
            List<StoryId> differing = served.use(index -> index.differing(now));
            for (int from = 0; from < differing.size(); from += BATCH) {
                put(differing.subList(from, Math.min(differing.size(), from + BATCH)), false);
            }
            if (told.destroyed()) {
                pending.forget(); // not before the story is put as it is now: see takeUpForgetting
            }
            told = others.next();
        }
        lookedAt = System.nanoTime();
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
        if (others != null) {
            others.begin();
        }
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
        if (put + gone.size() > 0) {
            LOG.infof("newsroom search index put=%d removed=%d", put, gone.size());
            pending.forget(); // what was missed may have been that a text was destroyed
        }
        pending.show();
        whole = true;
        directories.dropOthers();
    }

    /// @return false when nothing more was told
    private boolean step() throws IOException {
        List<StoryId> next;
        synchronized (telling) {
            next = changed.stream().limit(BATCH).toList();
            next.forEach(changed::remove);
        }
        if (next.isEmpty()) {
            pending.show();
            synchronized (telling) {
                idle = changed.isEmpty() && !comparing && !looking;
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
        takeUpForgetting();
        pending.commit(Cursor.NONE);
    }

    /// Not before the stories that were told with it are put: what they replace is what has to leave the files.
    private void takeUpForgetting() {
        synchronized (telling) {
            if (forget && changed.isEmpty()) {
                pending.forget();
                forget = false;
            }
        }
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
            boolean more = step();
            while (more) {
                more = step();
            }
            takeUpForgetting();
            pending.end(Cursor.NONE, nudges);
        } catch (IOException | UncheckedIOException | press.rotative.platform.Problem failure) {
            LOG.warn("the newsroom's search index was not committed; it is put right at the next start", failure);
        } finally {
            served.close();
        }
    }
}
