package press.rotative.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.people.Actor;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.Newsstand;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.ReleaseStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;

/// An answer about stories like one that is said to hold still is the one that the index would give.
class LikenessTest {
    private static final int MOST = 8;
    private static final List<String> WORDS = List.of(
            "ferry",
            "digue",
            "phare",
            "cantine",
            "tramway",
            "marais",
            "concert",
            "vendange",
            "patinoire",
            "bibliothèque");

    @TempDir
    Path data;

    private SearchNewsroom newsroom;
    private final Random chance = new Random(20_261_127);
    private final List<ConceptId> concepts = new ArrayList<>();
    private final List<StoryId> usable = new ArrayList<>();
    private final List<StoryId> withheld = new ArrayList<>();
    private final Set<StoryId> touched = new HashSet<>();

    @BeforeEach
    void aNewsroom() {
        newsroom = new SearchNewsroom(data, "fr");
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void what_is_said_without_asking_is_what_the_index_answers() {
        for (int i = 0; i < 3; i++) {
            concepts.add(newsroom.perform(new CreateConcept(
                            Actor.OPERATOR, ConceptKind.TOPIC, Map.of("fr", "Thème " + (char) ('a' + i))))
                    .id());
        }
        for (int i = 0; i < 12; i++) {
            usable.add(newsroom.published(content()));
        }
        int still = 0;
        int asked = 0;
        int changed = 0;
        for (int round = 0; round < 100; round++) {
            newsroom.caughtUp();
            long before = newsroom.press.search().cursor();
            Map<StoryId, Likeness> watched = usable.stream().collect(Collectors.toMap(each -> each, this::alike));
            touched.clear();
            for (int acts = 1 + chance.nextInt(2); acts > 0; acts--) {
                act();
            }
            newsroom.caughtUp();
            long after = newsroom.press.search().cursor();
            for (Likeness likeness : watched.values()) {
                boolean same = newsroom.press.search().again(likeness).found().equals(likeness.found());
                boolean said = likeness.found().stream().noneMatch(touched::contains)
                        && newsroom.press.search().isStill(likeness, before, after);
                assertTrue(same || !said, () -> "said to hold still: " + likeness.kin());
                still += said ? 1 : 0;
                asked += said ? 0 : 1;
                changed += same ? 0 : 1;
            }
        }
        int all = still + asked;
        assertTrue(still > all / 2, still + " of " + all + " answers were known without asking");
        assertTrue(changed > all / 50, changed + " of " + all + " answers changed");
    }

    @Test
    void nothing_is_said_about_numbers_that_were_not_followed_or_of_another_index() {
        StoryId ferry = newsroom.published("Le ferry électrique arrive", "Texte.");
        newsroom.published("La cantine ouvre", "Texte.");
        newsroom.caughtUp();
        long cursor = newsroom.press.search().cursor();
        Likeness likeness = alike(ferry);
        assertTrue(newsroom.press.search().isStill(likeness, cursor, cursor));
        assertFalse(newsroom.press.search().isStill(likeness, cursor, cursor + 1));
        newsroom.press.search().rebuild();
        StoryId again = usableAgain(ferry);
        newsroom.caughtUp();
        assertFalse(
                newsroom.press
                        .search()
                        .isStill(alike(again), cursor, newsroom.press.search().cursor()),
                "what a new index held of a story is not known");
    }

    private StoryId usableAgain(StoryId story) {
        newsroom.perform(new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.WITHHOLD, "doute", null, false));
        newsroom.perform(new ReleaseStory(Actor.OPERATOR, story));
        return story;
    }

    private void act() {
        int kind = chance.nextInt(8);
        if (kind == 0 && usable.size() > 8) {
            StoryId story = usable.remove(chance.nextInt(usable.size()));
            newsroom.perform(
                    new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.WITHHOLD, "doute", null, false));
            withheld.add(story);
            touched.add(story);
        } else if (kind == 1 && !withheld.isEmpty()) {
            StoryId story = withheld.remove(chance.nextInt(withheld.size()));
            newsroom.perform(new ReleaseStory(Actor.OPERATOR, story));
            usable.add(story);
            touched.add(story);
        } else if (kind < 4) {
            StoryId story = usable.get(chance.nextInt(usable.size()));
            newsroom.perform(new SaveDraft(Actor.OPERATOR, story, null, content()));
            newsroom.perform(new CorrectStory(Actor.OPERATOR, story, null, "Un mot était faux."));
            touched.add(story);
        } else {
            usable.add(newsroom.published(content()));
        }
    }

    private StoryContent content() {
        String headline = IntStream.range(0, 1 + chance.nextInt(4))
                .mapToObj(each -> WORDS.get(chance.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
        Set<ConceptId> some = new HashSet<>();
        for (int i = chance.nextInt(3); i > 0; i--) {
            some.add(concepts.get(chance.nextInt(concepts.size())));
        }
        return SearchNewsroom.content(
                headline,
                null,
                "Texte.",
                null,
                List.copyOf(some),
                SearchNewsroom.TODAY.minusDays(chance.nextInt(900)),
                StoryKind.ARTICLE);
    }

    private Likeness alike(StoryId story) {
        return newsroom.press.database().read(sql -> newsroom.press
                .search()
                .related(Kin.of(new Newsstand(sql).stories(List.of(story)).get(story), "fr"), MOST));
    }
}
