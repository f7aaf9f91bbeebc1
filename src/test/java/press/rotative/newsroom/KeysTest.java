package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.publication.Acts;

/// Keys of programs, made and revoked on screen, and what they open.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysTest {
    private static final String KEYS = "/newsroom/keys";

    @Inject
    Acts acts;

    @TestHTTPResource("/")
    URI server;

    private StoriesOnDesk.Filed filed;
    private Browsing administrator;

    @BeforeAll
    void anAdministrator() {
        filed = StoriesOnDesk.file(acts);
        administrator = browser(Grant.everywhere(Role.ADMINISTRATOR));
    }

    private Browsing browser(Grant grant) {
        return Browsing.in(server, acts, "Jane", "en", grant);
    }

    /// @return the secret
    private String make(String label, String role, String place) throws Exception {
        var answer = administrator.post(KEYS, "once", once(), "label", label, "role", role, "place", place);
        assertEquals(200, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body()).getElementById("link").text();
    }

    private String once() throws Exception {
        return list().select("[name=once]").val();
    }

    private int api(String method, String path, String secret, String body) throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                    .header("Authorization", "Bearer " + secret)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private Document list() throws Exception {
        return Jsoup.parse(administrator.get(KEYS).body());
    }

    @Test
    void a_key_opens_what_its_rights_open_until_it_is_revoked() throws Exception {
        String secret = make("Weather service", "chief-editor", filed.edition().value() + "/0");
        assertTrue(secret.startsWith("rot_"), secret);
        assertEquals(200, api("GET", "/editions", secret, ""));
        assertEquals(201, api("POST", "/editions/fr/sections", secret, "{\"name\": \"Ciel\"}"));
        assertEquals(403, api("POST", "/editions/ar/sections", secret, "{\"name\": \"Ciel\"}"));
        Document page = list();
        assertFalse(page.html().contains(secret));
        var line = page.select("ul.list li:contains(Weather service)");
        assertEquals(
                List.of("Chief editor (Le Phare)"), line.select(".chips span").eachText());
        String revocation = line.select("a").attr("href");
        Document question = Jsoup.parse(administrator.get(revocation).body());
        assertEquals(revocation, question.select("main form").attr("action"));
        assertTrue(question.select("main").text().contains("Weather service"));
        assertEquals(200, api("GET", "/editions", secret, ""), "asking changes nothing");
        assertEquals(KEYS + "?done=key.revoked", Browsing.onTo(administrator.post(revocation)));
        assertEquals(401, api("GET", "/editions", secret, ""));
        assertTrue(list().select("ul.list li:contains(Weather service)").text().contains("revoked"));
        assertEquals(404, administrator.get(revocation).statusCode());
        assertEquals(409, administrator.post(revocation).statusCode());
        String journal = Jsoup.parse(
                        administrator.get("/newsroom/journal?kind=people").body())
                .text();
        assertTrue(journal.contains("made a key") && journal.contains("revoked a key"), journal);
    }

    @Test
    void a_key_needs_a_name_and_a_role_and_what_was_typed_stays() throws Exception {
        var nameless = administrator.post(KEYS, "once", once(), "label", " ", "role", "editor", "place", "0/0");
        assertEquals(422, nameless.statusCode());
        Document page = Jsoup.parse(nameless.body());
        assertEquals("true", page.getElementById("label").attr("aria-invalid"));
        assertEquals(
                "editor", page.select("[name=role] option[selected]").first().val());
        var roleless = administrator.post(KEYS, "once", once(), "label", "Feed reader", "role", "", "place", "0/0");
        assertEquals(422, roleless.statusCode());
        assertEquals(
                "Feed reader",
                Jsoup.parse(roleless.body()).getElementById("label").val());
        assertFalse(list().text().contains("Feed reader"));
    }

    @Test
    void a_form_makes_one_key_and_only_for_whom_it_was_shown() throws Exception {
        String[] form = {"once", once(), "label", "Twice", "role", "reporter", "place", "0/0"};
        assertEquals(200, administrator.post(KEYS, form).statusCode());
        var again = administrator.post(KEYS, form);
        assertEquals(409, again.statusCode());
        assertTrue(Jsoup.parse(again.body()).select("[role=alert]").text().contains("sent already"));
        assertEquals(
                409,
                browser(Grant.everywhere(Role.ADMINISTRATOR)).post(KEYS, form).statusCode());
        form[1] = "";
        var without = administrator.post(KEYS, form);
        assertEquals(409, without.statusCode());
        assertEquals(
                "Twice", Jsoup.parse(without.body()).getElementById("label").val());
        assertEquals(1, list().select("ul.list li:contains(Twice)").size());
    }

    @Test
    void only_administrators_see_them_and_the_list_goes_on() throws Exception {
        assertEquals(403, browser(Grant.everywhere(Role.CHIEF_EDITOR)).get(KEYS).statusCode());
        for (int i = 0; i < 101; i++) {
            make("Key " + i, "reporter", "0/0");
        }
        Document first = list();
        assertEquals(100, first.select("ul.list li").size());
        Document second = Jsoup.parse(administrator
                .get(first.select("main a.btn[href*=before]").attr("href"))
                .body());
        assertTrue(second.select("ul.list li").size() >= 1);
        assertTrue(second.text().contains("Key 0"));
    }
}
