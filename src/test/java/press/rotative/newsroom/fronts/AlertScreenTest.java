package press.rotative.newsroom.fronts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.rotative.newsroom.Browsing;
import press.rotative.newsroom.OwnData;
import press.rotative.newsroom.StoriesOnDesk;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.publication.Acts;

/// The screen of an edition's alert, as a browser without scripts sends it, and what the public reads then.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertScreenTest {
    @Inject
    Acts acts;

    @TestHTTPResource("/")
    URI server;

    private StoriesOnDesk.Filed filed;
    private Browsing editor;
    private Browsing reader;
    private String path = "";

    @BeforeAll
    void stories() {
        filed = StoriesOnDesk.file(acts);
        editor = Browsing.in(server, acts, "Jane", "en", Grant.everywhere(Role.EDITOR));
        reader = new Browsing(server);
        path = "/newsroom/fronts/" + filed.edition().value() + "/alert";
    }

    private static Document page(Browsing browser, String address) throws Exception {
        var answer = browser.get(address);
        assertEquals(200, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body());
    }

    private static Document refused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body());
    }

    private static String in(long hours) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                .format(LocalDateTime.now(ZoneId.of("Europe/Paris")).plusHours(hours));
    }

    private String version() throws Exception {
        return page(editor, path).select("input[name=version]").attr("value");
    }

    @Test
    void a_public_story_is_shown_as_alert_over_every_page_and_taken_down() throws Exception {
        Document story = page(editor, "/newsroom/stories/" + filed.live().value());
        String offered = story.select("a[href*='/alert?story=']").attr("href");
        assertEquals(path + "?story=" + filed.live().value(), offered);
        Document form = page(editor, offered);
        String headline = form.select("#text").attr("value");
        assertEquals("#" + filed.live().value(), form.select("#story").attr("value"));
        HttpResponse<String> set = editor.post(
                path,
                "do",
                "set",
                "version",
                form.select("input[name=version]").attr("value"),
                "text",
                headline,
                "story",
                form.select("#story").attr("value"),
                "until",
                form.select("#until").attr("value"));
        assertEquals(303, set.statusCode(), set.body());
        assertTrue(page(editor, Browsing.onTo(set)).text().contains("The alert stands over every page"));
        for (String address : List.of("/fr/", "/fr/port", "/fr/search?q=port")) {
            assertEquals(
                    headline, page(reader, address).select("aside p.alert a").text(), address);
        }
        assertEquals(
                headline,
                page(editor, "/newsroom/fronts")
                        .select("a[href='" + path + "'] ~ span bdi")
                        .text());
        HttpResponse<String> down = editor.post(path, "do", "down", "version", version());
        assertEquals(303, down.statusCode(), down.body());
        assertNull(page(reader, "/fr/").selectFirst("aside p.alert"));
    }

    @Test
    void what_is_refused_stands_at_its_field_with_all_that_was_typed() throws Exception {
        Document past = refused(
                422,
                editor.post(path, "do", "set", "version", version(), "text", "Storm", "story", "", "until", in(-1)));
        assertNotNull(past.selectFirst("#until-wrong"));
        assertEquals("Storm", past.select("#text").attr("value"));
        Document far = refused(
                422,
                editor.post(path, "do", "set", "version", version(), "text", "Storm", "story", "", "until", in(200)));
        assertTrue(far.select("#until-wrong").text().contains("7 days"), far.text());
        Document unknown = refused(
                422,
                editor.post(
                        path, "do", "set", "version", version(), "text", "Storm", "story", "#99999", "until", in(1)));
        assertTrue(unknown.select("#story-wrong").text().contains("no story"), unknown.text());
        Document draft = refused(
                422,
                editor.post(
                        path,
                        "do",
                        "set",
                        "version",
                        version(),
                        "text",
                        "Storm",
                        "story",
                        "#" + filed.planned().value(),
                        "until",
                        in(1)));
        assertTrue(draft.select("#story-wrong").text().contains("Publish it first"), draft.text());
        Document empty = refused(
                422, editor.post(path, "do", "set", "version", version(), "text", " ", "story", "", "until", in(1)));
        assertNotNull(empty.selectFirst("#text-wrong"));
        assertNotNull(refused(
                        422,
                        editor.post(path, "do", "set", "version", version(), "text", "x", "story", "", "until", "soon"))
                .selectFirst("#until-wrong"));
    }

    @Test
    void two_at_once_overwrite_nothing() throws Exception {
        String seen = version();
        assertEquals(
                303,
                editor.post(path, "do", "set", "version", seen, "text", "First", "story", "", "until", in(2))
                        .statusCode());
        Document late = refused(
                412, editor.post(path, "do", "set", "version", seen, "text", "Second", "story", "", "until", in(2)));
        assertTrue(late.text().contains("First"), late.text());
        assertEquals("Second", late.select("#text").attr("value"));
        assertEquals(
                "First", page(reader, "/fr/").select("aside p.alert").first().ownText());
        assertEquals(
                303,
                editor.post(
                                path,
                                "do",
                                "set",
                                "version",
                                late.select("input[name=version]").attr("value"),
                                "text",
                                "Second",
                                "story",
                                "",
                                "until",
                                in(2))
                        .statusCode(),
                "seen, it may be replaced");
        editor.post(path, "do", "down", "version", version());
    }
}
