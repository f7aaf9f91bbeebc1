package press.rotative.newsroom.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.rotative.newsroom.Browsing;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.StaffLog;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;
import press.rotative.story.EditionId;
import press.rotative.story.SectionId;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryStaff;
import press.rotative.story.Workflow;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;

/// The wire inbox by plain forms: captures are sent, looked at, settled, taken in and discarded, alone and many at
/// once.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxScreenTest {
    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    private EditionId english;
    private EditionId french;
    private SectionId port;

    @BeforeAll
    void places() {
        english = acts.perform(
                        new CreateEdition(Actor.OPERATOR, "en", "en", false, "The Beacon", null, "Europe/London", null))
                .value();
        french = acts.perform(
                        new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null))
                .value();
        port = acts.perform(new CreateSection(Actor.OPERATOR, english, "Port", null))
                .value();
    }

    private Browsing browser(Grant grant) {
        return Browsing.in(server, acts, "Jane", "en", grant);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(Browsing by, Map<String, String> fields, String name, byte[] file)
            throws Exception {
        return SentCaptures.send(server, by.cookies().get("rotative"), fields, Map.of(name, file));
    }

    private StoryId sent(Browsing by, String headline) throws Exception {
        var answer = send(by, Map.of("edition", "en"), headline + ".txt", bytes(SentCaptures.page(headline)));
        assertEquals(200, answer.statusCode(), answer.body());
        String path = Jsoup.parse(answer.body()).select(".band .list a").attr("href");
        return new StoryId(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
    }

    private Workflow state(StoryId story) {
        return database.read(sql -> new Stories(sql).get(story).workflow());
    }

    private StoryContent draft(StoryId story) {
        return database.read(sql -> new Stories(sql).draft(story).orElseThrow().content());
    }

    private static String path(StoryId story) {
        return "/newsroom/inbox/" + story.value();
    }

    private static Document page(Browsing by, String path) throws Exception {
        var answer = by.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.body());
    }

    @Test
    void files_are_imported_one_by_one_and_each_that_fails_has_a_sentence() throws Exception {
        Browsing editor = browser(Grant.everywhere(Role.EDITOR));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a good one.txt", bytes(SentCaptures.page("A good one")));
        files.put("empty.txt", new byte[0]);
        files.put("picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 0, 0});
        files.put("data.json", bytes("{\"headline\": \"No page\"}"));
        files.put("nothing.html", bytes("<!doctype html><html><body><p>Hi</p></body></html>"));
        files.put("huge.txt", new byte[21 * 1024 * 1024]);
        files.put("again.txt", bytes(SentCaptures.page("A good one")));
        var answer = SentCaptures.send(server, editor.cookies().get("rotative"), Map.of("edition", "en"), files);
        assertEquals(422, answer.statusCode());
        List<String> said = Jsoup.parse(answer.body()).select(".band .list li").eachText();
        assertEquals(7, said.size(), said.toString());
        assertTrue(said.get(0).contains("It waits in the inbox."), said.get(0));
        assertTrue(said.get(1).contains("no visible text"), said.get(1));
        assertTrue(said.get(2).contains("It is no text"), said.get(2));
        assertTrue(said.get(3).contains("It is JSON"), said.get(3));
        assertTrue(said.get(4).contains("It holds no article"), said.get(4));
        assertTrue(said.get(5).contains("larger than 20 MB"), said.get(5));
        assertTrue(said.get(6).contains("here already"), said.get(6));
        assertEquals(400, editor.post("/newsroom/inbox", "file", "x").statusCode());
        var french = Browsing.in(server, acts, "Maud", "fr", Grant.everywhere(Role.EDITOR));
        var vide = send(french, Map.of(), "vide.txt", new byte[0]);
        assertTrue(vide.body().contains("Elle ne contient aucun texte visible."), vide.body());
    }

    @Test
    void who_imports_stands_in_the_journal_and_needs_the_right_in_that_edition() throws Exception {
        Browsing editor = browser(Grant.everywhere(Role.EDITOR));
        StoryId story = sent(editor, "Journal of the harbour");
        StaffLog.Row row = database.read(sql -> StaffLog.newest(
                        sql,
                        Long.MAX_VALUE,
                        0,
                        new StaffLog.Asked(
                                java.util.Set.of("story-received"), java.util.Set.of(), java.util.OptionalLong.empty()),
                        1))
                .getFirst();
        assertEquals("story " + story.value(), row.subject());
        assertTrue(row.staffId() > 0);
        assertEquals(
                403,
                send(browser(Grant.everywhere(Role.REPORTER)), Map.of(), "a.txt", bytes(SentCaptures.page("No")))
                        .statusCode());
        Browsing inFrench = browser(new Grant(Role.EDITOR, french.value(), 0));
        var elsewhere = send(inFrench, Map.of("edition", "en"), "a.txt", bytes(SentCaptures.page("Over the border")));
        assertEquals(422, elsewhere.statusCode());
        assertTrue(elsewhere.body().contains("could not be filed"), elsewhere.body());
        Browsing enFrancais = Browsing.in(server, acts, "Maud", "fr", new Grant(Role.EDITOR, french.value(), 0));
        var ailleurs = send(enFrancais, Map.of("edition", "en"), "a.txt", bytes(SentCaptures.page("Over the border")));
        assertTrue(ailleurs.body().contains("Vos droits ne le permettent pas."), ailleurs.body());
        assertFalse(ailleurs.body().contains("Your rights"), ailleurs.body());
        var nulle = send(enFrancais, Map.of("edition", "zz"), "a.txt", bytes(SentCaptures.page("Nowhere")));
        assertTrue(nulle.body().contains("Il n’y a pas d’édition"), nulle.body());
        Browsing inPort = browser(new Grant(Role.EDITOR, english.value(), port.value()));
        var own = send(
                inPort,
                Map.of("edition", "en", "section", "" + port.value()),
                "a.txt",
                bytes(SentCaptures.page("Into the port")));
        assertEquals(200, own.statusCode(), own.body());
        var fetch = send(editor, Map.of("fetch", "on"), "a.html", bytes(SentCaptures.page("Fetched")));
        assertEquals(422, fetch.statusCode());
        assertTrue(fetch.body().contains("Only chief editors"), fetch.body());
        assertFalse(page(editor, "/newsroom/inbox").html().contains("name=\"fetch\""));
        assertTrue(page(browser(Grant.everywhere(Role.CHIEF_EDITOR)), "/newsroom/inbox")
                .html()
                .contains("name=\"fetch\""));
    }

    @Test
    void an_import_is_looked_at_settled_and_taken_in() throws Exception {
        Browsing editor = browser(Grant.everywhere(Role.EDITOR));
        StoryId story = sent(editor, "Looked at and taken in");
        Document list = page(editor, "/newsroom/inbox?words=looked");
        assertEquals(1, list.select(".inboxlist li").size());
        assertTrue(list.select(".inboxlist").text().contains("from quayside.example"), list.text());
        assertFalse(list.select(".inboxlist .warn").isEmpty());
        Document screen = page(editor, path(story));
        assertTrue(screen.select(".asread").text().contains("The boat left at seven"));
        assertTrue(
                screen.select(".ledger").text().contains("Share"),
                screen.select(".ledger").text());
        assertTrue(screen.select(".fieldsx").text().contains("inferred"));
        int doubts = screen.select(".doubts > li").size();
        assertTrue(doubts >= 3, screen.select(".doubts").text());

        String share = screen.select(".ledger li:contains(Share) a").attr("href");
        Document choosing = page(editor, share.split("#")[0]);
        assertEquals("Share", choosing.select("#chosen blockquote").text());
        var taken = editor.post(
                path(story) + "/lines",
                "capture",
                "",
                "line",
                choosing.select("#chosen [name=line]").attr("value"),
                "as",
                "paragraph");
        assertEquals(303, taken.statusCode(), taken.body());
        assertTrue(draft(story).body().toString().contains("Share"));

        String place =
                screen.select(".conceptsx li:contains(Osterline)").attr("id").substring(1);
        var kind = editor.post(path(story) + "/concepts/" + place, "capture", "", "wish", "kind", "kind", "event");
        assertEquals(303, kind.statusCode(), kind.body());
        assertTrue(page(editor, path(story)).select("#c" + place).text().contains("its kind was corrected by Jane"));
        var again = editor.post(path(story) + "/doubts", "capture", "", "all", "on");
        assertEquals(303, again.statusCode(), again.body());
        assertTrue(page(editor, path(story)).select("#doubts").text().contains("Nothing is in doubt."));
        assertEquals(
                409,
                editor.post(path(story) + "/doubts", "capture", "", "all", "on").statusCode());

        var in = editor.post(path(story) + "/taking", "whose", "me");
        assertEquals("/newsroom/stories/" + story.value() + "?done=inbox.taken", Browsing.onTo(in));
        assertEquals(Workflow.DRAFT, state(story));
        assertEquals(1, database.read(sql -> StoryStaff.of(sql, story)).size());
        Document written = page(editor, "/newsroom/stories/" + story.value());
        assertEquals(
                path(story), written.select("a:contains(How it was imported)").attr("href"));
        assertEquals(409, editor.post(path(story) + "/taking", "whose", "").statusCode());
        assertTrue(page(editor, path(story)).select(".deciding form").isEmpty());
    }

    @Test
    void what_a_capture_holds_is_text_on_every_screen_and_its_source_is_no_page() throws Exception {
        Browsing editor = browser(Grant.everywhere(Role.EDITOR));
        String html = "<!doctype html><html lang=en><head><title>Ferry</title></head><body><article><h1>The"
                + " &lt;script&gt;alert(1)&lt;/script&gt; ferry</h1><p>The boat left at seven on Monday, and the mayor"
                + " waved from the quay, &lt;img src=x onerror=alert(2)&gt; they said, and left.</p><p>The company"
                + " counted forty cars on the boat and no one was late that day.</p></article><script>alert(3)</script>"
                + "<nav><a href=\"javascript:alert(4)\">&lt;b onclick=alert(5)&gt;Home</a></nav></body></html>";
        var answer = send(editor, Map.of("edition", "en"), "<img src=x onerror=alert(6)>.html", bytes(html));
        assertEquals(200, answer.statusCode(), answer.body());
        String path = Jsoup.parse(answer.body()).select(".band .list a").attr("href");
        for (String each : List.of("/newsroom/inbox", path)) {
            Document page = page(editor, each);
            assertTrue(page.select("script:not([src])").isEmpty(), each);
            assertTrue(
                    page.select("[onerror], [onclick], main img, a[href^=javascript]")
                            .isEmpty(),
                    each);
        }
        assertTrue(page(editor, path).select(".ledger").text().contains("<script>alert(1)</script>"));
        assertTrue(Jsoup.parse(answer.body()).select("img").isEmpty());
        var source = editor.get(path + "/source");
        assertEquals(
                "text/plain;charset=utf-8",
                source.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                "nosniff", source.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertTrue(source.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .contains("default-src 'none'"));
        assertEquals(html, source.body());
    }

    @Test
    void nobody_sees_or_changes_an_import_of_another_edition() throws Exception {
        StoryId story = sent(browser(Grant.everywhere(Role.EDITOR)), "Secret of the quay");
        Browsing foreign = browser(new Grant(Role.CHIEF_EDITOR, french.value(), 0));
        assertFalse(page(foreign, "/newsroom/inbox").text().contains("Secret of the quay"));
        for (String each : List.of("", "/source", "/concepts/0")) {
            var answer = foreign.get(path(story) + each);
            assertEquals(404, answer.statusCode(), each);
            assertFalse(answer.body().contains("Secret of the quay"), each);
        }
        long before = database.read(sql -> StaffLog.head(sql).seq());
        for (String[] each : new String[][] {
            {"/taking", "whose", "me"},
            {"/discarding", "reason", "No"},
            {"/return", "x", "y"},
            {"/lines", "line", "0", "as", "paragraph"},
            {"/doubts", "all", "on"},
            {"/concepts/0", "wish", "drop"},
            {"/concepts/0", "wish", "kind", "kind", "event"},
        }) {
            String[] fields = java.util.Arrays.copyOfRange(each, 1, each.length);
            assertEquals(404, foreign.post(path(story) + each[0], fields).statusCode(), each[0]);
        }
        var bulk = foreign.post("/newsroom/desk/bulk", "act", "take_in", "story", "" + story.value(), "whose", "me");
        assertEquals(422, bulk.statusCode());
        assertFalse(bulk.body().contains("Secret of the quay"));
        long after = database.read(sql -> StaffLog.head(sql).seq());
        assertEquals(before, after);
        assertEquals(404, foreign.get("/newsroom/inbox/999999").statusCode());
        Browsing reader = browser(Grant.everywhere(Role.MODERATOR));
        assertTrue(page(reader, path(story)).select("main form").isEmpty(), "who only reads decides nothing");
    }

    private static HttpResponse<String> bulk(Browsing by, String act, String field, String value, StoryId... stories)
            throws Exception {
        List<String> fields = new ArrayList<>(List.of("act", act, field, value, "back", "/newsroom/inbox"));
        for (StoryId story : stories) {
            fields.addAll(List.of("story", Long.toString(story.value())));
        }
        return by.post("/newsroom/desk/bulk", fields.toArray(String[]::new));
    }

    private static HttpResponse<String> undo(Browsing by, HttpResponse<String> done) throws Exception {
        List<String> fields = new ArrayList<>(List.of("back", "/newsroom/inbox"));
        for (String step : Jsoup.parse(done.body()).select("[name=step]").eachAttr("value")) {
            fields.addAll(List.of("step", step));
        }
        return by.post("/newsroom/desk/bulk/undo", fields.toArray(String[]::new));
    }

    @Test
    void many_are_taken_in_or_discarded_at_once_and_it_is_taken_back() throws Exception {
        Browsing editor = browser(Grant.everywhere(Role.EDITOR));
        StoryId one = sent(editor, "Many one");
        StoryId two = sent(editor, "Many two");
        var taken = bulk(editor, "take_in", "whose", "me", one, two);
        assertEquals(200, taken.statusCode(), taken.body());
        assertEquals(Workflow.DRAFT, state(two));
        assertEquals(1, database.read(sql -> StoryStaff.of(sql, one)).size());
        assertEquals(200, undo(editor, taken).statusCode());
        assertEquals(Workflow.INCOMING, state(one));
        assertEquals(List.of(), database.read(sql -> StoryStaff.of(sql, one)));

        assertEquals(
                422,
                bulk(browser(Grant.everywhere(Role.REPORTER)), "discard", "reason", "Old", one)
                        .statusCode());
        var discarded = bulk(editor, "discard", "reason", "Old news", one, two);
        assertEquals(200, discarded.statusCode(), discarded.body());
        assertEquals(Workflow.DISCARDED, state(one));
        assertTrue(page(editor, "/newsroom/inbox?view=discarded").text().contains("Discarded: Old news"));
        assertFalse(page(editor, "/newsroom/inbox").text().contains("Many one"));
        assertEquals(200, undo(editor, discarded).statusCode());
        assertEquals(Workflow.INCOMING, state(two));
        bulk(editor, "discard", "reason", "Old news", one);
        assertEquals(200, bulk(editor, "bring_back", "whose", "", one).statusCode());
        assertEquals(Workflow.INCOMING, state(one));
        var gone = bulk(editor, "bring_back", "whose", "", one);
        assertEquals(422, gone.statusCode(), "it is back already");
    }

    @Test
    void what_is_wrong_with_a_reason_is_said_over_the_same_list_with_ticks_and_words() throws Exception {
        Browsing editor = browser(Grant.everywhere(Role.EDITOR));
        StoryId one = sent(editor, "Reason one");
        StoryId two = sent(editor, "Reason two");
        String back = "/newsroom/inbox?words=reason+two";
        String tooLong = "Old news. ".repeat(60);
        for (String[] each : new String[][] {{" ", "Say why it is discarded."}, {tooLong, "500"}}) {
            var refused = editor.post(
                    "/newsroom/desk/bulk",
                    "act",
                    "discard",
                    "reason",
                    each[0],
                    "back",
                    back,
                    "story",
                    "" + one.value(),
                    "story",
                    "" + two.value());
            assertEquals(422, refused.statusCode(), refused.body());
            Document again = Jsoup.parse(refused.body());
            assertTrue(again.select("#reason-wrong").text().contains(each[1]), again.text());
            assertEquals(each[0], again.select(".bulk [name=reason]").attr("value"));
            assertEquals("reason two", again.select(".filters [name=words]").attr("value"));
            assertEquals(
                    back, again.select(".bulk [name=back], form [name=back]").attr("value"));
            assertEquals(
                    java.util.Set.of("" + one.value(), "" + two.value()),
                    java.util.Set.copyOf(again.select("[name=story][checked]").eachAttr("value")),
                    "what is ticked stands there, whatever the list is narrowed to");
        }
        assertEquals(Workflow.INCOMING, state(one));
        var nothing = editor.post("/newsroom/desk/bulk", "act", "discard", "reason", "Old news", "back", back);
        assertEquals(422, nothing.statusCode());
        Document kept = Jsoup.parse(nothing.body());
        assertEquals("Old news", kept.select(".bulk [name=reason]").attr("value"));
        assertTrue(kept.select("[role=alert]").text().contains("Choose"), kept.text());
        var alone = editor.post(path(one) + "/discarding", "reason", tooLong);
        assertEquals(422, alone.statusCode());
        assertTrue(Jsoup.parse(alone.body())
                .select("details[open] #reason-wrong")
                .text()
                .contains("500"));
    }

    @Test
    void a_page_of_a_story_that_is_here_is_said_to_be_and_never_replaces_what_somebody_wrote() throws Exception {
        Browsing editor = browser(Grant.everywhere(Role.EDITOR));
        StoryId story = sent(editor, "Captured anew");
        editor.post(path(story) + "/taking", "whose", "me");
        String page = SentCaptures.page("Captured anew");
        var again = send(editor, Map.of("edition", "en"), "again.txt", bytes(page + "\nMore of it.\n"));
        assertEquals(200, again.statusCode());
        Document said = Jsoup.parse(again.body());
        assertTrue(said.select(".band .list").text().contains("It was here already"), said.text());
        assertFalse(said.select(".band .list").text().contains("It waits in the inbox"));
        assertEquals(path(story), said.select(".band .list a").attr("href"));

        StoryContent written = draft(story).withHeadline("Captured anew, and written");
        acts.perform(new press.rotative.story.acts.SaveDraft(Actor.OPERATOR, story, null, written));
        var french = Browsing.in(server, acts, "Maud", "fr", Grant.everywhere(Role.EDITOR));
        for (Browsing each : List.of(editor, french)) {
            var refused = send(each, Map.of("edition", "en"), "third.txt", bytes(page + "\nEven more of it.\n"));
            assertEquals(422, refused.statusCode());
            String words = Jsoup.parse(refused.body()).select(".band .list").text();
            assertTrue(
                    words.contains(
                            each == french ? "L’article de cette page est déjà là" : "The story of this page is here"),
                    words);
        }
        assertEquals("Captured anew, and written", draft(story).headline());
    }

    @Test
    void slow_senders_keep_nobody_out_and_one_person_sends_four_forms_at_once() throws Exception {
        Browsing slow = browser(Grant.everywhere(Role.EDITOR));
        Browsing other = browser(Grant.everywhere(Role.EDITOR));
        var held = new ArrayList<java.net.Socket>();
        try {
            for (int i = 0; i < 4; i++) {
                held.add(SentCaptures.begin(server, slow.cookies().get("rotative")));
            }
            int own = 0;
            for (int tries = 0; tries < 100 && own != 429; tries++) {
                for (int i = 0; i < held.size(); i++) {
                    if (held.get(i).getInputStream().available() > 0) { // it came while the fifth was on its way
                        held.get(i).close();
                        held.set(i, SentCaptures.begin(server, slow.cookies().get("rotative")));
                    }
                }
                own = send(slow, Map.of("edition", "en"), "a.txt", bytes(SentCaptures.page("Fifth " + tries)))
                        .statusCode();
            }
            assertEquals(429, own);
            var quick = send(other, Map.of("edition", "en"), "b.txt", bytes(SentCaptures.page("Not kept out")));
            assertEquals(200, quick.statusCode(), quick.body());
        } finally {
            for (java.net.Socket each : held) {
                each.close();
            }
        }
        int after = 0;
        for (int tries = 0; tries < 100 && after != 200; tries++) {
            Thread.sleep(50);
            after = send(slow, Map.of("edition", "en"), "c.txt", bytes(SentCaptures.page("Own again " + tries)))
                    .statusCode();
        }
        assertEquals(200, after, "who broke off may send again");
    }

    @Test
    void a_section_of_another_edition_is_told() throws Exception {
        Browsing editor = browser(Grant.everywhere(Role.EDITOR));
        var said = send(
                editor,
                Map.of("edition", "fr", "section", "" + port.value()),
                "a.txt",
                bytes(SentCaptures.page("Over to France")));
        assertEquals(200, said.statusCode(), said.body());
        String sentence = Jsoup.parse(said.body()).select(".band .list").text();
        assertTrue(sentence.contains("The chosen section is of another edition"), sentence);
    }

    @Test
    void a_kind_that_others_show_is_asked_about_before_it_changes() throws Exception {
        Browsing editor = browser(Grant.everywhere(Role.EDITOR));
        StoryId first = sent(editor, "Osterline first");
        editor.post(path(first) + "/taking", "whose", "");
        acts.perform(new press.rotative.story.acts.PublishStory(Actor.OPERATOR, first, null, null, true));
        StoryId second = sent(editor, "Osterline second");
        Document screen = page(editor, path(second));
        String place =
                screen.select(".conceptsx li:contains(Osterline)").attr("id").substring(1);
        assertTrue(
                screen.select("#c" + place).text().contains("Other public stor"),
                screen.select("#c" + place).text());
        String to =
                screen.select("#c" + place + " option[selected]").attr("value").equals("person") ? "place" : "person";
        var asked = editor.post(path(second) + "/concepts/" + place, "capture", "", "wish", "kind", "kind", to);
        assertEquals(422, asked.statusCode(), asked.body());
        assertTrue(asked.body().contains("Only here"), asked.body());
        var here = editor.post(path(second) + "/concepts/" + place, "capture", "", "wish", "here", "kind", to);
        assertEquals(303, here.statusCode(), here.body());
        assertTrue(page(editor, path(second)).select("#c" + place).text().contains("another concept"));
        Document other = page(editor, path(second) + "/concepts/" + place + "?q=harbours");
        String number = other.select("[name=other]").attr("value");
        var replaced =
                editor.post(path(second) + "/concepts/" + place, "capture", "", "wish", "other", "other", number);
        assertEquals(303, replaced.statusCode(), replaced.body());
        assertEquals(1, draft(second).concepts().size());
        assertEquals(
                422,
                editor.post(path(second) + "/concepts/" + place, "capture", "", "wish", "other")
                        .statusCode());
    }
}
