package press.rotative.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Inspection;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.publication.Act;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.PubStatus;
import press.rotative.story.SectionId;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.Workflow;
import press.rotative.story.acts.AssignStory;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.DestroyVersion;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;

/// The newsroom's own index over a real newsroom in a directory of its own.
class StaffSearchTest {
    private static final Actor CHIEF = new Actor(90, Role.CHIEF_EDITOR);

    @TempDir
    Path data;

    private SearchNewsroom newsroom;

    @BeforeEach
    void aNewsroom() {
        newsroom = new SearchNewsroom(data, "fr");
        newsroom.press.staffSearch().start();
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void a_draft_is_found_in_the_newsroom_after_each_save_and_never_by_the_public() {
        StoryId draft = draft("Le ferry secret", "Les passagers attendaient.");
        assertEquals(List.of(draft), found(CHIEF, "ferry passager"));
        perform(new SaveDraft(
                Actor.OPERATOR, draft, null, SearchNewsroom.content("Le ferry discret", "Ils sont partis.")));
        assertEquals(List.of(), found(CHIEF, "secret"));
        assertEquals(List.of(draft), found(CHIEF, "discret \"sont partis\""));
        assertEquals(List.of(), newsroom.found("ferry"), "the public index holds no draft");
        assertEquals(0, newsroom.differences().documents());
    }

    @Test
    void a_public_story_is_found_by_its_public_words_and_by_those_of_its_new_draft() {
        StoryId story = newsroom.published("Le ponton", "Il mesure quarante metres.");
        perform(new SaveDraft(
                Actor.OPERATOR, story, null, SearchNewsroom.content("La jetée", "Elle est en granit bleu.")));
        assertEquals(List.of(story), found(CHIEF, "ponton"));
        assertEquals(List.of(story), found(CHIEF, "jetée granit"));
        assertEquals(List.of(), newsroom.found("granit"), "the draft's words stay inside");
    }

    @Test
    void what_was_withheld_or_killed_stays_findable_by_its_state() {
        StoryId kept = newsroom.published("La digue", "Elle tient.");
        StoryId killed = newsroom.published("La digue rompue", "Faux.");
        perform(new WithdrawStory(Actor.OPERATOR, killed, WithdrawStory.Kind.KILL, "faux", "Retiré.", false));
        assertEquals(Set.of(kept, killed), Set.copyOf(found(CHIEF, "digue")));
        assertEquals(List.of(killed), found(question(CHIEF, "digue", null, null, null, PubStatus.CANCELED)));
        assertEquals(List.of(kept), found(question(CHIEF, "digue", null, null, null, PubStatus.USABLE)));
    }

    @Test
    void filters_narrow_by_state_kind_and_section() {
        SectionId port = section("Port");
        StoryId brief = create(newsroom.edition, "Marée", port, StoryKind.BRIEF);
        StoryId live = newsroom.published("Marée haute", "Texte.");
        assertEquals(List.of(brief), found(question(CHIEF, "marée", port, null, null, null)));
        assertEquals(List.of(brief), found(question(CHIEF, "marée", null, StoryKind.BRIEF, null, null)));
        assertEquals(List.of(live), found(question(CHIEF, "", null, null, Workflow.PUBLISHED, null)));
    }

    @Test
    void nobody_is_told_of_stories_beyond_their_rights() {
        SectionId port = section("Port");
        SectionId town = section("Ville");
        EditionId english = newsroom.edition("en");
        StoryId inPort = create(newsroom.edition, "Phare un", port, StoryKind.ARTICLE);
        StoryId inTown = create(newsroom.edition, "Phare deux", town, StoryKind.ARTICLE);
        StoryId elsewhere = create(english, "Phare three", null, StoryKind.ARTICLE);
        long edition = newsroom.edition.value();
        var ofPort = new Actor(91, Set.of(new Grant(Role.EDITOR, edition, port.value())));
        var ofEnglish = new Actor(92, Set.of(new Grant(Role.REPORTER, english.value(), 0)));
        var contributor = new Actor(93, Role.CONTRIBUTOR);
        assertEquals(List.of(inPort), found(ofPort, "phare"));
        assertEquals(List.of(elsewhere), found(ofEnglish, "phare"));
        assertEquals(List.of(), found(contributor, "phare"));
        perform(transaction -> {
            transaction.sql().execute("insert into staff (id, name, created_at) values (93, 'Maud', 0)");
            return true;
        });
        perform(new AssignStory(Actor.OPERATOR, inTown, Set.of(93L)));
        assertEquals(List.of(inTown), found(contributor, "phare"));
        perform(new AssignStory(Actor.OPERATOR, inTown, Set.of()));
        assertEquals(List.of(), found(contributor, "phare"), "what was given away is seen no more");
    }

    @Test
    void an_index_that_is_lacking_damaged_or_behind_becomes_whole_at_the_start() throws IOException {
        StoryId story = draft("Le phare", "Texte.");
        assertEquals(List.of(story), found(CHIEF, "phare"));
        newsroom.close();
        Directories.empty(data.resolve("search-staff"));
        newsroom.reopen();
        assertEquals(List.of(), new Inspection(newsroom.press, part -> {}).findings());
        assertEquals(List.of(story), found(CHIEF, "phare"));

        newsroom.close();
        newsroom.reopen(); // nobody asks for the newsroom's search meanwhile
        perform(new SaveDraft(Actor.OPERATOR, story, null, SearchNewsroom.content("Le sémaphore", "Texte.")));
        newsroom.close();
        newsroom.reopen();
        assertEquals(List.of(story), found(CHIEF, "sémaphore"));
        assertEquals(List.of(), found(CHIEF, "phare"));

        newsroom.close();
        try (Stream<Path> files = Files.list(data.resolve("search-staff/v" + StaffSearch.VERSION))) {
            for (Path file :
                    files.filter(each -> each.toString().contains("segments_")).toList()) {
                Files.writeString(file, "damaged");
            }
        }
        newsroom.reopen();
        assertTrue(newsroom.press.staffSearch().awaitCaughtUp(SearchNewsroom.LONG));
        assertEquals(List.of(story), found(CHIEF, "sémaphore"));
        assertTrue(newsroom.press.staffSearch().differences().none());
    }

    @Test
    void a_destroyed_text_leaves_the_files_even_when_nobody_searched_since_the_start() throws IOException {
        draft("Autre", "Ceci reste.");
        StoryId story = newsroom.published("Secret", "Le mot xylophoniste tombe.");
        assertEquals(List.of(story), found(CHIEF, "xylophoniste"));
        newsroom.close();
        newsroom.reopen();
        perform(new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "jugement", "Retiré.", false));
        perform(new DestroyVersion(Actor.OPERATOR, story, 1, "jugement"));
        assertEquals(List.of(), found(CHIEF, "xylophoniste"));
        newsroom.close();
        assertFalse(SearchNewsroom.stands("xylophon", data.resolve("search-staff/v" + StaffSearch.VERSION)));
        newsroom.reopen();
    }

    /// As where the server is killed before its index heard of the act. A later version is read: no stamp differs.
    @Test
    void an_older_text_that_is_destroyed_behind_the_index_leaves_the_files_at_the_next_start() throws IOException {
        for (int i = 0; i < 30; i++) {
            draft("Autre " + i, "Ceci reste.");
        }
        StoryId story = newsroom.published("Secret", "Le mot xylophoniste tombe.");
        newsroom.close();
        Path index = data.resolve("search-staff/v" + StaffSearch.VERSION);
        Directories.empty(index);
        newsroom.reopen(); // puts all at once: the words stand beside others in the files
        assertEquals(List.of(story), found(CHIEF, "xylophoniste"));
        perform(new SaveDraft(Actor.OPERATOR, story, null, SearchNewsroom.content("Secret", "Le mot juste est là.")));
        perform(new CorrectStory(Actor.OPERATOR, story, null, "Le mot juste est là."));
        assertEquals(List.of(story), found(CHIEF, "juste"));
        newsroom.close();
        assertTrue(SearchNewsroom.stands("xylophon", index), "the test proves nothing");
        Path before = data.resolve("before");
        copy(index, before);
        newsroom.reopen();
        perform(new DestroyVersion(Actor.OPERATOR, story, 1, "jugement"));
        newsroom.close();
        Directories.empty(index);
        copy(before, index);
        newsroom.reopen();
        assertEquals(List.of(story), found(CHIEF, "juste"));
        newsroom.close();
        assertFalse(SearchNewsroom.stands("xylophon", index));
        newsroom.reopen();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    private <T> T perform(Act<T> act) {
        return newsroom.perform(act);
    }

    private SectionId section(String name) {
        return perform(new CreateSection(Actor.OPERATOR, newsroom.edition, name, null));
    }

    private StoryId draft(String headline, String text) {
        return perform(new CreateStory(
                        Actor.OPERATOR, newsroom.edition, SearchNewsroom.content(headline, text), null, false))
                .story();
    }

    private StoryId create(EditionId edition, String headline, SectionId section, StoryKind kind) {
        return perform(new CreateStory(
                        Actor.OPERATOR,
                        edition,
                        SearchNewsroom.content(headline, null, "Texte.", section, List.of(), null, kind),
                        null,
                        false))
                .story();
    }

    private List<StoryId> found(Actor actor, String asked) {
        return found(question(actor, asked, null, null, null, null));
    }

    private List<StoryId> found(StaffQuestion question) {
        assertTrue(newsroom.press.staffSearch().awaitCaughtUp(SearchNewsroom.LONG), "the index did not catch up");
        return newsroom.press.staffSearch().find(question).ids();
    }

    private StaffQuestion question(
            Actor actor, String asked, SectionId section, StoryKind kind, Workflow workflow, PubStatus status) {
        List<StaffQuestion.Place> places = newsroom.press.database().read(sql -> new Editions(sql)
                .all().stream()
                        .map(each -> new StaffQuestion.Place(each.id(), each.language()))
                        .toList());
        return new StaffQuestion(
                actor, places, asked, section, null, kind, null, workflow, status, null, null, null, 10);
    }
}
