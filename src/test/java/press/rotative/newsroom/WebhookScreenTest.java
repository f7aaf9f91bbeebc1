package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.people.Actor;
import press.rotative.people.ApiKeys;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.acts.CreateKey;
import press.rotative.people.signin.Arrivals;
import press.rotative.publication.Acts;
import press.rotative.story.EditionId;
import press.rotative.story.StoryJson;
import press.rotative.webhooks.Receiver;

/// The screens and the API of the webhooks, with a program on this machine that is told.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = MailBox.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = OwnMachine.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookScreenTest {
    private static final String HOOKS = "/newsroom/webhooks";

    @Inject
    Acts acts;

    @Inject
    Press press;

    @TestHTTPResource("/")
    URI server;

    private final Receiver receiver = new Receiver();
    private EditionId edition;
    private Browsing administrator;

    @BeforeAll
    void anAdministrator() {
        edition = Cast.lePhare(press);
        long maud =
                Arrivals.join(acts, "Maud", "maud@lephare.example", "fr", Set.of(Grant.everywhere(Role.ADMINISTRATOR)));
        administrator = Browsing.in(server, acts, maud);
        administrator.with("Accept-Language", "en");
    }

    @AfterAll
    void end() {
        receiver.close();
    }

    private Document page(String path) throws Exception {
        var answer = administrator.get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body());
    }

    private record Made(String path, String secret) {}

    private Made make(String name, String at) throws Exception {
        String once = page(HOOKS + "/new").select("[name=once]").val();
        var answer = administrator.post(
                HOOKS + "/new",
                "once",
                once,
                "name",
                name,
                "address",
                receiver.address(at),
                "events",
                "story.published",
                "events",
                "story.killed");
        assertEquals(200, answer.statusCode(), answer.body());
        Document shown = Jsoup.parse(answer.body());
        return new Made(
                shown.select("main a.btn").attr("href"),
                shown.getElementById("secret").text());
    }

    private Document awaited(String path, String text) throws Exception {
        for (int i = 0; i < 300; i++) {
            Document page = page(path);
            if (page.text().contains(text)) {
                return page;
            }
            Thread.sleep(20);
        }
        throw new AssertionError(text + " never came: " + page(path).text());
    }

    @Test
    void a_webhook_is_added_told_tried_and_removed() throws Exception {
        assertTrue(page(HOOKS + "/new").select("[name=events][checked]").size() >= 10);
        Made made = make("Archive", "/archive");
        assertTrue(made.secret().startsWith("whsec_"), made.secret());
        Cast.published(press, edition, Cast.brief("Le bateau est rentré", "Texte."));
        Receiver.Got got = receiver.at("/archive", 1).getFirst();
        assertTrue(got.signedWith(made.secret()));
        assertTrue(got.json().at("/data/story/url").asText().startsWith("http://"), got.body());
        Document page = awaited(made.path(), "204");
        assertFalse(page.html().contains(made.secret()), "a secret is shown once");
        assertEquals(made.path() + "?done=webhook.sent", Browsing.onTo(administrator.post(made.path() + "/test")));
        receiver.conduct("/archive", Receiver.status(500, "<script>alert(1)</script>"));
        String again = page(made.path()).select("ol.list form").last().attr("action");
        assertEquals(made.path() + "?done=webhook.unsent", Browsing.onTo(administrator.post(again)));
        Document failed = page(made.path());
        assertTrue(failed.select("ol.list code").eachText().contains("<script>alert(1)</script>"));
        assertEquals(0, failed.select("ol.list script").size());
        Document question = page(made.path() + "/removal");
        assertEquals(made.path() + "/removal", question.select("main form").attr("action"));
        assertEquals(HOOKS + "?done=webhook.removed", Browsing.onTo(administrator.post(made.path() + "/removal")));
        assertEquals(404, administrator.get(made.path()).statusCode());
        String journal = page("/newsroom/journal?kind=webhooks").text();
        assertTrue(journal.contains("a ajouté un webhook") && journal.contains("a supprimé un webhook"), journal);
    }

    @Test
    void a_form_is_taken_once_and_what_is_wrong_stands_at_its_field() throws Exception {
        String once = page(HOOKS + "/new").select("[name=once]").val();
        var wrong = administrator.post(
                HOOKS + "/new",
                "once",
                once,
                "name",
                "Two",
                "address",
                "http://example.org/",
                "events",
                "story.killed");
        assertEquals(422, wrong.statusCode());
        Document page = Jsoup.parse(wrong.body());
        assertEquals("true", page.getElementById("address").attr("aria-invalid"));
        assertEquals("Two", page.getElementById("name").val());
        var eventless =
                administrator.post(HOOKS + "/new", "once", once, "name", "Two", "address", receiver.address("/two"));
        assertEquals(422, eventless.statusCode());
        assertTrue(Jsoup.parse(eventless.body()).getElementById("events-wrong") != null);
        String[] good = {"once", once, "name", "Two", "address", receiver.address("/two"), "events", "story.killed"};
        assertEquals(200, administrator.post(HOOKS + "/new", good).statusCode());
        assertEquals(409, administrator.post(HOOKS + "/new", good).statusCode());
        good[1] = "made-up";
        assertEquals(409, administrator.post(HOOKS + "/new", good).statusCode());
        assertEquals(1, page(HOOKS).select("ul.list li:contains(Two)").size());
    }

    @Test
    void who_is_late_overwrites_nothing_and_a_secret_is_changed_without_a_gap() throws Exception {
        Made made = make("Slow", "/slow");
        Document seen = page(made.path());
        String version = seen.select("[name=version]").val();
        String[] change = {
            "version", version, "name", "Slower", "address", receiver.address("/slow"), "events", "story.killed"
        };
        assertEquals(made.path() + "?done=saved", Browsing.onTo(administrator.post(made.path(), change)));
        var late = administrator.post(made.path(), lateOf(seen, "Late"));
        assertEquals(412, late.statusCode());
        assertEquals("Slower", page(made.path()).getElementById("name").val());
        Document shown = Jsoup.parse(late.body());
        assertEquals("Late", shown.getElementById("name").val());
        assertEquals(
                "true", shown.getElementById("name").attr("aria-invalid"), "what the other wrote stands beside it");
        assertTrue(shown.select("form:has(#name)").text().contains("Slower"), shown.text());
        assertEquals(
                List.of("story.killed"),
                shown.select("[name=events][checked]").eachAttr("value"),
                "what the late one left alone is as it stands now");
        assertEquals(
                made.path() + "?done=saved", Browsing.onTo(administrator.post(made.path(), lateOf(shown, "Late"))));
        Document rotated =
                Jsoup.parse(administrator.post(made.path() + "/secret").body());
        String fresh = rotated.getElementById("secret").text();
        administrator.post(made.path() + "/test");
        Receiver.Got got = receiver.at("/slow", 1).getFirst();
        assertTrue(got.signedWith(fresh) && got.signedWith(made.secret()));
        assertEquals(made.path() + "?done=webhook.paused", Browsing.onTo(administrator.post(made.path() + "/pause")));
        assertEquals(409, administrator.post(made.path() + "/pause").statusCode());
        assertEquals(
                made.path() + "?done=webhook.resumed",
                Browsing.onTo(administrator.post(made.path() + "/resumption", "skip", "on")));
    }

    /// What a browser sends of the form on a page, with another name.
    private static String[] lateOf(Document page, String name) {
        page.getElementById("name").val(name);
        return ((FormElement) page.getElementById("name").closest("form"))
                .formData().stream()
                        .flatMap(each -> Stream.of(each.key(), each.value()))
                        .toArray(String[]::new);
    }

    @Test
    void one_that_is_gone_alarms_the_administrators_by_mail_on_screen_and_in_health() throws Exception {
        Made made = make("Partner", "/partner");
        receiver.conduct("/partner", Receiver.status(410, ""));
        Cast.published(press, edition, Cast.brief("Le bateau est parti", "Texte."));
        receiver.at("/partner", 1);
        var mail = MailBox.mail(1);
        assertEquals("maud@lephare.example", mail.getAllRecipients()[0].toString());
        assertTrue(mail.getSubject().contains("Partner"), mail.getSubject());
        assertEquals(made.path(), MailBox.link(mail));
        awaited("/newsroom/account", "Un webhook ne reçoit plus rien.");
        JsonNode health = StoryJson.MAPPER.readTree(server.resolve("/health").toURL());
        assertEquals(1, health.at("/webhooks/stopped").asInt(), health.toString());
        assertTrue(health.get("alarms").toString().contains("Webhooks are not delivered to any more"));
        administrator.post(made.path() + "/pause");
        assertFalse(page("/newsroom/account").text().contains("ne reçoit plus rien"));
    }

    @Test
    void keys_of_administrators_manage_them_by_the_api() throws Exception {
        String key = ApiKeys.newSecret(new SecureRandom());
        acts.perform(new CreateKey(Actor.OPERATOR, "Automation", Set.of(Grant.everywhere(Role.ADMINISTRATOR)), key));
        String body = "{\"name\": \"App\", \"address\": \"" + receiver.address("/app")
                + "\", \"events\": [\"story.published\"], \"editions\": [\"fr\"]}";
        JsonNode made = api("POST", "/webhooks", key, body, 201);
        String self = made.get("self").asText().replace("/api/v1", "");
        JsonNode test = api("POST", self + "/tests", key, "", 200);
        assertTrue(test.get("arrived").asBoolean());
        assertTrue(
                receiver.at("/app", 1).getFirst().signedWith(made.get("secret").asText()));
        JsonNode one = api("GET", self, key, "", 200);
        assertEquals("active", one.get("state").asText());
        assertEquals(List.of("fr"), List.of(one.get("editions").get(0).asText()));
        assertFalse(one.has("secret"));
        assertEquals(
                "paused", api("PUT", self + "/pause", key, "", 200).get("state").asText());
        assertEquals(
                "active",
                api("DELETE", self + "/pause?skip=true", key, "", 200)
                        .get("state")
                        .asText());
        String old = made.get("secret").asText();
        assertFalse(api("POST", self + "/secret", key, "", 200)
                .get("secret")
                .asText()
                .equals(old));
        String delivery =
                api("GET", self + "/deliveries", key, "", 200).at("/items/0/id").asText();
        assertEquals(
                "test",
                api("POST", self + "/deliveries/" + delivery + "/again", key, "", 200)
                        .get("cause")
                        .asText());
        api("PUT", self, key, "{\"name\": \"App\", \"address\": \"http://example.org\"}", 400);
        api("PUT", self, key, body.replace("[\"fr\"]", "[null]"), 400);
        api("PUT", self, key, body.replace("[\"story.published\"]", "[null]"), 400);
        api("DELETE", self, key, "", 200);
        api("GET", self, key, "", 404);
    }

    private JsonNode api(String method, String path, String key, String body, int status) throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(
                    HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                            .header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(status, answer.statusCode(), answer.body());
            return StoryJson.MAPPER.readTree(answer.body());
        }
    }
}
