package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.rotative.language.Tongue;
import press.rotative.platform.Problem;

/// What every answer has in common, whatever the page.
class SiteAnswersTest {
    private static final String PAGE = "<!doctype html><title>x</title>" + "word ".repeat(200);

    private final Site site = new Site(new OnePage(), new ProblemPages(SampleViews.ASSETS), SampleViews.ASSETS, true);

    @Test
    void a_page_is_answered_with_tag_type_and_all_security_headers() {
        SiteAnswer answer = site.answer(SiteRequest.get("/fr/"));
        assertEquals(200, answer.status());
        assertEquals("no-cache", answer.headers().get("Cache-Control"));
        assertEquals("text/html; charset=utf-8", answer.headers().get("Content-Type"));
        assertEquals("Accept-Encoding", answer.headers().get("Vary"));
        assertTrue(answer.headers().get("ETag").matches("\"[0-9a-f]{32}-[0-9a-f]{8}\""));
        assertGuarded(answer);
    }

    @Test
    void gzip_has_a_tag_of_its_own_and_the_same_bytes() throws IOException {
        SiteAnswer plain = site.answer(SiteRequest.get("/fr/"));
        SiteAnswer packed = site.answer(new SiteRequest("GET", "/fr/", null, null, "br;q=0.5, gzip;q=0.8"));
        assertEquals("gzip", packed.headers().get("Content-Encoding"));
        assertFalse(packed.headers().get("ETag").equals(plain.headers().get("ETag")));
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
    }

    /// A 304 leaves the headers as they were when the page was fetched, so a page under other guards is another page.
    @Test
    void a_page_fetched_under_other_guards_is_sent_anew() {
        Site overTls = new Site(new OnePage(), new ProblemPages(SampleViews.ASSETS), SampleViews.ASSETS, true);
        Site plain = new Site(new OnePage(), new ProblemPages(SampleViews.ASSETS), SampleViews.ASSETS, false);
        String tag = plain.answer(SiteRequest.get("/fr/")).headers().get("ETag");
        var request = new SiteRequest("GET", "/fr/", null, tag, null);
        assertEquals(304, plain.answer(request).status());
        assertEquals(200, overTls.answer(request).status());
    }

    @Test
    void who_has_the_page_already_gets_304() {
        String tag = site.answer(SiteRequest.get("/fr/")).headers().get("ETag");
        for (String known : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*", "\"a\",W/" + tag + " ,\"b\""}) {
            SiteAnswer answer = site.answer(new SiteRequest("GET", "/fr/", null, known, null));
            assertEquals(304, answer.status(), known);
            assertEquals(0, answer.body().length);
            assertEquals(tag, answer.headers().get("ETag"));
            assertEquals(
                    Set.of("ETag", "Cache-Control", "Vary"), answer.headers().keySet());
        }
        assertEquals(
                200,
                site.answer(new SiteRequest("GET", "/fr/", null, "\"other\"", null))
                        .status());
        assertEquals(
                200,
                site.answer(new SiteRequest("GET", "/fr/", null, tag, "gzip")).status());
    }

    @Test
    void head_says_all_but_the_page() {
        SiteAnswer get = site.answer(SiteRequest.get("/fr/"));
        SiteAnswer head = site.answer(new SiteRequest("HEAD", "/fr/", null, null, null));
        assertEquals(get.headers(), head.headers());
        assertEquals(0, head.body().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"})
    void other_methods_are_answered_405(String method) {
        SiteAnswer answer = site.answer(new SiteRequest(method, "/fr/", null, null, null));
        assertEquals(405, answer.status());
        assertEquals("GET, HEAD", answer.headers().get("Allow"));
        assertTrue(answer.text().contains("405"));
        assertGuarded(answer);
    }

    @Test
    void style_and_fonts_may_be_kept_for_ever() {
        SiteAnswer style = site.answer(SiteRequest.get(SampleViews.ASSETS.style()));
        assertEquals("public, max-age=31536000, immutable", style.headers().get("Cache-Control"));
        assertEquals("text/css; charset=utf-8", style.headers().get("Content-Type"));
        SiteAnswer font = site.answer(new SiteRequest(
                "GET", SampleViews.ASSETS.preloads(Tongue.of("fr")).getFirst(), null, null, "gzip"));
        assertEquals("font/woff2", font.headers().get("Content-Type"));
        assertFalse(font.headers().containsKey("Content-Encoding"));
        assertEquals(404, site.answer(SiteRequest.get("/assets/site-0000.css")).status());
        assertEquals(
                404,
                site.answer(SiteRequest.get("/assets/../application.properties"))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/fr/%ff%fe", "/%00", "/fr/search?section=x", "/fr/x?before=%zz"})
    void malformed_addresses_are_answered_with_a_page(String address) {
        SiteAnswer answer = site.answer(SiteRequest.get(address));
        assertEquals(400, answer.status());
        assertTrue(answer.text().contains("<h1>"));
        assertGuarded(answer);
    }

    @Test
    void overload_and_a_full_disk_are_told_as_such_and_a_fault_of_ours_as_500() {
        SiteAnswer busy = site.answer(SiteRequest.get("/fr/overloaded"));
        assertEquals(503, busy.status());
        assertEquals("3", busy.headers().get("Retry-After"));
        assertTrue(busy.text().contains("<h1>"));
        assertEquals(507, site.answer(SiteRequest.get("/fr/full")).status());
        SiteAnswer broken = site.answer(SiteRequest.get("/fr/broken"));
        assertEquals(500, broken.status());
        assertFalse(broken.text().contains("secret detail"));
    }

    private static void assertGuarded(SiteAnswer answer) {
        for (String header : new String[] {
            "Content-Security-Policy",
            "Referrer-Policy",
            "X-Content-Type-Options",
            "Permissions-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Strict-Transport-Security"
        }) {
            assertTrue(answer.headers().containsKey(header), header);
        }
        assertFalse(answer.headers().containsKey("Set-Cookie"));
    }

    private static final class OnePage implements PageSource {
        @Override
        public MadePage page(Route route) {
            if (route instanceof Route.Page(String path, var before)) {
                switch (path) {
                    case "/fr/overloaded" -> throw new Problem(Problem.Category.OVERLOADED, "busy");
                    case "/fr/full" -> throw new Problem(Problem.Category.OUT_OF_SPACE, "full");
                    default -> throw new IllegalStateException("secret detail");
                }
            }
            return MadePage.html(200, PAGE.getBytes(), PageClocks.of(1, Instant.MAX));
        }

        @Override
        public Optional<MadePage> ready(Route route) {
            return Optional.empty();
        }
    }
}
