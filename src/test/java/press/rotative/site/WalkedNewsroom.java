package press.rotative.site;

import static press.rotative.platform.db.Tables.STORY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.publication.Act;
import press.rotative.publication.Publication;
import press.rotative.story.AuthorId;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.ConceptId;
import press.rotative.story.Contribution;
import press.rotative.story.EditionId;
import press.rotative.story.Families;
import press.rotative.story.LiveStory;
import press.rotative.story.Newsstand;
import press.rotative.story.PictureUse;
import press.rotative.story.Related;
import press.rotative.story.SectionId;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.TranslatedFrom;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.PublishStory;

/// A newsroom in which things happen at random, and what is known of it without asking it: which words the public may
/// read, and which it may read no longer. Every story, name and picture has a word of its own.
final class WalkedNewsroom {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    final Press press;
    final TickingClock clock;
    final Random random;

    final List<EditionId> editions = new ArrayList<>();
    final Map<EditionId, List<SectionId>> sections = new HashMap<>();
    final List<AuthorId> authors = new ArrayList<>();
    final List<ConceptId> concepts = new ArrayList<>();
    final List<PictureId> pictures = new ArrayList<>();

    /// Stories that the public reads, those it read, those it will read; with the word of their last text.
    final Map<StoryId, String> usable = new LinkedHashMap<>();
    final Map<StoryId, String> withheld = new LinkedHashMap<>();
    final Map<StoryId, String> planned = new LinkedHashMap<>();
    final Set<StoryId> expiring = new HashSet<>();
    final Map<StoryId, EditionId> editionOf = new HashMap<>();
    /// Of each version, the first first.
    final Map<StoryId, List<String>> wordsOf = new HashMap<>();

    /// Words of versions that may not be compared.
    final Set<String> closed = new HashSet<>();
    final Set<String> destroyed = new HashSet<>();
    /// Words that may stand nowhere.
    final Set<String> gone = new HashSet<>();
    /// Words of titles that wait for a story; they may stand where they wait, whatever happens to the story.
    final Set<String> awaited = new HashSet<>();
    final Map<PictureId, String> pictureWords = new HashMap<>();

    /// What the acts since the last look said that they change.
    final List<Publication> publications = new ArrayList<>();
    /// Something happened since then that did not come through [#perform].
    boolean unforeseen;

    final Set<Class<?>> performed = new HashSet<>();
    private int words;

    WalkedNewsroom(Press press, TickingClock clock, Random random) {
        this.press = press;
        this.clock = clock;
        this.random = random;
    }

    <T> T perform(Act<T> act) {
        var receipt = press.acts().perform(act);
        performed.add(act.getClass());
        publications.addAll(receipt.publications());
        return receipt.value();
    }

    /// The last look is over; what comes now is new.
    void forgetPublications() {
        publications.clear();
        unforeseen = false;
    }

    /// Words of the address of a story, in lower case.
    String word() {
        return "mot" + ++words + "x";
    }

    /// A word for a name. Addresses are in lower case and may keep the word of an older name for ever.
    String name(String before) {
        return before + " MOT" + ++words + "X";
    }

    int number() {
        return ++words;
    }

    <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /// One of them; where there is none, one is made first.
    StoryId some(Map<StoryId, String> from, Runnable make) {
        if (from.isEmpty()) {
            make.run();
        }
        return any(List.copyOf(from.keySet()));
    }

    StoryId someUsable() {
        return some(usable, this::publishNew);
    }

    /// One that no clock takes away.
    StoryId someLasting() {
        List<StoryId> lasting =
                usable.keySet().stream().filter(id -> !expiring.contains(id)).toList();
        return lasting.isEmpty() ? publishNew() : any(lasting);
    }

    SectionId anySection(EditionId edition) {
        return any(sections.get(edition));
    }

    StoryId publishNew() {
        EditionId edition = any(editions);
        String word = word();
        return publish(edition, word, content(edition, word));
    }

    /// A new story about something.
    StoryId publishAbout(EditionId edition, ConceptId concept) {
        String word = word();
        return publish(edition, word, content(edition, word).withConcepts(List.of(concept)));
    }

    private StoryId publish(EditionId edition, String word, StoryContent content) {
        StoryId id = perform(new CreateStory(Actor.OPERATOR, edition, content, null, false))
                .story();
        perform(new PublishStory(Actor.OPERATOR, id, null, null, true));
        filed(id, edition, word);
        usable.put(id, word);
        return id;
    }

    void filed(StoryId id, EditionId edition, String word) {
        editionOf.put(id, edition);
        wordsOf.put(id, new ArrayList<>(List.of(word)));
    }

    /// A new text took the place of the old one.
    void rewritten(StoryId id, String word) {
        gone.add(usable.put(id, word));
        wordsOf.get(id).add(word);
    }

    void takenAway(StoryId id, boolean mayComeBack) {
        String word = usable.remove(id);
        gone.add(word);
        if (mayComeBack) {
            withheld.put(id, word);
        }
    }

    void cameBack(StoryId id, Map<StoryId, String> from) {
        String word = from.remove(id);
        gone.remove(word);
        usable.put(id, word);
    }

    /// The newest that the public reads there.
    List<StoryId> published(SectionId section, int most) {
        return press.database().read(sql -> new Newsstand(sql)
                .inSection(section, null, most).stream().map(LiveStory::id).toList());
    }

    /// The clock did what it had to: asks what stands where now.
    void readStandings() {
        Map<Long, String> standings = press.database().read(sql -> sql.select(STORY.ID, STORY.PUB_STATUS)
                .from(STORY)
                .where(STORY.PUB_STATUS.isNotNull())
                .fetchMap(STORY.ID, STORY.PUB_STATUS));
        for (StoryId id : List.copyOf(planned.keySet())) {
            if ("USABLE".equals(standings.get(id.value()))) {
                cameBack(id, planned);
            }
        }
        for (StoryId id : List.copyOf(usable.keySet())) {
            if (!"USABLE".equals(standings.get(id.value()))) {
                expiring.remove(id);
                takenAway(id, true);
            }
        }
    }

    /// The words of former versions may stand where versions of a story that may be read are compared.
    boolean mayBeCompared(String address, String word) {
        return address.contains("/versions/")
                && !closed.contains(word)
                && !destroyed.contains(word)
                && usable.keySet().stream().anyMatch(id -> wordsOf.get(id).contains(word));
    }

    /// Words in the descriptions of pictures that nobody may be shown now.
    Set<String> wordsWithoutRights() {
        Instant now = clock.instant();
        var without = new HashSet<String>();
        press.database().read(sql -> new Pictures(sql).find(pictures)).forEach((id, picture) -> {
            if (!picture.rights().runAt(now)) {
                without.add(pictureWords.get(id));
            }
        });
        return without;
    }

    StoryContent content(EditionId edition, String word) {
        StoryId shown = usable.isEmpty() ? null : any(List.copyOf(usable.keySet()));
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Paragraph.of("", "Un texte avec le mot " + word + "."));
        if (shown != null && random.nextBoolean()) {
            blocks.add(new Block.Teaser("", shown, null, null));
        }
        StoryId original = random.nextInt(3) == 0 ? shown : null;
        return new StoryContent(
                StoryKind.values()[random.nextInt(StoryKind.values().length)],
                "Titre " + word,
                "Chapô " + word + ".",
                anySection(edition),
                List.of(new Contribution(any(authors), null)),
                null,
                "article",
                null,
                5,
                random.nextInt(3) > 0 ? new PictureUse(any(pictures), null, null) : null,
                List.of(any(concepts)),
                new Body(blocks),
                shown != null && random.nextBoolean()
                        ? List.of(new Related(shown, null))
                        : List.of(new Related(null, awaitedTitle())),
                original == null || refusesTranslation(null, edition, original)
                        ? null
                        : new TranslatedFrom(original, 1),
                List.of(),
                null,
                null,
                null);
    }

    /// What the newest text of a story translates.
    @Nullable
    TranslatedFrom translates(StoryId id) {
        return press.database()
                .read(sql -> new Stories(sql).find(id))
                .orElseThrow()
                .translates();
    }

    /// @param translation null: it is still to be made
    boolean refusesTranslation(@Nullable StoryId translation, EditionId edition, StoryId original) {
        return press.database().read(sql -> {
            var stories = new Stories(sql);
            return new Families(sql)
                    .refusal(translation == null ? null : stories.get(translation), edition, stories.get(original))
                    .isPresent();
        });
    }

    /// The headline that the next story but one may have.
    private String awaitedTitle() {
        String word = "mot" + (words + 1) + "x";
        awaited.add(word);
        return "Titre " + word;
    }

    Instant in(Duration time) {
        return clock.instant().plus(time);
    }
}
