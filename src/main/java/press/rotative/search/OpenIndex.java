package press.rotative.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergeScheduler;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.LongBitSet;
import press.rotative.story.StoryId;
import press.rotative.story.WholeStories;

/// A Lucene index in one directory. What was written is found after [#show] and durable after
/// [#commit].
final class OpenIndex implements AutoCloseable {
    /// Lies beside the index while texts must leave its files.
    private static final String FORGET = "forget";

    private static final double BUFFER_MIB = 32;

    /// While many stories come at once: larger parts are merged less often.
    private static final double LARGE_BUFFER_MIB =
            Math.clamp(Runtime.getRuntime().maxMemory() / 8 / (1 << 20), (long) BUFFER_MIB, 128);

    /// So many stories at once are worth the work of several threads.
    private static final int WORTH_SHARING = 50;

    /// New small parts stay in memory until they are committed: most are merged before.
    private static final double LARGEST_HELD_MIB = 1;

    private static final double HELD_MIB = 8;
    private static final long UNKNOWN = -1;
    private static final int MERGES_AT_ONCE = 1;
    private static final int MERGES_WAITING = 6;

    /// The newest first: a search may leave a part early.
    private static final Sort NEWEST_FIRST = new Sort(
            new SortField(Fields.AT, SortField.Type.LONG, true), new SortField(Fields.ID, SortField.Type.LONG, true));

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Path path;
    private boolean forgetting;

    /// Number of the last story that was ever put; one after it cannot be there yet.
    private long highest = UNKNOWN;

    private OpenIndex(Path path, Directory directory, IndexWriter writer, SearcherManager searchers) {
        this.path = path;
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.forgetting = Files.exists(path.resolve(FORGET));
    }

    static OpenIndex open(Path path) throws IOException {
        var merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(MERGES_WAITING, MERGES_AT_ONCE);
        return open(path, merges);
    }

    /// @param merges when parts are merged
    static OpenIndex open(Path path, MergeScheduler merges) throws IOException {
        Directory directory = new NRTCachingDirectory(FSDirectory.open(path), LARGEST_HELD_MIB, HELD_MIB);
        try {
            var writer = new IndexWriter(directory, manner(merges));
            try {
                return new OpenIndex(path, directory, writer, new SearcherManager(writer, true, false, new Plain()));
            } catch (IOException | RuntimeException damaged) {
                writer.rollback();
                throw damaged;
            }
        } catch (IOException | RuntimeException damaged) {
            directory.close();
            throw damaged;
        }
    }

    private static IndexWriterConfig manner(MergeScheduler merges) {
        var policy = new TieredMergePolicy();
        policy.setForceMergeDeletesPctAllowed(0); // a destroyed text leaves the files, however large they are
        return new IndexWriterConfig(new KeywordAnalyzer())
                .setIndexSort(NEWEST_FIRST)
                .setMergeScheduler(merges)
                .setMergePolicy(policy)
                .setRAMBufferSizeMB(BUFFER_MIB)
                .setMaxFullFlushMergeWaitMillis(0); // a publication is seen first, merged later
    }

    /// Nothing is kept between searches.
    private static final class Plain extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @org.jspecify.annotations.Nullable IndexReader former) {
            var searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    /// Puts stories and removes others, to be found after [#show].
    void write(List<? extends Indexed> changed, Collection<StoryId> gone) throws IOException {
        long known = highest();
        highest = Math.max(known, highest(changed));
        each(changed, story -> {
            if (story.id().value() > known) {
                writer.addDocument(story.document());
            } else {
                writer.updateDocument(Indexed.key(story.id()), story.document());
            }
        });
        for (StoryId id : gone) {
            writer.deleteDocuments(Indexed.key(id));
        }
    }

    @FunctionalInterface
    private interface Putting {
        void put(Indexed story) throws IOException;
    }

    private static void each(List<? extends Indexed> stories, Putting putting) throws IOException {
        try {
            (stories.size() < WORTH_SHARING ? stories.stream() : stories.parallelStream()).forEach(story -> {
                try {
                    putting.put(story);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private long highest() throws IOException {
        if (highest == UNKNOWN) {
            LongBitSet numbers = held().numbers();
            highest = Math.max(0, numbers.prevSetBit(numbers.length() - 1));
        }
        return highest;
    }

    private static long highest(List<? extends Indexed> stories) {
        return stories.stream().mapToLong(story -> story.id().value()).max().orElse(0);
    }

    /// How much is gathered in memory before it becomes a part of the index.
    ///
    /// @param large while many stories come
    void gather(boolean large) {
        writer.getConfig().setRAMBufferSizeMB(large ? LARGE_BUFFER_MIB : BUFFER_MIB);
    }

    /// Whether a story is found.
    boolean holds(StoryId story) throws IOException {
        return read(searcher -> {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                PostingsEnum each = leaf.reader().postings(Indexed.key(story), PostingsEnum.NONE);
                Bits live = leaf.reader().getLiveDocs();
                while (each != null && each.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                    if (live == null || live.get(each.docID())) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    /// From now on what was written is found.
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /// Adds stories that are not there yet.
    void add(List<? extends Indexed> stories) throws IOException {
        highest = Math.max(highest(), highest(stories));
        each(stories, story -> writer.addDocument(story.document()));
    }

    /// Makes everything put so far durable, then the cursor.
    ///
    /// @param forget texts that are gone must leave the files, too: in the background, see [#forgetting]
    void commit(Cursor cursor, boolean forget) throws IOException {
        if (forget && !forgetting) {
            Files.writeString(path.resolve(FORGET), "");
            forgetting = true;
        }
        boolean clean = !writer.hasDeletions(); // a merge that ends later is not in this commit
        writer.commit();
        if (forgetting) {
            forgetMore(clean);
        }
        cursor.write(path);
    }

    /// Merges what still holds the text of a removed story.
    ///
    /// @param clean the index that is durable now holds no such text: this is done
    private void forgetMore(boolean clean) throws IOException {
        searchers.maybeRefreshBlocking();
        writer.deleteUnusedFiles();
        if (clean) {
            forgetting = false;
            Files.deleteIfExists(path.resolve(FORGET));
        } else {
            writer.forceMergeDeletes(false);
        }
    }

    /// Whether texts that must be forgotten may still be in the files; another commit is due then.
    boolean forgetting() {
        return forgetting;
    }

    @FunctionalInterface
    interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    <T> T read(Reading<T> reading) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return reading.from(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /// The stories in the index.
    ///
    /// @param documents how many there are; more than the numbers where one stands there twice
    record Held(LongBitSet numbers, long documents) {}

    Held held() throws IOException {
        return read(searcher -> held(searcher.getIndexReader()));
    }

    static Held held(IndexReader index) throws IOException {
        LongBitSet numbers = new LongBitSet(64);
        long documents = 0;
        for (LeafReaderContext leaf : index.leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            NumericDocValues each = leaf.reader().getNumericDocValues(Fields.ID);
            for (int document = each.nextDoc(); document != NumericDocValues.NO_MORE_DOCS; document = each.nextDoc()) {
                if (live == null || live.get(document)) {
                    numbers = LongBitSet.ensureCapacity(numbers, each.longValue() + 1);
                    numbers.set(each.longValue());
                    documents++;
                }
            }
        }
        return new Held(numbers, documents);
    }

    /// Of an index that keeps stamps.
    Stamps stamps() throws IOException {
        return read(searcher -> Stamps.in(searcher.getIndexReader()));
    }

    /// Of an index that keeps stamps: those of some stories that are not found in this state.
    List<StoryId> differing(List<WholeStories.Stamp> asked) throws IOException {
        return read(searcher -> {
            var differing = new ArrayList<StoryId>();
            for (WholeStories.Stamp each : asked) {
                if (!Stamps.stands(searcher.getIndexReader(), each)) {
                    differing.add(each.story());
                }
            }
            return differing;
        });
    }

    /// What was not committed is dropped.
    @Override
    public void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }
}
