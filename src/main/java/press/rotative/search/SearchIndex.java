package press.rotative.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.LongBitSet;
import org.jboss.logging.Logger;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.publication.Follower;
import press.rotative.story.EditionId;
import press.rotative.story.Newsstand;
import press.rotative.story.StoryId;

/// The public search index in `<data>/search/v<version>`, and the door to all that is asked of it. Answers are numbers
/// of stories; how the index is kept is [IndexKeeper]'s.
public final class SearchIndex implements Follower {
    /// Rises with every change of what is indexed or how.
    static final int VERSION = 4;

    /// The oldest version whose fields are those of today: it answers until the new index is built.
    static final int OLDEST_READABLE = 3;

    private static final Logger LOG = Logger.getLogger(SearchIndex.class);

    private final IndexKeeper keeper;

    private SearchIndex(IndexKeeper keeper) {
        this.keeper = keeper;
    }

    /// Returns at once; what is missing is caught up in the background.
    public static SearchIndex open(Path data, Database database) {
        var directories = new Directories(data.resolve("search"), VERSION, OLDEST_READABLE);
        return new SearchIndex(IndexKeeper.start(directories, new LogReader(database)));
    }

    /// How far the index has followed the publication log.
    public long cursor() {
        return keeper.followed();
    }

    public Progress progress() {
        return keeper.progress();
    }

    /// All words must stand in a story; `"several words"` stand in this order; `-word` must not stand there;
    /// `begin*` is the begin of a word. Case, accents, elisions and endings make no difference. Whatever is typed
    /// is answered.
    ///
    /// @throws Problem OVERLOADED when the index cannot be read just now
    public Found find(Question question) {
        return found(question, StorySearch::found);
    }

    /// The same hits and their number, without counts of values, spellings and single words: much cheaper.
    public Found count(Question question) {
        return found(question, StorySearch::counted);
    }

    @FunctionalInterface
    private interface Finding {
        Found of(StorySearch search) throws IOException;
    }

    private Found found(Question question, Finding finding) {
        long before = keeper.followed();
        return asked(index -> index.read(searcher -> finding.of(new StorySearch(searcher, question))))
                .at(before);
    }

    /// Stories like this one in its edition, by shared concepts and words: see [Kinship].
    public Likeness related(Kin kin, int most) {
        return asked(index -> index.read(searcher -> {
            int magnitude = keeper.magnitude(searcher.getIndexReader(), kin.edition());
            return Likeness.of(kin, most, magnitude, nearest(searcher, kin, magnitude, most));
        }));
    }

    /// The same question asked again.
    public Likeness again(Likeness before) {
        return asked(index -> index.read(searcher -> {
            int magnitude =
                    keeper.magnitude(searcher.getIndexReader(), before.kin().edition());
            return before.again(magnitude, nearest(searcher, before.kin(), magnitude, before.most()));
        }));
    }

    private static List<Kinship.Near> nearest(IndexSearcher searcher, Kin kin, int magnitude, int most)
            throws IOException {
        return new Kinship(searcher.getIndexReader(), kin, magnitude).nearest(most);
    }

    /// Whether it is certain, without asking, that the answer of one cursor is that of a later one, if no act touched
    /// one of the stories that were found. Never waits.
    public boolean isStill(Likeness likeness, long cursor, long laterCursor) {
        return keeper.isStill(likeness, cursor, laterCursor);
    }

    /// Stories whose headlines hold words that begin as typed, the newest first.
    public List<StoryId> beginning(EditionId edition, String language, String typed, int most) {
        return asked(index ->
                index.read(searcher -> new Titles(edition, Language.of(language)).beginning(searcher, typed, most)));
    }

    private <T> T asked(ServedIndex.Use<T> question) {
        try {
            return keeper.served().use(question);
        } catch (IOException | RuntimeException failure) {
            LOG.warn("a search failed", failure);
            throw new Problem(
                    Problem.Category.OVERLOADED, "Search is not available. Please try again in a moment.", failure);
        }
    }

    /// Compares with the tables; exact when no act is running and the index has caught up. One bit for each story is
    /// held in memory.
    public Differences against(Newsstand newsstand) {
        OpenIndex.Held held = asked(OpenIndex::held);
        LongBitSet extra = held.numbers();
        long usable = 0;
        var missing = new ArrayList<StoryId>();
        for (var page = newsstand.usableAfter(null, 2000);
                !page.isEmpty();
                page = newsstand.usableAfter(page.getLast(), 2000)) {
            usable += page.size();
            for (StoryId id : page) {
                if (id.value() < extra.length() && extra.get(id.value())) {
                    extra.clear(id.value());
                } else if (missing.size() < Differences.MOST) {
                    missing.add(id);
                }
            }
        }
        var left = new ArrayList<StoryId>();
        for (long id = extra.nextSetBit(0); id >= 0 && left.size() < Differences.MOST; ) {
            left.add(new StoryId(id));
            id = id + 1 < extra.length() ? extra.nextSetBit(id + 1) : -1;
        }
        return new Differences(held.documents(), usable, missing, left);
    }

    /// Builds the whole index anew from the tables and swaps it in. The old one answers until then.
    public void rebuild() {
        try {
            keeper.rebuild();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rebuild the search index", e);
        }
    }

    @Override
    public void nudge(long seq) {
        keeper.nudge();
    }

    @Override
    public boolean awaitCaughtUp(long seq, Duration atMost) {
        return keeper.awaitFollowed(seq, atMost);
    }

    @Override
    public void close() {
        keeper.close();
    }
}
