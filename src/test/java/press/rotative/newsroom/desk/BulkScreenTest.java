package press.rotative.newsroom.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.rotative.Cast;
import press.rotative.newsroom.Browsing;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.StaffLog;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.publication.Acts;
import press.rotative.story.EditionId;
import press.rotative.story.SectionId;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;
import press.rotative.story.Workflow;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.HandOnStory;
import press.rotative.story.acts.SaveDraft;

/// Many stories of the list at once by the plain form: each is an act, one that is refused keeps none of the
/// others, and all of it can be taken back.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkScreenTest {
    @Inject
    Acts acts;

    @Inject
    Database database;

    @Inject
    BulkUndo undo;

    @TestHTTPResource("/")
    URI server;

    private EditionId edition;
    private SectionId port;
    private SectionId town;

    @BeforeAll
    void places() {
        edition = acts.perform(
                        new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null))
                .value();
        port = section("Port");
        town = section("Ville");
    }

    private SectionId section(String name) {
        return acts.perform(new CreateSection(Actor.OPERATOR, edition, name, null))
                .value();
    }

    private StoryId draft(String headline) {
        return acts.perform(new CreateStory(Actor.OPERATOR, edition, Cast.bareArticle(headline, port), null, false))
                .value()
                .story();
    }

    private Browsing browser(Grant grant) {
        return Browsing.in(server, acts, "Jane", "en", grant);
    }

    private static HttpResponse<String> bulk(Browsing by, String act, SectionId to, StoryId... stories)
            throws Exception {
        List<String> fields = new ArrayList<>(List.of("act", act, "back", "/newsroom/desk?view=list"));
        if (to != null) {
            fields.addAll(List.of("to", Long.toString(to.value())));
        }
        for (StoryId story : stories) {
            fields.addAll(List.of("story", Long.toString(story.value())));
        }
        return by.post("/newsroom/desk/bulk", fields.toArray(String[]::new));
    }

    private static HttpResponse<String> undo(Browsing by, HttpResponse<String> done) throws Exception {
        List<String> fields = new ArrayList<>();
        for (String step : Jsoup.parse(done.body()).select("[name=step]").eachAttr("value")) {
            fields.addAll(List.of("step", step));
        }
        return by.post("/newsroom/desk/bulk/undo", fields.toArray(String[]::new));
    }

    private SectionId sectionOf(StoryId story) {
        return database.read(
                sql -> new Stories(sql).draft(story).orElseThrow().content().section());
    }

    private Workflow stateOf(StoryId story) {
        return database.read(sql -> new Stories(sql).get(story).workflow());
    }

    private long log() {
        return database.read(sql -> StaffLog.head(sql).seq());
    }

    @Test
    void chosen_stories_go_into_a_section_and_back() throws Exception {
        Browsing editor = browser(Grant.everywhere(Role.EDITOR));
        StoryId one = draft("Un");
        StoryId two = draft("Deux");
        Document list = Jsoup.parse(editor.get("/newsroom/desk?view=list").body());
        assertTrue(list.select(".pickable [name=story]").size() >= 2);
        var done = bulk(editor, "section", town, one, two);
        assertEquals(200, done.statusCode(), done.body());
        assertTrue(done.body().contains("2 stories were changed"));
        assertEquals(town, sectionOf(one));
        assertEquals(town, sectionOf(two));
        assertEquals(200, undo(editor, done).statusCode());
        assertEquals(port, sectionOf(one));
        assertEquals(port, sectionOf(two));
    }

    @Test
    void stories_are_handed_on_and_spiked_each_by_an_act_in_the_log() throws Exception {
        Browsing reporter = browser(Grant.everywhere(Role.REPORTER));
        StoryId one = draft("Un");
        StoryId two = draft("Deux");
        long before = log();
        assertEquals(200, bulk(reporter, "in_review", null, one, two).statusCode());
        assertEquals(before + 2, log());
        assertEquals(Workflow.IN_REVIEW, stateOf(one));
        var spiked = bulk(reporter, "pitch", null, one, two);
        assertEquals(Workflow.PITCH, stateOf(two));
        acts.perform(new HandOnStory(Actor.OPERATOR, two, null, Workflow.READY));
        var undone = undo(reporter, spiked);
        assertEquals(422, undone.statusCode());
        assertTrue(undone.body().contains("Somebody changed it meanwhile"));
        assertEquals(Workflow.IN_REVIEW, stateOf(one));
        assertEquals(Workflow.READY, stateOf(two), "what somebody did since stays");
    }

    @Test
    void only_what_one_did_oneself_is_taken_back_and_only_while_nothing_else_was_done() throws Exception {
        Browsing chief = browser(Grant.everywhere(Role.CHIEF_EDITOR));
        StoryId story = draft("À relire");
        acts.perform(new HandOnStory(Actor.OPERATOR, story, null, Workflow.READY));
        var sentBack = bulk(chief, "draft", null, story);
        assertEquals(
                400,
                undo(browser(Grant.everywhere(Role.CHIEF_EDITOR)), sentBack).statusCode());
        assertEquals(Workflow.DRAFT, stateOf(story));
        acts.perform(new SaveDraft(Actor.OPERATOR, story, null, Cast.bareArticle("Tout autre chose", port)));
        var late = undo(chief, sentBack);
        assertEquals(422, late.statusCode());
        assertTrue(late.body().contains("Somebody changed it meanwhile"), late.body());
        assertEquals(
                "bad",
                Jsoup.parse(late.body()).select("[role=status]").attr("class").replace("band ", ""));
        assertEquals(Workflow.DRAFT, stateOf(story), "nobody approves words that they did not read");
        acts.perform(new HandOnStory(Actor.OPERATOR, story, null, Workflow.READY));
        assertEquals(200, undo(chief, bulk(chief, "draft", null, story)).statusCode());
        assertEquals(Workflow.READY, stateOf(story));
    }

    @Test
    void what_a_colleague_decides_between_the_look_and_the_act_stays() {
        StoryId story = draft("Entre-temps");
        var moved = new BulkStep(story, BulkStep.Kind.STATE, "in_review", "draft").act(Actor.OPERATOR, null);
        acts.perform(new HandOnStory(Actor.OPERATOR, story, null, Workflow.READY));
        assertEquals(
                Problem.Category.CONFLICT,
                assertThrows(Problem.class, () -> acts.perform(moved)).category());
        assertEquals(Workflow.READY, stateOf(story));
        var elsewhere = new BulkStep(story, BulkStep.Kind.SECTION, Long.toString(town.value()), "" + port.value());
        assertThrows(Problem.class, () -> acts.perform(elsewhere.act(Actor.OPERATOR, null)));
        acts.perform(new BulkStep(story, BulkStep.Kind.STATE, "ready", "draft").act(Actor.OPERATOR, null));
        assertEquals(Workflow.DRAFT, stateOf(story));
    }

    @Test
    void a_step_can_be_taken_back_for_an_hour_by_whoever_did_it() {
        var done = new BulkUndo.Done(new BulkStep(new StoryId(7), BulkStep.Kind.STATE, "draft", "ready"), "2.5");
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        String sealed = undo.close(Actor.OPERATOR, done, now);
        Instant end = now.plus(BulkUndo.LASTS);
        assertEquals(Optional.of(done), undo.opened(Actor.OPERATOR, sealed, end.minusMillis(1)));
        assertEquals(Optional.empty(), undo.opened(Actor.OPERATOR, sealed, end));
    }

    @Test
    void one_that_is_refused_keeps_none_of_the_others_and_nobody_reaches_beyond_their_rights() throws Exception {
        StoryId inPort = draft("Dans le port");
        StoryId inTown = draft("En ville");
        Browsing chief = browser(Grant.everywhere(Role.CHIEF_EDITOR));
        bulk(chief, "section", town, inTown);
        Browsing ofPort = browser(new Grant(Role.EDITOR, edition.value(), port.value()));
        var answer = bulk(ofPort, "in_review", null, inPort, inTown, new StoryId(999_999));
        assertEquals(422, answer.statusCode());
        assertTrue(!answer.body().contains("En ville") && answer.body().contains("Dans le port"));
        assertEquals(Workflow.IN_REVIEW, stateOf(inPort));
        assertEquals(Workflow.DRAFT, stateOf(inTown));
        Browsing reporter = browser(Grant.everywhere(Role.REPORTER));
        assertEquals(422, bulk(reporter, "section", town, inPort).statusCode());
        assertEquals(port, sectionOf(inPort));
    }

    @Test
    void odd_requests_change_nothing() throws Exception {
        Browsing chief = browser(Grant.everywhere(Role.CHIEF_EDITOR));
        StoryId story = draft("Rien");
        assertEquals(400, bulk(chief, "in_review", null).statusCode());
        assertEquals(400, bulk(chief, "section", null, story).statusCode());
        assertEquals(400, bulk(chief, "published", null, story).statusCode());
        assertEquals(400, bulk(chief, "ready", null, story).statusCode(), "one reads what one approves");
        var crafted = chief.post("/newsroom/desk/bulk/undo", "step", story.value() + ":state:draft:ready");
        assertEquals(400, crafted.statusCode(), "nobody did that");
        assertEquals(Workflow.DRAFT, stateOf(story));
        var elsewhere = chief.post(
                "/newsroom/desk/bulk", "act", "pitch", "story", "" + story.value(), "back", "https://evil.example/");
        assertTrue(!elsewhere.body().contains("evil.example"));
        assertEquals(Workflow.PITCH, stateOf(story));
    }
}
