package press.rotative.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.nodes.OtherNodes;
import press.rotative.platform.Announcement;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Publication;
import press.rotative.publication.Subject;
import press.rotative.story.StoryChanged;
import press.rotative.story.StoryId;

/// The newsroom's own search index in `<data>/search-staff/v<version>`: every story with its newest text, drafts among
/// them. It has nothing in common with the public index but the rules of words: no file, no writer, no answer. It is
/// opened when somebody first needs it, and then kept current after every act.
public final class StaffSearch implements AutoCloseable {
    /// Rises with every change of what is indexed or how.
    static final int VERSION = 1;

    private static final Logger LOG = Logger.getLogger(StaffSearch.class);

    private final Path home;
    private final StaffReader stories;
    private final OtherNodes others;

    /// Nobody else writes to the database: its announcements tell of every row of the log, in their order.
    private final boolean alone;

    private @Nullable StaffKeeper keeper;
    private boolean closed;

    /// Reads and writes nothing yet.
    ///
    /// @param others tells what was done elsewhere
    public StaffSearch(Path data, Database database, OtherNodes others) {
        this.home = data.resolve("search-staff");
        this.stories = new StaffReader(database);
        this.others = others;
        this.alone = database.embedded();
        database.onDurable(this::hear);
        others.tell(this::hearOfOthers);
    }

    /// From now on the index is kept; what it lacks is put in the background.
    public void start() {
        keeper();
    }

    private synchronized StaffKeeper keeper() {
        StaffKeeper kept = keeper;
        if (kept == null) {
            if (closed) {
                throw new IllegalStateException("the newsroom's search is closed");
            }
            kept = StaffKeeper.start(home, stories, others);
            keeper = kept;
        }
        return kept;
    }

    private synchronized void hear(List<Announcement> announcements) {
        List<Publication> rows = announcements.stream()
                .filter(each -> each instanceof Publication)
                .map(each -> (Publication) each)
                .toList();
        boolean destroyed = destroysText(rows);
        if (isUnkept(destroyed)) {
            return;
        }
        Set<StoryId> changed = storiesOf(rows);
        announcements.forEach(each -> {
            if (each instanceof StoryChanged(StoryId story)) {
                changed.add(story);
            }
        });
        if (!changed.isEmpty()) {
            keeper().changed(changed, destroyed);
        }
        if (alone) {
            toldUpTo(rows);
        }
    }

    private synchronized void hearOfOthers(OtherNodes.Done done) {
        boolean destroyed = destroysText(done.published());
        if (isUnkept(destroyed)) {
            return;
        }
        Set<StoryId> changed = storiesOf(done.published());
        done.staff().forEach(row -> row.number("story").ifPresent(number -> changed.add(new StoryId(number))));
        if (!changed.isEmpty()) {
            keeper().logged(changed, destroyed);
        }
        toldUpTo(done.published());
    }

    private static boolean destroysText(List<Publication> rows) {
        return rows.stream().anyMatch(row -> row.act() == PublicAct.DESTROYED);
    }

    /// A text that was destroyed must leave the files, so an index that lies there is opened for it.
    private boolean isUnkept(boolean destroyed) {
        return closed || keeper == null && !(destroyed && Files.isDirectory(home));
    }

    private static Set<StoryId> storiesOf(List<Publication> rows) {
        var stories = new LinkedHashSet<StoryId>();
        rows.stream()
                .filter(row -> row.subject().kind() == Subject.Kind.STORY)
                .forEach(row -> stories.add(new StoryId(row.subject().id())));
        return stories;
    }

    private void toldUpTo(List<Publication> rows) {
        if (!rows.isEmpty()) {
            keeper().toldUpTo(new Cursor(rows.getLast().seq(), rows.getLast().hash()));
        }
    }

    /// The last touched first. Words are understood as in [SearchIndex#find], by the rules of each edition's
    /// language. An answer may be a moment old, and of stories beyond the actor's rights it may name some: whoever
    /// shows one reads it first and asks the policy.
    ///
    /// @throws Problem OVERLOADED when the index cannot be read just now
    public Found find(StaffQuestion question) {
        return asked(index -> index.read(searcher -> new StaffAnswer(searcher, question).found()));
    }

    /// Waits until all acts that are acknowledged by now, whichever node took them, are found.
    ///
    /// @return false when the time ran out
    public boolean awaitCaughtUp(Duration atMost) {
        return keeper().awaitIdle(atMost);
    }

    /// Looks whether every story stands in the index as it is, puts what differs, and waits until that is done.
    ///
    /// @return false when the time ran out, or when it cannot be put just now
    public boolean mend(Duration atMost) {
        keeper().compareAgain();
        return awaitCaughtUp(atMost);
    }

    /// Compares with the tables; exact when no act is running and the index has caught up.
    ///
    /// @return stories that are missing or stand there as they are no more, and those that are gone
    public Differences differences() {
        Stamps kept = asked(OpenIndex::stamps);
        long documents = asked(OpenIndex::held).documents();
        long known = 0;
        var missing = new ArrayList<StoryId>();
        for (var page = stories.stampsAfter(0);
                !page.isEmpty();
                page = stories.stampsAfter(page.getLast().story().value())) {
            known += page.size();
            for (var each : page) {
                if (!kept.takes(each.story().value(), each.stamp()) && missing.size() < Differences.MOST) {
                    missing.add(each.story());
                }
            }
        }
        return new Differences(
                documents,
                known,
                missing,
                kept.left().stream().limit(Differences.MOST).toList());
    }

    private <T> T asked(ServedIndex.Use<T> question) {
        try {
            return keeper().served().use(question);
        } catch (IOException | RuntimeException failure) {
            LOG.warn("a search of the newsroom failed", failure);
            throw new Problem(
                    Problem.Category.OVERLOADED, "Search is not available. Please try again in a moment.", failure);
        }
    }

    @Override
    public void close() {
        StaffKeeper kept;
        synchronized (this) {
            closed = true;
            kept = keeper;
        }
        if (kept != null) {
            kept.close();
        }
    }
}
