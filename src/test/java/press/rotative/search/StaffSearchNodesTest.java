package press.rotative.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.TestPostgres;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.publication.Act;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.SectionId;
import press.rotative.story.StoryId;
import press.rotative.story.acts.AssignStory;
import press.rotative.story.acts.CorrectStory;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.DestroyVersion;
import press.rotative.story.acts.MoveStory;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;

/// Two nodes over one PostgreSQL, each with its own index of the newsroom's search: what one does, the other finds.
class StaffSearchNodesTest {
    private static final Actor CHIEF = new Actor(90, Role.CHIEF_EDITOR);
    private static final Instant NOW = Instant.parse("2026-11-24T11:00:00Z");
    private static final Duration LONGEST_UNSEEN = Duration.ofSeconds(15);

    @TempDir
    Path here;

    @TempDir
    Path there;

    private String store;
    private Press one;
    private Press other;
    private EditionId edition;

    @BeforeEach
    void twoNodes() {
        store = TestPostgres.freshDatabase();
        one = node(here, NOW);
        other = node(there, NOW.minus(Duration.ofHours(3))); // their clocks need not agree
        edition = perform(
                one, new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null));
        assertTrue(other.staffSearch().awaitCaughtUp(SearchNewsroom.LONG));
        assertTrue(one.staffSearch().awaitCaughtUp(SearchNewsroom.LONG));
    }

    private Press node(Path data, Instant now) {
        Press press = Press.open(data, Optional.of(store), Clock.fixed(now, ZoneOffset.UTC));
        press.staffSearch().start();
        return press;
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void a_draft_of_one_node_is_found_on_the_other_by_itself() throws InterruptedException {
        StoryId draft = draft(one, "Le ferry secret");
        long end = System.nanoTime() + LONGEST_UNSEEN.toNanos();
        while (find(other, CHIEF, "ferry").isEmpty() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertEquals(List.of(draft), find(other, CHIEF, "ferry"));
    }

    @Test
    void whatever_one_node_does_with_a_story_the_other_knows_it() {
        StoryId story = draft(one, "Le ferry secret");
        assertEquals(List.of(story), found(other, CHIEF, "ferry"));
        perform(other, new SaveDraft(Actor.OPERATOR, story, null, SearchNewsroom.content("Le bac discret", "Texte.")));
        assertEquals(List.of(story), found(one, CHIEF, "bac"));
        assertEquals(List.of(), found(one, CHIEF, "ferry"), "the words that were saved over are gone");

        SectionId port = perform(one, new CreateSection(Actor.OPERATOR, edition, "Port", null));
        var ofPort = new Actor(91, Set.of(new Grant(Role.EDITOR, edition.value(), port.value())));
        perform(one, new PublishStory(Actor.OPERATOR, story, null, null, true));
        assertEquals(List.of(), found(other, ofPort, "bac"));
        perform(one, new MoveStory(Actor.OPERATOR, story, port));
        assertEquals(List.of(story), found(other, ofPort, "bac"));

        var contributor = new Actor(93, Role.CONTRIBUTOR);
        perform(one, transaction -> {
            transaction.sql().execute("insert into staff (id, name, created_at) values (93, 'Maud', 0)");
            return true;
        });
        perform(one, new AssignStory(Actor.OPERATOR, story, Set.of(93L)));
        assertEquals(List.of(story), found(other, contributor, "bac"), "to whom it was given, without touching it");
        assertEquals(List.of(story), found(one, contributor, "bac"));
        assertTrue(one.staffSearch().differences().none());
        assertTrue(other.staffSearch().differences().none());
    }

    @Test
    void a_text_that_one_node_destroys_leaves_the_files_of_the_other() throws IOException {
        draft(one, "Ceci reste");
        StoryId story = draft(one, "Le mot xylophoniste tombe");
        perform(one, new PublishStory(Actor.OPERATOR, story, null, null, true));
        assertEquals(List.of(story), found(other, CHIEF, "xylophoniste"));
        perform(one, new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "jugement", "Retiré.", false));
        assertEquals(List.of(story), found(other, CHIEF, "xylophoniste"));
        perform(one, new DestroyVersion(Actor.OPERATOR, story, 1, "jugement"));
        assertEquals(List.of(), found(other, CHIEF, "xylophoniste"));
        other.close();
        assertFalse(SearchNewsroom.stands("xylophon", index(there)));
    }

    /// A later version is read, so no stamp shows that the words of an older one have to leave.
    @Test
    void an_older_text_that_is_destroyed_while_a_node_is_down_leaves_its_files_at_its_next_start() throws IOException {
        other.close();
        for (int i = 0; i < 30; i++) {
            draft(one, "Ceci reste " + i);
        }
        StoryId story = draft(one, "Le mot xylophoniste tombe");
        perform(one, new PublishStory(Actor.OPERATOR, story, null, null, true));
        other = node(there, NOW); // puts all at once: the words stand beside others in the files
        assertEquals(List.of(story), found(other, CHIEF, "xylophoniste"));
        perform(one, new SaveDraft(Actor.OPERATOR, story, null, SearchNewsroom.content("Le mot juste", "Texte.")));
        perform(one, new CorrectStory(Actor.OPERATOR, story, null, "Le mot juste est là."));
        assertEquals(List.of(story), found(other, CHIEF, "juste"));
        other.close();
        assertTrue(SearchNewsroom.stands("xylophon", index(there)), "the test proves nothing");
        perform(one, new DestroyVersion(Actor.OPERATOR, story, 1, "jugement"));
        other = node(there, NOW);
        assertEquals(List.of(story), found(other, CHIEF, "juste"));
        other.close();
        assertFalse(SearchNewsroom.stands("xylophon", index(there)));
    }

    /// What is put once more leaves a copy that is written over; a few of them stay until parts are merged.
    @Test
    void what_waits_to_be_put_is_put_once_though_the_logs_tell_of_it_too() throws IOException {
        drafts(200);
        drafts(10);
        one.close();
        try (var files = FSDirectory.open(index(here));
                var reader = DirectoryReader.open(files)) {
            assertEquals(210, reader.numDocs());
            assertEquals(0, reader.numDeletedDocs(), "written over");
        }
        one = node(here, NOW);
    }

    /// In one act.
    private void drafts(int many) {
        perform(one, transaction -> {
            for (int i = 0; i < many; i++) {
                new CreateStory(Actor.OPERATOR, edition, SearchNewsroom.content("Le ferry " + i, "Texte."), null, false)
                        .perform(transaction);
            }
            return true;
        });
        assertTrue(one.staffSearch().awaitCaughtUp(SearchNewsroom.LONG));
    }

    @Test
    void what_is_here_as_it_is_now_is_not_put_again() throws IOException {
        StoryId story = draft(one, "Le ferry");
        var stories = new StaffReader(one.database());
        try (var index = OpenIndex.open(there.resolve("aside"))) {
            index.write(stories.documents(List.of(story)), List.of());
            index.show();
            assertEquals(List.of(), index.differing(stories.stamps(List.of(story))));
            perform(one, new SaveDraft(Actor.OPERATOR, story, null, SearchNewsroom.content("Le bac", "Texte.")));
            StoryId second = draft(one, "Le quai");
            assertEquals(List.of(story, second), index.differing(stories.stamps(List.of(story, second))));
        }
    }

    private StoryId draft(Press node, String headline) {
        return perform(
                        node,
                        new CreateStory(
                                Actor.OPERATOR, edition, SearchNewsroom.content(headline, "Texte."), null, false))
                .story();
    }

    private static Path index(Path data) {
        return data.resolve("search-staff/v" + StaffSearch.VERSION);
    }

    private static <T> T perform(Press node, Act<T> act) {
        return node.acts().perform(act).value();
    }

    private List<StoryId> found(Press node, Actor actor, String asked) {
        assertTrue(node.staffSearch().awaitCaughtUp(SearchNewsroom.LONG), "the index did not catch up");
        return find(node, actor, asked);
    }

    private List<StoryId> find(Press node, Actor actor, String asked) {
        List<StaffQuestion.Place> places = node.database().read(sql -> new Editions(sql)
                .all().stream()
                        .map(each -> new StaffQuestion.Place(each.id(), each.language()))
                        .toList());
        return node.staffSearch()
                .find(new StaffQuestion(actor, places, asked, null, null, null, null, null, null, null, null, null, 10))
                .ids();
    }
}
