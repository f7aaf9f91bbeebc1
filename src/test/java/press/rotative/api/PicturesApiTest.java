package press.rotative.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.rotative.people.Role;
import press.rotative.publication.Acts;

/// Pictures from the file that is sent to the page that shows it and the day its rights end, over HTTP.
@QuarkusTest
@QuarkusTestResource(value = ApiTest.DataDirectory.class, restrictToAnnotatedClass = true)
class PicturesApiTest {
    private static final Path SEEDS = Path.of("src/test/corpus/pictures");
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    @Inject
    Acts acts;

    @TestHTTPResource("/")
    URI server;

    private ApiClient editor;
    private ApiClient reporter;
    private ApiClient stranger;
    private String edition;
    private long section;

    @BeforeEach
    void newsroom() throws Exception {
        editor = ApiClient.with(server, acts, Role.ADMINISTRATOR);
        reporter = ApiClient.with(server, acts, Role.REPORTER);
        stranger = new ApiClient(server, "");
        edition = "e" + UUID.randomUUID().toString().substring(0, 8);
        editor.done("POST", "/editions", """
                {"code": "%s", "language": "fr", "name": "Le Phare", "timeZone": "Europe/Paris"}""".formatted(edition));
        section = editor.done("POST", "/editions/" + edition + "/sections", "{\"name\": \"Port\"}")
                .get("id")
                .asLong();
    }

    @Test
    void an_agency_picture_keeps_its_words_and_loses_its_place_and_its_tilt() throws Exception {
        var answer = reporter.upload(Files.readAllBytes(SEEDS.resolve("agency.jpg")));
        JsonNode picture = ApiClient.tree(answer);
        if (answer.statusCode() == 201) {
            assertEquals("", picture.path("note").asText(""));
        }
        assertEquals(360, picture.get("width").asInt(), "turned upright");
        assertEquals(640, picture.get("height").asInt());
        assertEquals(
                "Le ferry Goéland quitte la passe sud.", picture.get("caption").asText());
        assertEquals("Un ferry blanc quitte le port.", picture.get("alt").asText());
        assertEquals("Dorian Roche", picture.get("creator").asText());
        assertTrue(picture.get("credit").asText().contains("Agence Littoral"), picture.toString());
        assertEquals("Agence Littoral", picture.get("provider").asText());
        assertEquals("© Agence Littoral 2026", picture.get("copyright").asText());
        assertTrue(picture.get("archive").asBoolean(), "the credit marks it");
        assertTrue(picture.get("usageTerms").asText().startsWith("Presse seulement"));

        var seen = reporter.get(picture.get("self").asText() + "/renditions/360.jpg");
        assertEquals(200, seen.statusCode());
        String bytes = new String(seen.body(), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("GPS"), "the place on the map");
        assertTrue(bytes.contains("Agence Littoral"), "the credit inside the file");
        assertTrue(new String(seen.body(), StandardCharsets.UTF_8).contains("Goéland quitte la passe"));
        assertEquals(
                401,
                stranger.get(picture.get("self").asText() + "/renditions/360.jpg")
                        .statusCode());
        assertEquals(
                404,
                reporter.get(picture.get("self").asText() + "/renditions/361.jpg")
                        .statusCode());
    }

    @Test
    void the_same_bytes_are_one_picture() throws Exception {
        byte[] file = picture(300, 200);
        var first = reporter.upload(file);
        assertEquals(201, first.statusCode(), ApiClient.text(first));
        var again = reporter.upload(file);
        assertEquals(200, again.statusCode());
        assertEquals(
                ApiClient.tree(first).get("id").asLong(),
                ApiClient.tree(again).get("id").asLong());
        assertTrue(ApiClient.tree(again).get("note").asText().contains("already"));
    }

    @Test
    void a_form_brings_its_description_and_the_focal_point_decides_the_crop() throws Exception {
        byte[] file = leftRight(1200, 400);
        String boundary = "----form" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write(("\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\n"
                        + "{\"alt\": \"Deux couleurs\", \"credit\": \"© Une Plume\", \"archive\": false,"
                        + " \"focalX\": 1000, \"focalY\": 500}\r\n--" + boundary + "--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        var answer = editor.send(
                "POST", "/api/v1/pictures", "multipart/form-data; boundary=\"" + boundary + "\"", body.toByteArray());
        assertEquals(201, answer.statusCode(), ApiClient.text(answer));
        JsonNode picture = ApiClient.tree(answer);
        assertEquals("Deux couleurs", picture.get("alt").asText());
        var crop = editor.get(picture.get("self").asText() + "/renditions/3x2-480.jpg");
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(crop.body()));
        assertEquals(480, read.getWidth());
        assertEquals(320, read.getHeight());
        assertTrue((read.getRGB(240, 160) & 0xff) > 200, "the right half is blue and in the middle of the crop");

        var noFile = editor.send("POST", "/api/v1/pictures", "multipart/form-data; boundary=x", "--x--\r\n".getBytes());
        assertEquals(400, noFile.statusCode(), ApiClient.text(noFile));
    }

    @Test
    void what_is_no_picture_is_refused_with_a_sentence() throws Exception {
        refused(400, "empty", new byte[0]);
        refused(415, "SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes());
        refused(415, "PDF", "%PDF-1.7 and so on".getBytes());
        refused(415, "HEIC", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1));
        refused(415, "no picture", "<html><script>alert(1)</script>".getBytes());
        byte[] whole = picture(800, 600);
        refused(422, "cut short", java.util.Arrays.copyOf(whole, whole.length / 2));
        refused(413, "pixels", HostilePictures.pngOfSize(60_000, 60_000));
        refused(422, "narrow", HostilePictures.pngOfSize(40_000, 10));
        var large = reporter.upload(new byte[52 * 1024 * 1024 + 1]);
        assertEquals(413, large.statusCode());
        assertEquals(401, stranger.upload(whole).statusCode());
        var mayNot = ApiClient.with(server, acts, Role.MODERATOR).upload(whole);
        assertEquals(403, mayNot.statusCode());
    }

    private void refused(int status, String word, byte[] file) throws Exception {
        var answer = reporter.upload(file);
        assertEquals(status, answer.statusCode(), ApiClient.text(answer));
        assertTrue(ApiClient.tree(answer).get("detail").asText().contains(word), ApiClient.text(answer));
    }

    @Test
    void only_what_a_public_story_shows_is_public_and_guessing_finds_nothing() throws Exception {
        long draft = ApiClient.tree(editor.upload(picture(700, 500))).get("id").asLong();
        long shown = ApiClient.tree(editor.upload(picture(700, 501))).get("id").asLong();
        editor.done("PUT", "/pictures/" + shown, "{\"alt\": \"Des couleurs\", \"credit\": \"Une Plume\"}");
        long story = story(shown);
        String address = "/pictures/" + shown + "/480.jpg";
        assertEquals(404, stranger.get(address).statusCode(), "the story is a draft");
        editor.done("POST", "/stories/" + story + "/publication", "");
        assertEquals(200, stranger.get(address).statusCode());
        for (String format : List.of("jpg", "webp", "avif")) {
            var answer = stranger.get("/pictures/" + shown + "/3x2-480." + format);
            assertEquals(200, answer.statusCode());
            assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("image/"));
            assertTrue(answer.headers().firstValue("Cache-Control").orElse("").startsWith("public, max-age="));
        }
        for (String guess : List.of(
                "/pictures/" + draft + "/480.jpg",
                "/pictures/" + draft + "/480.webp",
                "/pictures/" + shown + "/481.jpg",
                "/pictures/" + shown + "/2400.jpg",
                "/pictures/" + shown + "/0480.jpg",
                "/pictures/" + shown + "/480.JPG",
                "/PICTURES/" + shown + "/480.jpg",
                "/pictures/0" + shown + "/480.jpg",
                "/pictures/" + shown + "/480.png",
                "/pictures/" + shown + "/480.jpg/",
                "/pictures/" + shown + "/4x3-480.jpg",
                "/pictures/" + shown + "/../" + draft + "/480.jpg",
                "/pictures/" + shown + "/99999.jpg",
                "/pictures/999999999999999999/480.jpg",
                "/pictures/-1/480.jpg",
                "/renditions/000/" + shown + "/480.jpg",
                "/blobs/" + shown)) {
            assertEquals(404, stranger.get(guess).statusCode(), guess);
        }
        editor.done("POST", "/stories/" + story + "/withdrawal", "{\"kind\": \"withhold\", \"reason\": \"doute\"}");
        assertEquals(410, stranger.get(address).statusCode(), "withheld");
        editor.done("DELETE", "/stories/" + story + "/withdrawal", null);
        assertEquals(200, stranger.get(address).statusCode(), "released");
        editor.done(
                "POST",
                "/stories/" + story + "/withdrawal",
                "{\"kind\": \"kill\", \"reason\": \"faux\", \"notice\": \"Retiré.\"}");
        assertEquals(410, stranger.get(address).statusCode(), "killed");
        assertEquals(
                200,
                reporter.get("/api/v1/pictures/" + shown + "/renditions/480.jpg")
                        .statusCode());
    }

    @Test
    void an_ended_right_leaves_page_feed_and_address_and_a_new_one_brings_the_picture_back() throws Exception {
        JsonNode picture = ApiClient.tree(editor.upload(picture(900, 600)));
        long id = picture.get("id").asLong();
        editor.done(
                "PUT",
                "/pictures/" + id,
                "{\"caption\": \"Légende sous droits\", \"alt\": \"x\", \"credit\": \"© AFP / Une Plume\"}");
        long story = story(id);
        editor.done("POST", "/stories/" + story + "/publication", "");
        String address = "/pictures/" + id + "/800.jpg";
        assertShown(id, true);
        editor.done(
                "PUT",
                "/pictures/" + id + "/rights",
                "{\"ends\": \"" + Instant.now().minusSeconds(60) + "\"}");
        assertShown(id, false);
        assertEquals(410, stranger.get(address).statusCode());
        assertEquals(410, stranger.get(address.replace("jpg", "avif")).statusCode());

        Instant soon = Instant.now().plusMillis(1500).truncatedTo(ChronoUnit.MILLIS);
        editor.done("PUT", "/pictures/" + id + "/rights", "{\"ends\": \"" + soon + "\"}");
        assertShown(id, true);
        var cached = stranger.get(address).headers().firstValue("Cache-Control").orElse("");
        assertTrue(cached.matches("public, max-age=[01]"), cached);
        while (Instant.now().isBefore(soon)) {
            Thread.sleep(20);
        }
        assertShown(id, false);
        assertEquals(410, stranger.get(address).statusCode());
        for (int tries = 0; tries < 100 && !rights(id).get("ended").asBoolean(); tries++) {
            Thread.sleep(50);
        }
        assertTrue(rights(id).get("ended").asBoolean(), "the job recorded the end");
        editor.done("PUT", "/pictures/" + id + "/rights", "{}");
        assertShown(id, true);
        assertEquals(
                400,
                editor.json("PUT", "/pictures/" + id + "/rights", "{\"ends\": \"tomorrow\"}")
                        .statusCode());
        assertEquals(
                403, reporter.json("PUT", "/pictures/" + id + "/rights", "{}").statusCode());
    }

    @Test
    void a_destroyed_picture_leaves_everything_and_does_not_come_back() throws Exception {
        byte[] file = picture(900, 600);
        long id = ApiClient.tree(editor.upload(file)).get("id").asLong();
        editor.done(
                "PUT",
                "/pictures/" + id,
                "{\"caption\": \"Légende sous droits\", \"alt\": \"x\", \"credit\": \"© AFP / Une Plume\"}");
        long story = story(id);
        editor.done("POST", "/stories/" + story + "/publication", "");
        assertShown(id, true);
        String path = "/pictures/" + id;
        assertEquals(400, editor.json("DELETE", path, "{}").statusCode(), "without a reason");
        assertEquals(
                403, reporter.json("DELETE", path, "{\"reason\": \"court\"}").statusCode());
        JsonNode gap = editor.done("DELETE", path, "{\"reason\": \"court\"}");
        assertFalse(gap.get("held").asBoolean());
        assertFalse(gap.get("destroyedAt").isNull());
        assertFalse(gap.has("caption") && !gap.get("caption").isNull(), gap.toString());
        assertShown(id, false);
        assertEquals(410, stranger.get("/pictures/" + id + "/800.jpg").statusCode());
        assertEquals(404, editor.get("/api/v1" + path + "/renditions/800.jpg").statusCode());
        assertEquals(409, editor.json("DELETE", path, "{\"reason\": \"court\"}").statusCode());
        assertEquals(409, editor.json("PUT", path + "/rights", "{}").statusCode());
        assertEquals(409, editor.json("PUT", path, "{\"caption\": \"Encore\"}").statusCode());
        assertEquals(409, editor.upload(file).statusCode());
    }

    private JsonNode rights(long id) throws Exception {
        return editor.done("GET", "/pictures/" + id, null).get("rights");
    }

    private void assertShown(long id, boolean shown) throws Exception {
        String path = stranger.get("/" + edition + "/rss.xml").statusCode() == 200 ? "/" + edition + "/rss.xml" : "";
        for (String page : List.of("/" + edition + "/", "/" + edition + "/port", path, "/" + edition + "/feed.json")) {
            String text = ApiClient.text(stranger.get(page));
            assertEquals(shown, text.contains("/pictures/" + id + "/"), page);
            assertEquals(shown, text.contains("© AFP / Une Plume"), page + " credit");
        }
    }

    private long story(long picture) throws Exception {
        return editor.done("POST", "/stories", """
                        {"edition": "%s", "content": {"headline": "Le ferry %d", "standfirst": "Il est là.", "section": %d,
                         "kind": "brief", "hero": {"picture": %d},
                         "body": [{"type": "paragraph", "text": "Le bateau est rentré au port."}]}}""".formatted(edition, NEXT.incrementAndGet(), section, picture))
                .get("id")
                .asLong();
    }

    /// A file that nobody has sent before.
    private static byte[] picture(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int seed = NEXT.incrementAndGet();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x * seed & 0xff) << 16 | (y & 0xff) << 8 | seed & 0xff);
            }
        }
        return encoded(image, "jpeg");
    }

    private static byte[] leftRight(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? 0xff0000 : 0x0000ff);
            }
        }
        return encoded(image, "png");
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
