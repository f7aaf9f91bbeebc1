package press.rotative.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
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
    private final Database database;
    private @Nullable StaffKeeper keeper;
    private boolean closed;

    /// Reads and writes nothing yet.
    public StaffSearch(Path data, Database database) {
        this.home = data.resolve("search-staff");
        this.stories = new StaffReader(database);
        this.database = database;
        database.onDurable(this::hear);
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
            kept = StaffKeeper.start(home, stories, database.embedded() ? null : new OtherNodes(database));
            keeper = kept;
        }
        return kept;
    }

    /// A text that was destroyed must leave the files, so an index that lies there is opened for it.
    private synchronized void hear(List<Announcement> announcements) {
        boolean destroyed = announcements.stream()
                .anyMatch(each -> each instanceof Publication row && row.act() == PublicAct.DESTROYED);
        if (closed || keeper == null && !(destroyed && Files.isDirectory(home))) {
            return;
        }
        Set<StoryId> changed = announcements.stream()
                .flatMap(each -> switch (each) {
                    case StoryChanged(StoryId story) -> Stream.of(story);
                    case Publication row
                    when row.subject().kind() == Subject.Kind.STORY ->
                        Stream.of(new StoryId(row.subject().id()));
                    default -> Stream.of();
                })
                .collect(Collectors.toSet());
        if (!changed.isEmpty()) {
            keeper().changed(changed, destroyed);
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
