package press.rotative.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.rotative.people.Actor;
import press.rotative.people.ApiKeys;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.acts.CreateKey;
import press.rotative.platform.Bodies;
import press.rotative.publication.Acts;
import press.rotative.story.StoryJson;

/// The API over HTTP, on a real server with a real database.
@QuarkusTest
@QuarkusTestResource(value = ApiTest.DataDirectory.class, restrictToAnnotatedClass = true)
class ApiTest {

    /// A data directory of its own.
    public static final class DataDirectory implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try {
                Path data = Files.createTempDirectory("rotative-api");
                System.setProperty("rotative.data", data.toString());
                return Map.of();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            System.clearProperty("rotative.data");
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Inject
    Acts acts;

    @TestHTTPResource("/")
    URI server;

    private String chief = "";
    private String reporter = "";
    private String edition = "";
    private long section;
    private long author;

    @BeforeEach
    void newsroom() throws Exception {
        chief = key(Role.ADMINISTRATOR);
        reporter = key(Role.REPORTER);
        edition = "e" + UUID.randomUUID().toString().substring(0, 8);
        assertEquals(
                201, send(chief, "POST", "/editions", """
                        {"code": "%s", "language": "fr", "name": "Le Phare", "timeZone": "Europe/Paris"}""".formatted(edition)).statusCode());
        section = tree(send(chief, "POST", "/editions/" + edition + "/sections", "{\"name\": \"Port\"}"))
                .get("id")
                .asLong();
        author = tree(send(chief, "POST", "/authors", "{\"name\": \"Une Plume\"}"))
                .get("id")
                .asLong();
    }

    @Test
    void two_writers_save_into_one_draft_and_lose_nothing() throws Exception {
        String story =
                create(reporter).headers().firstValue("Location").orElseThrow().replaceFirst(".*/api/v1", "");
        JsonNode opened = tree(send(reporter, "GET", story + "/standing", null));
        assertTrue(opened.get("whole").asBoolean());
        String block = "block:" + opened.at("/parts/order/0").asText();
        String before = opened.get("parts").get(block).toString();
        String text = opened.get("parts").get(block).get("text").asText();
        String save = """
                {"key": "%s", "seen": "%s", "changes": [{"part": "%s", "base": %s, "mine": %s}]}""";
        String tag = opened.get("tag").asText();
        String first = save.formatted("save-one-1", tag, block, before, before.replace(text, "Enfin. " + text));
        assertEquals(200, send(reporter, "POST", story + "/saves", first).statusCode());
        JsonNode again = tree(send(reporter, "POST", story + "/saves", first));
        assertEquals("Enfin. " + text, again.get("parts").get(block).get("text").asText());
        JsonNode second = tree(send(
                chief,
                "POST",
                story + "/saves",
                save.formatted("save-two-1", tag, block, before, before.replace(text, text + " Bien."))));
        assertEquals(
                "Enfin. " + text + " Bien.",
                second.get("parts").get(block).get("text").asText());
        assertEquals(0, second.get("conflicts").size());

        String headline = opened.get("parts").get("headline").asText();
        String change = """
                {"key": "%s", "seen": "%s", "changes": [{"part": "headline", "base": "%s", "mine": "%s"}]}""";
        send(reporter, "POST", story + "/saves", change.formatted("save-one-2", tag, headline, "À quai"));
        JsonNode both =
                tree(send(chief, "POST", story + "/saves", change.formatted("save-two-2", tag, headline, "En mer")));
        assertEquals("À quai", both.at("/parts/headline").asText());
        assertEquals("En mer", both.at("/conflicts/0/mine").asText());
        String decision = story + "/conflicts/" + both.at("/conflicts/0/id").asLong() + "/decision";
        assertTrue(tree(send(chief, "POST", decision, "")).get("decided").asBoolean());
        assertFalse(tree(send(chief, "POST", decision, "")).get("decided").asBoolean());

        String name = "{\"name\": \"Avant relecture\", \"key\": \"name-0001\"}";
        assertEquals(
                "Avant relecture",
                tree(send(chief, "POST", story + "/journal", name))
                        .at("/items/0/name")
                        .asText());
        long number = tree(send(chief, "GET", story + "/journal", null))
                .at("/items/0/number")
                .asLong();
        assertEquals(
                "À quai",
                tree(send(reporter, "GET", story + "/journal/" + number, null))
                        .get("headline")
                        .asText());
        problem(400, send(chief, "POST", story + "/saves", "{\"key\": \"short\", \"changes\": []}"));
        problem(400, send(chief, "POST", story + "/saves", "{\"changes\": [{\"part\": \"body\"}]}"));
        problem(404, send(key(Role.CONTRIBUTOR), "GET", story + "/standing", null));
    }

    @Test
    void a_story_goes_its_whole_way_from_draft_to_kill() throws Exception {
        var created = create(reporter);
        assertEquals(201, created.statusCode());
        String story = created.headers().firstValue("Location").orElseThrow().replaceFirst(".*/api/v1", "");
        assertEquals(403, send(reporter, "POST", story + "/publication", "").statusCode());
        assertEquals("usable", state(send(chief, "POST", story + "/publication", "")));
        problem(422, send(chief, "POST", story + "/publication", "{\"note\": \"again\"}"));

        var read = send(reporter, "GET", story, null);
        String block = tree(read).at("/live/body/0/id").asText();
        assertFalse(block.isEmpty());
        String changed = content("Le bateau est rentré", "\"id\": \"" + block + "\", ");
        var saved = send(reporter, "PUT", story, changed, "If-Match", tag(read));
        assertEquals(200, saved.statusCode(), saved.body());
        assertEquals(
                2,
                tree(send(chief, "POST", story + "/publication", "{\"note\": \"nouveau\"}"))
                        .get("liveVersion")
                        .asInt());
        assertEquals(
                block,
                tree(send(reporter, "GET", story, null)).at("/live/body/0/id").asText());
        assertEquals(
                3,
                tree(send(chief, "POST", story + "/correction", "{\"note\": \"Le nom était faux.\"}"))
                        .get("liveVersion")
                        .asInt());
        problem(400, send(chief, "POST", story + "/correction", "{}"));

        String withhold = "{\"kind\": \"withhold\", \"reason\": \"doubt\"}";
        problem(403, send(reporter, "POST", story + "/withdrawal", withhold));
        assertEquals("withheld", state(send(chief, "POST", story + "/withdrawal", withhold)));
        problem(409, send(chief, "POST", story + "/withdrawal", withhold));
        assertEquals("usable", state(send(chief, "DELETE", story + "/withdrawal", null)));
        String closure = story + "/versions/1/closure";
        problem(400, send(chief, "PUT", closure, "{}"));
        problem(403, send(reporter, "PUT", closure, "{\"reason\": \"names a child\"}"));
        assertEquals(
                200,
                send(chief, "PUT", closure, "{\"reason\": \"names a child\"}").statusCode());
        assertTrue(
                tree(send(chief, "GET", story, null)).at("/versions/0/closed").asBoolean());
        assertEquals(200, send(chief, "DELETE", closure, null).statusCode());
        assertFalse(
                tree(send(chief, "GET", story, null)).at("/versions/0/closed").asBoolean());
        problem(409, send(chief, "DELETE", story + "/versions/3", "{\"reason\": \"court\"}"));
        assertEquals(
                200,
                send(chief, "DELETE", story + "/versions/1", "{\"reason\": \"court\"}")
                        .statusCode());
        assertTrue(tree(send(chief, "GET", story, null))
                .at("/versions/0/destroyed")
                .asBoolean());
        String kill = "{\"kind\": \"kill\", \"reason\": \"false\", \"notice\": \"Retiré.\"}";
        assertEquals("canceled", state(send(chief, "POST", story + "/withdrawal", kill)));
        problem(409, send(chief, "DELETE", story + "/withdrawal", null));
        problem(409, send(chief, "POST", story + "/withdrawal", kill));
    }

    @Test
    void a_translation_is_begun_linked_confirmed_and_taken_away_with_its_original() throws Exception {
        String other = "x" + UUID.randomUUID().toString().substring(0, 8);
        assertEquals(201, send(chief, "POST", "/editions", """
                        {"code": "%s", "language": "en", "name": "The Beacon", "timeZone": "Europe/Paris"}""".formatted(other)).statusCode());
        String original =
                create(reporter).headers().firstValue("Location").orElseThrow().replaceFirst(".*/api/v1", "");
        String number = original.replaceFirst(".*/", "");
        assertEquals("usable", state(send(chief, "POST", original + "/publication", "")));
        problem(400, send(reporter, "POST", original + "/translations", "{}"));
        problem(404, send(reporter, "POST", original + "/translations", "{\"edition\": \"nowhere\"}"));
        var begun = send(reporter, "POST", original + "/translations", "{\"edition\": \"" + other + "\"}");
        assertEquals(201, begun.statusCode(), begun.body());
        String translation =
                begun.headers().firstValue("Location").orElseThrow().replaceFirst(".*/api/v1", "");
        JsonNode laidOut = tree(send(reporter, "GET", translation, null)).at("/draft/content");
        assertEquals(tree(send(reporter, "GET", original, null)).at("/live/body/0/id"), laidOut.at("/body/0/id"));
        assertEquals(number, laidOut.at("/translatedFrom/story").asText());
        problem(409, send(reporter, "POST", original + "/translations", "{\"edition\": \"" + other + "\"}"));

        assertEquals(
                2,
                tree(send(chief, "POST", original + "/correction", "{\"note\": \"Une date.\"}"))
                        .get("liveVersion")
                        .asInt());
        JsonNode behind =
                tree(send(reporter, "GET", original + "/family", null)).at("/items/1/behind");
        assertEquals("{\"from\":1,\"now\":2,\"killed\":false}", behind.toString());
        String now = "{\"story\": " + number + ", \"version\": 2}";
        assertEquals(200, send(reporter, "PUT", translation + "/original", now).statusCode());
        assertTrue(tree(send(reporter, "GET", original + "/family", null))
                .at("/items/1/behind")
                .isMissingNode());
        String itself = "{\"story\": " + number + "}";
        problem(403, send(reporter, "PUT", original + "/original", itself));
        problem(409, send(chief, "PUT", original + "/original", itself));
        assertEquals(
                200, send(reporter, "DELETE", translation + "/original", null).statusCode());
        problem(409, send(reporter, "DELETE", translation + "/original", null));
        assertEquals(200, send(reporter, "PUT", translation + "/original", now).statusCode());

        String kill = "{\"kind\": \"kill\", \"reason\": \"false\", \"seen\": [" + number
                + "], \"members\": [{\"story\": " + number + ", \"notice\": \"Retiré.\"}]}";
        problem(403, send(reporter, "POST", original + "/family/withdrawal", kill));
        problem(400, send(chief, "POST", original + "/family/withdrawal", "{\"kind\": \"kill\", \"reason\": \"x\"}"));
        for (String nobody : List.of("\"members\": [null]", "\"members\": [{}]", "\"seen\": [null], \"members\": []")) {
            String body = "{\"kind\": \"withhold\", \"reason\": \"x\", " + nobody + "}";
            problem(400, send(chief, "POST", original + "/family/withdrawal", body));
        }
        JsonNode killed = tree(send(chief, "POST", original + "/family/withdrawal", kill));
        assertEquals("canceled", killed.at("/items/0/pubStatus").asText(), killed::toString);
    }

    @Test
    void nobody_without_a_known_key_is_answered() throws Exception {
        for (String key : new String[] {"", "rot_unknown"}) {
            var answer = send(key, "GET", "/stories", null);
            problem(401, answer);
            assertTrue(answer.headers()
                    .firstValue("WWW-Authenticate")
                    .orElseThrow()
                    .startsWith("Bearer"));
        }
        problem(401, send("", "POST", "/stories", "{}"));
    }

    @Test
    void a_draft_is_written_only_over_the_one_that_was_read() throws Exception {
        var created = create(reporter);
        String story = tree(created).get("self").asText().replace("/api/v1", "");
        problem(428, send(reporter, "PUT", story, content("Un autre", "")));
        problem(412, send(reporter, "PUT", story, content("Un autre", ""), "If-Match", "\"v0-d7\""));
        var saved = send(reporter, "PUT", story, content("Un autre", ""), "If-Match", tag(created));
        assertEquals(200, saved.statusCode(), saved.body());
        problem(412, send(reporter, "PUT", story, content("Trop tard", ""), "If-Match", tag(created)));
        problem(412, send(chief, "POST", story + "/publication", "", "If-Match", tag(created)));
    }

    @Test
    void a_request_with_the_same_idempotency_key_is_done_once() throws Exception {
        String body = story("Une fois", "");
        var first = send(reporter, "POST", "/stories", body, "Idempotency-Key", "one");
        var again = send(reporter, "POST", "/stories", body, "Idempotency-Key", "one");
        assertEquals(201, again.statusCode());
        assertEquals(first.body(), again.body());
        assertEquals(tag(first), tag(again));
        assertEquals(first.headers().firstValue("Location"), again.headers().firstValue("Location"));
        problem(422, send(reporter, "POST", "/stories", story("Autre", ""), "Idempotency-Key", "one"));
        assertFalse(first.body()
                .equals(send(chief, "POST", "/stories", body, "Idempotency-Key", "one")
                        .body()));
    }

    @Test
    void unknown_and_doubled_block_ids_are_refused() throws Exception {
        problem(400, send(reporter, "POST", "/stories", story("Inconnu", "\"id\": \"zzz\", ")));
        String twice = "{\"type\": \"paragraph\", \"id\": \"a\", \"text\": \"Un.\"}";
        var answer = send(reporter, "POST", "/stories", """
                {"edition": "%s", "content": {"headline": "Deux", "body": [%s, %s]}}""".formatted(edition, twice, twice));
        problem(400, answer);
        assertTrue(tree(answer).get("detail").asText().contains("twice"), answer.body());
        problem(400, send(reporter, "POST", "/stories", "{\"edition\": \"" + edition + "\", \"contents\": {}}"));
        problem(400, send(reporter, "POST", "/stories", "{"));
    }

    @Test
    void what_is_missing_for_publication_is_listed() throws Exception {
        var created = send(
                reporter,
                "POST",
                "/stories",
                "{\"edition\": \"" + edition + "\", \"content\": {\"headline\": \"Nu\"}}");
        String story = tree(created).get("self").asText().replace("/api/v1", "");
        var refused = send(chief, "POST", story + "/publication", "");
        problem(422, refused);
        assertTrue(tree(refused).get("reasons").size() > 1, refused.body());
    }

    @Test
    void the_list_goes_on_after_a_number_of_the_log() throws Exception {
        long since = tree(send(reporter, "GET", "/stories?since=0&limit=1", null))
                .get("number")
                .asLong();
        String story = tree(create(reporter)).get("self").asText().replace("/api/v1", "");
        assertEquals(200, send(chief, "POST", story + "/publication", "").statusCode());
        var page = tree(send(reporter, "GET", "/stories?limit=100&since=" + since, null));
        assertEquals("published", page.at("/items/0/act").asText());
        assertEquals("/api/v1" + story, page.at("/items/0/story/self").asText());
        assertFalse(page.get("more").asBoolean());
        problem(400, send(reporter, "GET", "/stories?limit=101", null));
    }

    @Test
    void sections_concepts_authors_and_pictures_are_made_and_renamed() throws Exception {
        assertEquals(
                "quai",
                tree(send(chief, "PUT", "/sections/" + section, "{\"name\": \"Quai\", \"slug\": \"quai\"}"))
                        .get("slug")
                        .asText());
        var concept = send(chief, "POST", "/concepts", "{\"kind\": \"place\", \"labels\": {\"fr\": \"Le Havre\"}}");
        assertEquals(201, concept.statusCode(), concept.body());
        String address = tree(concept).get("self").asText().replace("/api/v1", "");
        var renamed = send(chief, "PUT", address, "{\"labels\": {\"ar\": \"لوهافر\"}}", "If-Match", tag(concept));
        assertEquals(2, tree(renamed).get("labels").size(), renamed.body());
        problem(412, send(chief, "PUT", address, "{\"labels\": {\"fr\": \"Havre\"}}", "If-Match", tag(concept)));
        var other = send(chief, "POST", "/concepts", "{\"kind\": \"place\", \"labels\": {\"fr\": \"Grand port\"}}");
        String otherAddress = tree(other).get("self").asText().replace("/api/v1", "");
        problem(400, send(chief, "POST", otherAddress + "/merge", "{\"into\": -1}"));
        String into = "{\"into\": " + address.substring(address.lastIndexOf('/') + 1) + "}";
        assertEquals(200, send(chief, "POST", otherAddress + "/merge", into).statusCode());
        problem(410, send(chief, "PUT", otherAddress, "{\"labels\": {\"fr\": \"Havre\"}}"));
        assertEquals(
                "Deux",
                tree(send(chief, "PUT", "/authors/" + author, "{\"name\": \"Deux\"}"))
                        .get("name")
                        .asText());
        var picture = send(chief, "POST", "/pictures", "{\"caption\": \"Le port\"}");
        assertEquals(201, picture.statusCode(), picture.body());
        String pictureAddress = tree(picture).get("self").asText().replace("/api/v1", "");
        assertEquals(
                "P. Tographe",
                tree(send(chief, "PUT", pictureAddress, "{\"credit\": \"P. Tographe\"}"))
                        .get("credit")
                        .asText());
        assertEquals(
                1,
                tree(send(chief, "GET", "/concepts?limit=1", null)).get("items").size());
        assertEquals(
                "Phare",
                tree(send(chief, "PUT", "/editions/" + edition, "{\"name\": \"Phare\"}"))
                        .get("name")
                        .asText());
    }

    @Test
    void the_list_of_pages_tells_titles_that_wait_to_who_manages_them_only() throws Exception {
        String pages = "/editions/" + edition + "/pages";
        String nous =
                "{\"kind\": \"about\", \"title\": \"%s\", \"body\": [{\"type\": \"paragraph\", \"text\": \"Nous.\"}]}";
        var begun = send(chief, "POST", pages, nous.formatted("Nous"));
        assertEquals(201, begun.statusCode(), begun.body());
        String page = tree(begun).get("self").asText().replace("/api/v1", "");
        assertTrue(tree(send(reporter, "GET", pages, null)).get("items").isEmpty(), "a draft");
        assertEquals(200, send(chief, "POST", page + "/publication", null).statusCode());
        assertEquals(
                200, send(chief, "PUT", page, nous.formatted("Nous fusionnons")).statusCode());
        var read = tree(send(reporter, "GET", pages, null)).at("/items/0");
        assertEquals("Nous", read.get("title").asText());
        assertEquals(1, read.get("text").asInt());
        var managed = tree(send(chief, "GET", pages, null)).at("/items/0");
        assertEquals("Nous fusionnons", managed.get("title").asText());
        assertEquals(2, managed.get("text").asInt());
        assertEquals(1, managed.get("publicText").asInt());
    }

    @Test
    void a_section_has_a_front_above_its_list() throws Exception {
        String front = "/sections/" + section + "/front";
        var none = send(reporter, "GET", front, null);
        assertTrue(tree(none).get("automatic").asBoolean(), none.body());
        assertEquals("/api/v1" + front, tree(none).get("self").asText());
        String story = tree(create(reporter)).get("id").asText();
        String plan = "{\"blocks\": [{\"type\": \"lead\", \"story\": %s}, {\"type\": \"grid\", \"count\": 3}]}"
                .formatted(story);
        problem(403, send(reporter, "PUT", front, plan));
        var arranged = send(chief, "PUT", front, plan, "If-Match", tag(none));
        assertEquals(200, arranged.statusCode(), arranged.body());
        assertEquals(story, tree(arranged).at("/blocks/0/story").asText());
        assertEquals(200, send(reporter, "GET", "/sections/" + section, null).statusCode());
        problem(412, send(chief, "PUT", front, plan, "If-Match", tag(none)));
        problem(400, send(chief, "PUT", front, "{\"blocks\": [{\"type\": \"latest\"}]}"));
        problem(404, send(chief, "PUT", "/sections/999999/front", plan));
        var released = send(chief, "DELETE", front, null);
        assertTrue(tree(released).get("automatic").asBoolean(), released.body());
        assertEquals(2, tree(released).get("version").asInt());
    }

    @Test
    void a_front_is_arranged_block_by_block_and_given_back() throws Exception {
        String front = "/editions/" + edition + "/front";
        var automatic = send(reporter, "GET", front, null);
        assertTrue(tree(automatic).get("automatic").asBoolean(), automatic.body());
        String story = tree(create(reporter)).get("id").asText();
        String plan = """
                {"blocks": [{"type": "lead", "story": %s}, {"type": "latest", "count": 6},
                 {"type": "section", "section": %d, "look": "rows"}]}""".formatted(story, section);
        problem(403, send(reporter, "PUT", front, plan));
        var arranged = send(chief, "PUT", front, plan, "If-Match", tag(automatic));
        assertEquals(200, arranged.statusCode(), arranged.body());
        assertEquals("section", tree(arranged).at("/blocks/2/type").asText());
        assertEquals("rows", tree(arranged).at("/blocks/2/look").asText());
        assertEquals(story, tree(arranged).at("/blocks/0/story").asText());
        problem(412, send(chief, "PUT", front, plan, "If-Match", tag(automatic)));
        problem(400, send(chief, "PUT", front, "{\"blocks\": [{\"type\": \"carousel\"}]}"));
        problem(400, send(chief, "PUT", front, "{\"blocks\": []}"));
        problem(404, send(chief, "PUT", front, "{\"blocks\": [{\"type\": \"lead\", \"story\": 999999}]}"));
        var released = send(chief, "DELETE", front, null);
        assertTrue(tree(released).get("automatic").asBoolean(), released.body());
    }

    @Test
    void what_cannot_be_asked_is_a_problem_in_json() throws Exception {
        problem(404, send(chief, "GET", "/nothing", null));
        problem(404, send(chief, "GET", "/stories/x", null));
        problem(404, send(chief, "GET", "/stories/999999", null));
        problem(405, send(chief, "DELETE", "/stories", null));
        problem(413, send(chief, "POST", "/stories", " ".repeat(Bodies.LARGEST + 1)));
        problem(415, send(chief, "POST", "/stories", "{}", "Content-Type", "text/plain"));
    }

    @Test
    void a_publication_is_scheduled_moved_taken_back_and_listed() throws Exception {
        String story =
                create(reporter).headers().firstValue("Location").orElseThrow().replaceFirst(".*/api/v1", "");
        String soon = "{\"at\": \"2035-11-25T06:00:00+01:00\", \"expires\": \"2035-12-25T00:00:00Z\"}";
        problem(403, send(reporter, "POST", story + "/publication", soon));
        problem(400, send(chief, "POST", story + "/publication", "{\"at\": \"2035-11-25T06:00:00\"}"));
        problem(400, send(chief, "POST", story + "/publication", "{\"at\": \"2020-11-25T06:00:00Z\"}"));
        problem(
                400,
                send(
                        chief,
                        "POST",
                        story + "/publication",
                        "{\"at\": \"2035-11-25T06:00:00Z\", \"embargoedUntil\": \"2035-11-25T06:00:00Z\"}"));
        problem(409, send(chief, "DELETE", story + "/publication", null));
        var scheduled = tree(send(chief, "POST", story + "/publication", soon));
        assertEquals("2035-11-25T05:00:00Z", scheduled.get("publishAt").asText());
        assertEquals("2035-12-25T00:00:00Z", scheduled.get("expires").asText());
        assertEquals("ready", scheduled.get("workflow").asText());
        assertFalse(scheduled.hasNonNull("pubStatus"));
        var read = tree(send(reporter, "GET", story, null));
        assertEquals("Le bateau", read.at("/planned/content/headline").asText());
        String agenda = send(reporter, "GET", "/agenda?limit=100", null).body();
        assertTrue(agenda.contains("/api/v1" + story), agenda);
        assertTrue(agenda.contains("/api/v1/editions/" + edition), "the midnight of the edition");
        String later = "{\"at\": \"2035-11-26T06:00:00Z\"}";
        assertEquals(
                "2035-11-26T06:00:00Z",
                tree(send(chief, "PUT", story + "/publication", later))
                        .get("publishAt")
                        .asText());
        assertFalse(tree(send(chief, "DELETE", story + "/publication", null)).hasNonNull("publishAt"));
        assertFalse(tree(send(chief, "DELETE", story + "/expiry", null)).hasNonNull("expires"));
        String embargo = "{\"embargoedUntil\": \"2035-11-25T06:00:00Z\"}";
        assertTrue(tree(send(chief, "POST", story + "/publication", embargo)).hasNonNull("embargoedUntil"));
        problem(422, send(chief, "POST", story + "/publication", ""));
        send(chief, "DELETE", story + "/publication", null);
        problem(400, send(reporter, "GET", "/agenda?after=nowhere", null));
    }

    @Test
    void health_metrics_and_the_description_answer() throws Exception {
        var health = get("health");
        assertEquals(200, health.statusCode());
        assertEquals("readable", tree(health).get("database").asText());
        assertEquals(0, tree(health).at("/jobs/late").asInt(-1));
        assertEquals("[]", tree(health).get("alarms").toString());
        assertTrue(get("metrics").body().contains("rotative_public_number "));
        assertEquals(403, get("metrics", "X-Forwarded-For", "192.0.2.1").statusCode());
        assertEquals(
                403,
                get("metrics", "X-Forwarded-For", "192.0.2.1", "Authorization", "Bearer " + reporter)
                        .statusCode());
        assertEquals(
                200,
                get("metrics", "X-Forwarded-For", "192.0.2.1", "Authorization", "Bearer " + chief)
                        .statusCode());
        var description = get("api/openapi.json");
        assertEquals(200, description.statusCode());
        assertTrue(tree(description).at("/paths").has("/api/v1/stories/{id}/publication"), description.body());
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(server.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String key(Role role) {
        String secret = ApiKeys.newSecret(new SecureRandom());
        acts.perform(new CreateKey(Actor.OPERATOR, "test", Set.of(Grant.everywhere(role)), secret));
        return secret;
    }

    private HttpResponse<String> create(String key) throws Exception {
        return send(key, "POST", "/stories", story("Le bateau", ""));
    }

    private String story(String headline, String blockId) {
        return "{\"edition\": \"" + edition + "\", \"content\": " + content(headline, blockId) + "}";
    }

    private String content(String headline, String blockId) {
        return """
                {"headline": "%s", "standfirst": "Il est rentré.", "section": %d, "byline": [{"author": %d}],
                 "body": [{"type": "paragraph", %s"text": "Le bateau est rentré au port."}]}""".formatted(headline, section, author, blockId);
    }

    private HttpResponse<String> send(String key, String method, String path, String body, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(server.resolve("api/v1" + path));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        if (body != null && !java.util.List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""), path);
        return answer;
    }

    private static void problem(int status, HttpResponse<String> answer) throws IOException {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertEquals(status, tree(answer).get("status").asInt());
        assertFalse(tree(answer).get("detail").asText().isEmpty());
    }

    private static String state(HttpResponse<String> answer) throws IOException {
        assertEquals(200, answer.statusCode(), answer.body());
        return tree(answer).get("pubStatus").asText();
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static JsonNode tree(HttpResponse<String> answer) throws IOException {
        return StoryJson.MAPPER.readTree(answer.body());
    }
}
