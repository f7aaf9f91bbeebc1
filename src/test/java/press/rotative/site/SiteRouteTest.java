package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The door itself, over real sockets.
@Timeout(30)
class SiteRouteTest {
    private final Set<Route> made = ConcurrentHashMap.newKeySet();
    private Vertx vertx;
    private HttpServer server;
    private SiteRoute route;

    @BeforeEach
    void open() throws Exception {
        var cache = new PageCache(
                asked -> {
                    made.add(asked);
                    return MadePage.html(
                            200,
                            ("<!doctype html><title>made</title>" + asked).getBytes(),
                            PageClocks.of(1, Instant.MAX));
                },
                PageCache.Later.UNKNOWN,
                () -> 1,
                () -> 1,
                Clock.systemUTC(),
                PageCache.BUDGET_BYTES);
        route = new SiteRoute(
                new Site(cache, new ProblemPages(SampleViews.ASSETS), SampleViews.ASSETS, false), Clock.systemUTC());
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.route().handler(route::handle);
        router.route().handler(context -> context.response().end("another room"));
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        route.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_page_is_made_once_and_then_at_hand() throws IOException {
        assertTrue(get("/fr/", "").startsWith("HTTP/1.1 200"));
        assertTrue(get("/fr/", "").startsWith("HTTP/1.1 200"));
        assertEquals(1, made.size());
    }

    @Test
    void a_storm_of_unknown_parameters_asks_for_one_page() throws IOException {
        for (int i = 0; i < 300; i++) {
            assertTrue(get("/fr/?fbclid=" + i + "&utm_" + i + "=%zz&q=" + i, "").startsWith("HTTP/1.1 200"));
        }
        assertEquals(Set.of(new Route.Front("fr")), made);
    }

    @Test
    void foreign_cookies_change_nothing() throws IOException {
        String plain = body(get("/fr/", ""));
        String cookie = get("/fr/", "Cookie: session=x; theme=<script>; a=" + "b".repeat(2000) + "\r\n");
        assertEquals(plain, body(cookie));
        assertFalse(cookie.toLowerCase().contains("set-cookie"));
        assertEquals(1, made.size());
    }

    @Test
    void a_foreign_host_is_not_believed() throws IOException {
        String plain = body(get("/fr/", ""));
        String answer = exchange(
                "GET /fr/ HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\nConnection: close\r\n\r\n");
        assertEquals(plain, body(answer));
        assertFalse(answer.contains("evil.example"));
        assertEquals(1, made.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%zz/", "/fr/%00", "/fr/%ff", "/%c0%ae%c0%ae/", "/fr/search?section=x"})
    void malformed_addresses_are_the_askers_fault(String address) throws IOException {
        assertTrue(get(address, "").startsWith("HTTP/1.1 400"), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//",
                "/../../etc/passwd",
                "/fr/../../x",
                "/fr//",
                "/;x",
                "/fr/port;jsessionid=1",
                "/.git/config",
                "/fr/<script>"
            })
    void odd_addresses_are_never_a_fault_of_ours(String address) throws IOException {
        String status = get(address, "").substring(9, 12);
        assertTrue(Set.of("200", "301", "400", "404").contains(status), address + " " + status);
    }

    @Test
    void an_oversized_body_is_refused_unread() throws IOException {
        String answer = exchange("POST /fr/ HTTP/1.1\r\nHost: x\r\nContent-Length: 900000000\r\n\r\nsome of it");
        assertTrue(answer.startsWith("HTTP/1.1 405"), answer);
        assertTrue(answer.contains("GET, HEAD"));
    }

    @Test
    void addresses_of_other_rooms_pass() throws IOException {
        assertEquals("another room", body(get("/api/v1/stories", "")));
        assertEquals("another room", body(get("/health", "")));
        assertTrue(body(get("/apiary", "")).contains("made"));
    }

    private String get(String address, String headers) throws IOException {
        return exchange("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n");
    }

    private String exchange(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.actualPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
