package press.rotative.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.people.Actor;
import press.rotative.publication.Act;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.DestroyVersion;
import press.rotative.story.acts.Outcome;
import press.rotative.story.acts.ReleaseStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;

/// The search index over a real newsroom in a directory of its own.
class SearchIndexTest {
    @TempDir
    Path data;

    private SearchNewsroom newsroom;

    @BeforeEach
    void aNewsroom() {
        newsroom = new SearchNewsroom(data, "fr");
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void a_published_story_is_found_by_words_of_its_headline_and_body_and_a_draft_is_not() {
        StoryId story = published("Le ferry arrive", "Les passagers attendaient sur le quai.");
        perform(new CreateStory(
                Actor.OPERATOR,
                newsroom.edition,
                SearchNewsroom.content("Le ferry secret", "Brouillon."),
                null,
                false));
        assertEquals(List.of(story), found("ferry"));
        assertEquals(List.of(story), found("ferry quai"));
        assertEquals(List.of(), found("ferry tramway"));
        assertEquals(List.of(), found("secret"));
    }

    @Test
    void a_corrected_word_is_no_longer_found() {
        StoryId story = published("Le ponton", "Il mesure cinquante-quatre metres.");
        perform(new SaveDraft(
                Actor.OPERATOR, story, null, SearchNewsroom.content("Le ponton", "Il mesure quarante-huit metres.")));
        assertInstanceOf(Outcome.Live.class, perform(new CorrectStory(Actor.OPERATOR, story, null, "48 et non 54.")));
        assertEquals(List.of(), found("cinquante"));
        assertEquals(List.of(story), found("quarante-huit"));
    }

    @Test
    void a_withheld_story_comes_back_and_a_killed_one_does_not() {
        StoryId story = published("La digue", "Elle tient.");
        perform(new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.WITHHOLD, "doute", null, false));
        assertEquals(List.of(), found("digue"));
        perform(new ReleaseStory(Actor.OPERATOR, story));
        assertEquals(List.of(story), found("digue"));
        perform(new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "faux", "Article retiré.", false));
        assertEquals(List.of(), found("digue"));
    }

    @Test
    void a_destroyed_text_leaves_the_files_of_the_index() throws IOException {
        published("Autre", "Ceci reste.");
        StoryId story = published("Secret", "Le mot xylophoniste tombe.");
        perform(new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "jugement", "Retiré.", false));
        perform(new DestroyVersion(Actor.OPERATOR, story, 1, "jugement"));
        assertEquals(List.of(), found("xylophoniste"));
        newsroom.close();
        assertFalse(anywhereInFiles("xylophoniste"));
        newsroom.reopen();
    }

    @Test
    void other_editions_are_not_searched_and_the_newest_is_first_among_equals() {
        StoryId older = published("Marée haute", "Texte.");
        StoryId newer = published("Marée haute", "Texte.");
        EditionId other = newsroom.edition("en");
        assertEquals(List.of(newer, older), found("marée"));
        assertEquals(2, newsroom.find(newsroom.question("marée")).total());
        var elsewhere = new Question(
                other,
                "en",
                "marée",
                Narrowing.NONE,
                Question.Order.RELEVANCE,
                null,
                10,
                SearchNewsroom.TODAY,
                ZoneOffset.UTC);
        assertEquals(0, newsroom.find(elsewhere).total());
    }

    @Test
    void the_cursor_stands_at_the_end_of_the_log_at_once_after_a_restart() {
        StoryId story = published("Le phare", "Texte.");
        long end = newsroom.caughtUp();
        newsroom.close();
        newsroom.reopen();
        assertEquals(end, newsroom.press.search().cursor());
        assertEquals(List.of(story), found("phare"));
    }

    @Test
    void an_index_that_was_deleted_damaged_or_left_by_another_version_is_built_anew() throws IOException {
        StoryId story = published("Le phare", "Texte.");
        newsroom.caughtUp();
        newsroom.close();
        Directories.empty(data.resolve("search"));
        Files.createDirectories(data.resolve("search/v0"));
        newsroom.reopen();
        assertEquals(List.of(story), found("phare"));
        waitUntilGone(data.resolve("search/v0"));

        newsroom.close();
        try (Stream<Path> files = Files.list(data.resolve("search/v" + SearchIndex.VERSION))) {
            for (Path file :
                    files.filter(each -> each.toString().contains("segments_")).toList()) {
                Files.writeString(file, "damaged");
            }
        }
        newsroom.reopen();
        published("Autre", "Texte.");
        assertTrue(newsroom.press.search().awaitCaughtUp(newsroom.number(), SearchNewsroom.LONG));
        assertEquals(List.of(story), found("phare"));
        assertTrue(newsroom.differences().none());
    }

    @Test
    void rebuilding_gives_the_same_index_and_acts_go_on() {
        StoryId story = published("Le phare", "Texte.");
        newsroom.caughtUp();
        newsroom.press.search().rebuild();
        assertEquals(List.of(story), found("phare"));
        StoryId next = published("Le second phare", "Texte.");
        assertEquals(2, found("phare").size());
        assertTrue(found("second").contains(next));
        assertEquals(new Differences(2, 2, List.of(), List.of()), newsroom.differences());
    }

    @Test
    void opening_a_newsroom_does_not_wait_for_the_index() {
        published("Le phare", "Texte.");
        newsroom.caughtUp();
        newsroom.close();
        newsroom.reopen();
        long begin = System.nanoTime();
        SearchIndex second = SearchIndex.open(data.resolve("elsewhere"), newsroom.press.database());
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertTrue(second.awaitCaughtUp(newsroom.number(), SearchNewsroom.LONG));
        second.close();
        assertTrue(millis < 100, "it took " + millis + " ms");
    }

    private <T> T perform(Act<T> act) {
        return newsroom.perform(act);
    }

    private StoryId published(String headline, String text) {
        return newsroom.published(headline, text);
    }

    private List<StoryId> found(String asked) {
        return newsroom.found(asked);
    }

    private boolean anywhereInFiles(String word) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("search"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void waitUntilGone(Path directory) {
        for (int i = 0; i < 400 && Files.exists(directory); i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        assertFalse(Files.exists(directory));
    }
}
