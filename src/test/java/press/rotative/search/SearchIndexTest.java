package press.rotative.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.people.Actor;
import press.rotative.publication.Act;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.CorrectStory;
import press.rotative.story.CreateEdition;
import press.rotative.story.CreateStory;
import press.rotative.story.DestroyVersion;
import press.rotative.story.EditionId;
import press.rotative.story.Newsstand;
import press.rotative.story.Outcome;
import press.rotative.story.PublishStory;
import press.rotative.story.ReleaseStory;
import press.rotative.story.SaveDraft;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.WithdrawStory;

/// The search index over a real newsroom in a directory of its own.
class SearchIndexTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path data;

    private Press press;
    private EditionId edition;

    @BeforeEach
    void aNewsroom() {
        press = open();
        edition = perform(new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null));
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void a_published_story_is_found_by_words_of_its_headline_and_body_and_a_draft_is_not() {
        StoryId story = published("Le ferry arrive", "Les passagers attendaient sur le quai.");
        perform(new CreateStory(Actor.OPERATOR, edition, content("Le ferry secret", "Brouillon."), null, false));
        assertEquals(List.of(story), found("ferry"));
        assertEquals(List.of(story), found("ferry quai"));
        assertEquals(List.of(), found("ferry tramway"));
        assertEquals(List.of(), found("secret"));
    }

    @Test
    void a_corrected_word_is_no_longer_found() {
        StoryId story = published("Le ponton", "Il mesure cinquante-quatre metres.");
        perform(new SaveDraft(Actor.OPERATOR, story, null, content("Le ponton", "Il mesure quarante-huit metres.")));
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
        press.close();
        assertFalse(anywhereInFiles("xylophoniste"));
        press = open();
    }

    @Test
    void accents_case_and_elision_make_no_difference() {
        StoryId story = published("L’été à Saint-Malo", "Aujourd'hui, qu'importe l'Œuvre du cœur.");
        for (String asked :
                List.of("l'été", "ete", "ÉTÉ", "l’ete", "e\u0301te\u0301", "saint-malo", "MALO", "coeur", "œuvre")) {
            assertEquals(List.of(story), found(asked), asked);
        }
    }

    @Test
    void arabic_is_found_however_its_letters_are_written() {
        StoryId story = published("الأَخبار من القاهرة", "افتتحت المدرسة سنة ٢٠٢٤ في إسكندرية.");
        for (String asked : List.of("الاخبار", "القاهره", "المدرسـة", "2024", "اسكندرية")) {
            assertEquals(List.of(story), found(asked), asked);
        }
    }

    @Test
    void phrases_stand_in_order_and_a_star_ends_a_begin() {
        StoryId story = published("Le conseil municipal vote", "Le budget passe.");
        assertEquals(List.of(story), found("\"conseil municipal\""));
        assertEquals(List.of(), found("\"municipal conseil\""));
        assertEquals(List.of(story), found("munic*"));
        assertEquals(List.of(story), found("CONS* budget"));
        assertEquals(List.of(), found("munic"));
    }

    @Test
    void an_odd_search_is_no_failure() {
        StoryId story = published("Dupont & fils - une affaire", "Texte.");
        assertEquals(List.of(story), found("dupont & fils"));
        assertEquals(List.of(story), found("-dupont +fils | (affaire"));
        for (String odd : List.of(
                "",
                " ",
                "*",
                "\"",
                "\"\"",
                "\\",
                "dupont\\",
                "(((",
                "~2",
                "a~99",
                "\u0000",
                "\uD83D",
                "\uDC00x",
                "AND OR NOT",
                "field:value",
                "[a TO b]",
                "/.*/",
                "*".repeat(5000),
                "a* ".repeat(5000),
                "\"a ".repeat(3000),
                "١*",
                "'",
                "l'")) {
            assertTrue(press.search().find(edition, odd, 10).total() >= 0, odd);
        }
        assertEquals(List.of(), press.search().find(edition, "dupont", 0).ids());
    }

    @Test
    void other_editions_are_not_searched_and_the_newest_is_first_among_equals() {
        StoryId older = published("Marée haute", "Texte.");
        StoryId newer = published("Marée haute", "Texte.");
        EditionId other =
                perform(new CreateEdition(Actor.OPERATOR, "en", "en", false, "Beacon", null, "Europe/London", null));
        assertEquals(List.of(newer, older), found("marée"));
        assertEquals(List.of(newer), press.search().find(edition, "marée", 1).ids());
        assertEquals(2, press.search().find(edition, "marée", 1).total());
        assertEquals(0, press.search().find(other, "marée", 10).total());
    }

    @Test
    void the_cursor_stands_at_the_end_of_the_log_at_once_after_a_restart() {
        StoryId story = published("Le phare", "Texte.");
        long end = caughtUp();
        press.close();
        press = open();
        assertEquals(end, press.search().cursor());
        assertEquals(List.of(story), press.search().find(edition, "phare", 10).ids());
    }

    @Test
    void an_index_that_was_deleted_damaged_or_left_by_another_version_is_built_anew() throws IOException {
        StoryId story = published("Le phare", "Texte.");
        caughtUp();
        press.close();
        Directories.empty(data.resolve("search"));
        Files.createDirectories(data.resolve("search/v0/story"));
        press = open();
        assertEquals(List.of(story), found("phare"));
        waitUntilGone(data.resolve("search/v0"));

        press.close();
        try (Stream<Path> files = Files.list(data.resolve("search/v1/story"))) {
            for (Path file :
                    files.filter(each -> each.toString().contains("segments_")).toList()) {
                Files.writeString(file, "damaged");
            }
        }
        press = open();
        published("Autre", "Texte.");
        assertTrue(press.search().awaitCaughtUp(number(), LONG));
        assertEquals(List.of(story), found("phare"));
        assertTrue(differences().none());
    }

    @Test
    void rebuilding_gives_the_same_index_and_acts_go_on() {
        StoryId story = published("Le phare", "Texte.");
        caughtUp();
        press.search().rebuild();
        assertEquals(List.of(story), found("phare"));
        StoryId next = published("Le second phare", "Texte.");
        assertEquals(2, found("phare").size());
        assertTrue(found("second").contains(next));
        assertEquals(new Differences(2, 2, List.of(), List.of()), differences());
    }

    @Test
    void opening_a_newsroom_does_not_wait_for_the_index() {
        published("Le phare", "Texte.");
        caughtUp();
        press.close();
        press = open();
        long begin = System.nanoTime();
        SearchIndex second = SearchIndex.open(data.resolve("elsewhere"), press.database());
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertTrue(second.awaitCaughtUp(number(), LONG));
        second.close();
        assertTrue(millis < 100, "it took " + millis + " ms");
    }

    private Press open() {
        return Press.open(data, Optional.empty(), Clock.systemUTC());
    }

    private <T> T perform(Act<T> act) {
        return press.acts().perform(act).value();
    }

    private StoryId published(String headline, String text) {
        StoryId story = perform(new CreateStory(Actor.OPERATOR, edition, content(headline, text), null, false))
                .story();
        assertInstanceOf(Outcome.Live.class, perform(new PublishStory(Actor.OPERATOR, story, null, null, true)));
        return story;
    }

    private static StoryContent content(String headline, String text) {
        return new StoryContent(
                StoryKind.ARTICLE,
                headline,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                0,
                null,
                List.of(),
                new Body(List.of(Block.Paragraph.of("", text))),
                List.of(),
                null,
                List.of(),
                null,
                null);
    }

    private long number() {
        return press.database().read(sql -> new PublicationLog(sql).number());
    }

    private long caughtUp() {
        assertTrue(press.search().awaitCaughtUp(number(), LONG), "the index did not catch up");
        return number();
    }

    private List<StoryId> found(String asked) {
        caughtUp();
        return press.search().find(edition, asked, 10).ids();
    }

    private Differences differences() {
        caughtUp();
        return press.database().read(sql -> press.search().against(new Newsstand(sql)));
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
