package press.rotative.fill;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import press.rotative.Press;
import press.rotative.media.PictureDescription;
import press.rotative.platform.Problem;
import press.rotative.story.AuthorId;
import press.rotative.story.Authors;
import press.rotative.story.Concept;
import press.rotative.story.Concepts;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Section;
import press.rotative.story.SectionId;
import press.rotative.story.Sections;

/// Fills a newsroom with made-up stories up to a wanted number. While one block is being filed, the next is written.
///
/// ```java
/// Fill.Ended ended = new Fill(press).upTo(100_000, watching);
/// ```
public final class Fill {
    private static final long SEED = 1;
    private static final Duration GLANCE = Duration.ofMillis(500);

    private final Press press;
    private final World world = new World();
    private final Map<Tongue, PhraseBook> books = new EnumMap<>(Tongue.class);

    public Fill(Press press) {
        this.press = press;
        for (Tongue tongue : Tongue.values()) {
            books.put(tongue, new PhraseBook(tongue));
        }
    }

    /// Who looks on, and may end it.
    public interface Watching {
        /// @param done stories that are filed
        /// @param behind rows of the log that the search index has not followed yet
        void told(long done, long behind);

        /// Asked between two blocks.
        boolean stopped();
    }

    /// @param stories how many made-up stories there are now
    /// @param whole as many as wanted, and all of them searchable
    public record Ended(long stories, boolean whole) {}

    /// @param wanted made-up stories in all, those of earlier runs among them
    /// @throws Problem CONFLICT when this newsroom was not begun by `fill`
    public Ended upTo(long wanted, Watching watching) {
        Filed known = press.database().read(Filed::read).orElse(null);
        long seed = known == null ? SEED : known.seed();
        var shelf = new PictureShelf(seed, press.blobs());
        Filed filed = known == null ? begin(seed, shelf) : known;
        if (filed.done() < wanted) {
            filed = file(filed, wanted, shelf, watching);
        }
        return new Ended(filed.done(), filed.done() >= wanted && searchable(filed, watching));
    }

    private Filed begin(long seed, PictureShelf shelf) {
        String begun =
                press.clock().instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
        List<PictureDescription> pictures =
                new PictureWords(world, books, seed, LocalDate.parse(begun)).ofBlock(BeginNewsroom.BEFORE_ALL);
        return press.acts()
                .perform(new BeginNewsroom(seed, begun, world, books, shelf, pictures))
                .value();
    }

    private Filed file(Filed begin, long wanted, PictureShelf shelf, Watching watching) {
        LocalDate begun = LocalDate.parse(begin.begun());
        var stories = new MadeUpStories(begin.seed(), begun, world, books, newsroom());
        var pictures = new PictureWords(world, books, begin.seed(), begun);
        Filed filed = begin;
        try (ExecutorService writing = Executors.newSingleThreadExecutor()) {
            Filed known = filed;
            long first = filed.done();
            Future<List<MadeUpStory>> next = writing.submit(() -> block(stories, first, wanted, known));
            while (filed.done() < wanted && !watching.stopped()) {
                List<MadeUpStory> block = next.get();
                Filed before = filed;
                long following = before.done() + block.size();
                next = writing.submit(() -> block(stories, following, wanted, before));
                boolean begins = before.done() % Filed.BLOCK == 0;
                filed = press.acts()
                        .perform(new FileBlock(
                                before,
                                shelf,
                                block,
                                begins ? pictures.ofBlock(before.done() / Filed.BLOCK) : List.of()))
                        .value();
                watching.told(filed.done(), behind());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a made-up story could not be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return filed;
    }

    /// The stories from `first` to the end of its block, or to the wanted number.
    private static List<MadeUpStory> block(MadeUpStories stories, long first, long wanted, Filed filed) {
        long end = Math.min(wanted, (first / Filed.BLOCK + 1) * Filed.BLOCK);
        var block = new ArrayList<MadeUpStory>();
        for (long number = first; number < end; number++) {
            block.add(stories.story(number, filed));
        }
        return block;
    }

    private FilledNewsroom newsroom() {
        return press.database().read(sql -> {
            var editions = new EnumMap<Tongue, EditionId>(Tongue.class);
            var sections = new EnumMap<Tongue, List<SectionId>>(Tongue.class);
            var authors = new EnumMap<Tongue, List<AuthorId>>(Tongue.class);
            int all = Tongue.values().length * BeginNewsroom.AUTHORS;
            List<AuthorId> signing = new Authors(sql)
                    .after(0, all).stream().map(each -> each.id()).toList();
            for (Tongue tongue : Tongue.values()) {
                EditionId edition = new Editions(sql)
                        .find(tongue.code())
                        .map(Edition::id)
                        .orElseThrow(() -> Problem.conflict("The edition " + tongue.code() + " is gone."));
                int from = tongue.ordinal() * BeginNewsroom.AUTHORS;
                editions.put(tongue, edition);
                sections.put(
                        tongue,
                        new Sections(sql).of(edition).stream().map(Section::id).toList());
                authors.put(tongue, signing.subList(from, from + BeginNewsroom.AUTHORS));
            }
            return new FilledNewsroom(
                    editions,
                    sections,
                    authors,
                    new Concepts(sql)
                            .after(0, world.concepts().size()).stream()
                                    .map(Concept::id)
                                    .toList());
        });
    }

    private long behind() {
        return Math.max(0, press.number().current() - press.search().cursor());
    }

    private boolean searchable(Filed filed, Watching watching) {
        long seq = press.number().current();
        while (!press.search().awaitCaughtUp(seq, GLANCE)) {
            watching.told(filed.done(), behind());
            if (watching.stopped()) {
                return false;
            }
        }
        return true;
    }
}
