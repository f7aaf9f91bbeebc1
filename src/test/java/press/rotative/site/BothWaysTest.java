package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import press.rotative.language.Tongue;

/// The fast way answers byte for byte what the router answers, but for the date; and what is not a plain request is
/// handled as if the fast way were not there. Both over real sockets, on connections that the fast way has taken over.
@Timeout(60)
class BothWaysTest {
    private static final String HOST = "Host: localhost\r\n";
    private static final String PLAIN = "GET /fr/ HTTP/1.1\r\n" + HOST + "\r\n";
    private static final String LAST = "GET /fr/port HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";

    private static SiteDoor fast;
    private static SiteDoor slow;

    @BeforeAll
    static void open() throws Exception {
        fast = SiteDoor.fast(site());
        slow = SiteDoor.slow(site());
    }

    @AfterAll
    static void close() throws Exception {
        fast.close();
        slow.close();
    }

    /// Pages of every kind that is kept, one that is not, and none that is lost.
    private static Site site() {
        var cache = new PageCache(BothWaysTest::page, () -> 1, () -> 1, Clock.systemUTC(), PageCache.BUDGET_BYTES);
        return new Site(cache, new ProblemPages(SampleViews.ASSETS), SampleViews.ASSETS, true);
    }

    private static MadePage page(Route route) {
        PageClocks clocks = PageClocks.of(1, Instant.MAX);
        String text = "<!doctype html><title>" + route + "</title>" + "some words ".repeat(300);
        return switch (route) {
            case Route.Page(String path, var before)
            when path.endsWith("/gone") -> MadePage.html(410, text.getBytes(StandardCharsets.UTF_8), clocks);
            case Route.Page(String path, var before)
            when path.endsWith("/moved") -> MadePage.redirect(301, "/fr/port", clocks);
            case Route.Page(String path, var before)
            when path.endsWith("/lost") -> new ProblemPages(SampleViews.ASSETS).of(404, path);
            default -> MadePage.html(200, text.getBytes(StandardCharsets.UTF_8), clocks);
        };
    }

    @TestFactory
    Stream<DynamicTest> plain_requests_are_answered_with_the_same_bytes() {
        var requests = new LinkedHashMap<String, String>();
        for (String address : List.of(
                "/fr/",
                "/fr/gone",
                "/fr/moved",
                "/fr/lost",
                "/fr/search?q=ferry&page=2",
                "/fr/search?page=2&fbclid=x&q=ferry",
                "/fr/?fbclid=abc",
                "/fr/caf%C3%A9",
                "/fr/%70ort",
                SampleViews.ASSETS.style(),
                SampleViews.ASSETS.preloads(Tongue.of("fr")).getFirst(),
                "/api/v1/stories",
                "/health")) {
            requests.put("GET " + address, "GET " + address + " HTTP/1.1\r\n" + HOST + "\r\n");
            requests.put("HEAD " + address, "HEAD " + address + " HTTP/1.1\r\n" + HOST + "\r\n");
            for (String accepted : List.of("gzip", "gzip, deflate, br, zstd", "br;q=0.1, gzip;q=0", "identity", "*")) {
                requests.put(
                        address + " in " + accepted,
                        "GET " + address + " HTTP/1.1\r\n" + HOST + "Accept-Encoding: " + accepted + "\r\n\r\n");
            }
        }
        return requests.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String request = entry.getValue();
                    try (var one = fast.connect();
                            var other = slow.connect()) {
                        for (int time = 1; time <= 3; time++) {
                            assertEquals(
                                    other.ask(request).undated(),
                                    one.ask(request).undated(),
                                    entry.getKey() + ", time " + time);
                        }
                    }
                }));
    }

    @Test
    void who_has_the_page_gets_the_same_304_in_every_form() throws Exception {
        try (var one = fast.connect();
                var other = slow.connect()) {
            for (String accepted : List.of("", "Accept-Encoding: gzip\r\n", "Accept-Encoding: gzip, br\r\n")) {
                String begin = "GET /fr/ HTTP/1.1\r\n" + HOST + accepted;
                one.ask(begin + "\r\n");
                String head = other.ask(begin + "\r\n").head();
                String tag = head.replaceAll("(?s).*\r\nETag: ([^\r]*).*", "$1");
                for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*", "\"x\"", "x".repeat(5000))) {
                    String request = begin + "If-None-Match: " + known + "\r\n\r\n";
                    var answer = one.ask(request);
                    assertEquals(known.contains("x") && !known.contains(tag) ? 200 : 304, answer.status());
                    assertEquals(other.ask(request).undated(), answer.undated());
                }
            }
        }
    }

    @Test
    void plain_requests_do_take_the_fast_way() throws Exception {
        try (var line = fast.connect()) {
            line.ask(PLAIN);
            long before = fast.answered();
            line.ask(PLAIN);
            line.ask("HEAD /fr/ HTTP/1.1\r\n" + HOST + "\r\n");
            line.ask("GET /fr/?utm_source=x HTTP/1.1\r\n" + HOST + "Cookie: theme=dark; _ga=1\r\n\r\n");
            line.ask(
                    "GET /fr/ HTTP/1.1\r\nHost: evil.example\r\nConnection: keep-alive\r\nX-Forwarded-Host: e\r\n\r\n");
            assertEquals(4, fast.answered() - before);
        }
    }

    @Test
    void who_may_be_signed_in_goes_to_the_router() throws Exception {
        try (var line = fast.connect()) {
            line.ask(PLAIN);
            long before = fast.answered();
            line.ask("GET /fr/ HTTP/1.1\r\n" + HOST + "Cookie: a=b; __Host-rotative=1\r\n\r\n");
            line.ask("GET /fr/ HTTP/1.1\r\n" + HOST + "Authorization: Bearer rot_x\r\n\r\n");
            assertEquals(0, fast.answered() - before);
        }
    }

    @Test
    void a_foreign_host_is_nowhere_in_the_answer() throws Exception {
        try (var line = fast.connect()) {
            line.ask(PLAIN);
            var answer = line.ask(
                    "GET /fr/ HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\n\r\n");
            assertFalse((answer.head() + answer.text()).contains("evil"));
        }
    }

    /// What a request of an attacker looks like, and what the whole connection says from then on.
    private static Map<String, String> hostile() {
        var all = new LinkedHashMap<String, String>();
        all.put("an absolute target", get("http://localhost/fr/", ""));
        all.put("an absolute target elsewhere", get("http://evil.example/fr/", ""));
        all.put("an absolute target with user", get("http://localhost@evil.example/fr/", ""));
        all.put("a target of another scheme", get("gopher://x/fr/", ""));
        all.put("a host in the path", get("//evil.example/fr/", ""));
        all.put("an encoded slash", get("/fr%2fport", ""));
        all.put("a twice encoded slash", get("/fr%252fport", ""));
        all.put("encoded dots", get("/fr/%2e%2e/fr/", ""));
        all.put("dots", get("/fr/../fr/", ""));
        all.put("a backslash", get("/fr\\port", ""));
        all.put("a fragment", get("/fr/#x", ""));
        all.put("a fragment before a query", get("/fr/#x?q=1", ""));
        all.put("an asterisk", get("*", ""));
        all.put("a target without slash", get("fr/", ""));
        all.put("an encoded NUL in the path", get("/fr/%00", ""));
        all.put("a NUL in the path", get("/fr/\0x", ""));
        all.put("an encoded line end in the path", get("/fr/%0d%0aX-Injected:%201", ""));
        all.put("a line end in a parameter", get("/fr/search?q=%0d%0aX-Injected:%201", ""));
        all.put("a tab in the request line", "GET\t/fr/\tHTTP/1.1\r\n" + HOST + "\r\n");
        all.put("bytes above 127 in the path", get("/fr/\u00e9", ""));
        all.put("a very long target", get("/fr/" + "x".repeat(3900), ""));
        all.put("a target beyond the limit", get("/fr/" + "x".repeat(9000), ""));
        all.put("a storm of parameters", get("/fr/?" + "a=b&".repeat(900), ""));
        all.put("a body with its length", get("/fr/", "Content-Length: 4\r\n") + "abcd");
        all.put("a request in a body", get("/fr/", "Content-Length: " + PLAIN.length() + "\r\n") + PLAIN);
        all.put("a length of nothing", get("/fr/", "Content-Length: 0\r\n"));
        all.put("two equal lengths", get("/fr/", "Content-Length: 4\r\nContent-Length: 4\r\n") + "abcd");
        all.put("two lengths", get("/fr/", "Content-Length: 0\r\nContent-Length: 44\r\n") + PLAIN);
        all.put("a list of lengths", get("/fr/", "Content-Length: 0, 44\r\n") + PLAIN);
        all.put("a signed length", get("/fr/", "Content-Length: +4\r\n") + "abcd");
        all.put("a negative length", get("/fr/", "Content-Length: -1\r\n"));
        all.put("a length that is no number", get("/fr/", "Content-Length: four\r\n") + "abcd");
        all.put("a hidden length", get("/fr/", "Content-Length : 4\r\n") + "abcd");
        all.put("a length after white space", get("/fr/", " Content-Length: 4\r\n") + "abcd");
        all.put("chunks", get("/fr/", "Transfer-Encoding: chunked\r\n") + "4\r\nabcd\r\n0\r\n\r\n");
        all.put("a request in chunks", get("/fr/", "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n");
        all.put(
                "chunks and a length",
                get("/fr/", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n") + "0\r\n\r\n");
        all.put("an unknown transfer coding", get("/fr/", "Transfer-Encoding: xchunked\r\n"));
        all.put("a disguised transfer coding", get("/fr/", "Transfer-Encoding: \u000bchunked\r\n") + "0\r\n\r\n");
        all.put("a folded line", get("/fr/", "X-A: b\r\n c: d\r\n"));
        all.put("a folded first line", "GET /fr/ HTTP/1.1\r\n X: y\r\n" + HOST + "\r\n");
        all.put("a NUL in a value", get("/fr/", "X-A: b\0c\r\n"));
        all.put("a NUL in a name", get("/fr/", "X\0A: b\r\n"));
        all.put("a lone carriage return in a value", get("/fr/", "X-A: b\rContent-Length: 4\r\n"));
        all.put("lone line feeds", "GET /fr/ HTTP/1.1\nHost: localhost\n\n");
        all.put("a line without a colon", get("/fr/", "nonsense\r\n"));
        all.put("a line without a name", get("/fr/", ": x\r\n"));
        all.put("a huge block of headers", get("/fr/", "X-A: b\r\n".repeat(3000)));
        all.put("a huge header", get("/fr/", "X-A: " + "b".repeat(30_000) + "\r\n"));
        all.put("a large header below the limit", get("/fr/", "X-A: " + "b".repeat(15_000) + "\r\n"));
        all.put("no host", "GET /fr/ HTTP/1.1\r\n\r\n");
        all.put("two hosts", get("/fr/", "Host: evil.example\r\n"));
        all.put("an empty host", "GET /fr/ HTTP/1.1\r\nHost:\r\n\r\n");
        all.put("a host that is none", "GET /fr/ HTTP/1.1\r\nHost: a b<script>\r\n\r\n");
        for (String host : List.of(
                "localhost:8080",
                "localhost:59999",
                "localhost:65535",
                "localhost:65536",
                "localhost:99999",
                "localhost:",
                "localhost:x",
                "localhost:+1",
                ":80",
                ".",
                "-",
                "a..b",
                "a_b",
                "1.2.3.4.5",
                "[::1]",
                "[::1]:80",
                "[::1",
                "a@b",
                "a/b",
                "a,b",
                "a%00b",
                "a%zz")) {
            all.put("the host " + host, "GET /fr/ HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        }
        all.put("a method in small letters", "get /fr/ HTTP/1.1\r\n" + HOST + "\r\n");
        all.put("a method that is none", "BREW /fr/ HTTP/1.1\r\n" + HOST + "\r\n");
        all.put("a posted form", "POST /fr/ HTTP/1.1\r\n" + HOST + "Content-Length: 3\r\n\r\na=b");
        all.put("a trace", "TRACE /fr/ HTTP/1.1\r\n" + HOST + "\r\n");
        all.put("a tunnel", "CONNECT evil.example:443 HTTP/1.1\r\n" + HOST + "\r\n");
        all.put("a version of the future", "GET /fr/ HTTP/1.2\r\n" + HOST + "\r\n");
        all.put("a version that is none", "GET /fr/ HTTP/x.y\r\n" + HOST + "\r\n");
        all.put("no version", "GET /fr/\r\n" + HOST + "\r\n");
        all.put("HTTP/1.0", "GET /fr/ HTTP/1.0\r\n" + HOST + "\r\n");
        all.put(
                "HTTP/1.0 that keeps the connection",
                "GET /fr/ HTTP/1.0\r\n" + HOST + "Connection: keep-alive\r\n\r\n");
        all.put("the beginning of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        all.put("an upgrade to HTTP/2", get("/fr/", "Upgrade: h2c\r\nConnection: Upgrade\r\n"));
        all.put("an upgrade to a socket", get("/fr/", "Upgrade: websocket\r\nConnection: Upgrade\r\n"));
        all.put("an upgrade without connection", get("/fr/", "Upgrade: h2c\r\n"));
        all.put("a connection header that hides a length", get("/fr/", "Connection: Content-Length\r\n"));
        all.put("a connection that ends", get("/fr/", "Connection: close\r\n"));
        all.put("a connection that ends and stays", get("/fr/", "Connection: close\r\nConnection: keep-alive\r\n"));
        all.put("a range", get("/fr/", "Range: bytes=0-9\r\n"));
        all.put("ranges without end", get("/fr/", "Range: bytes=" + "0-,".repeat(500) + "0-\r\n"));
        all.put("an expectation", get("/fr/", "Expect: 100-continue\r\n"));
        all.put("an unknown expectation", get("/fr/", "Expect: tea\r\n"));
        all.put("an expectation with a body", get("/fr/", "Expect: 100-continue\r\nContent-Length: 4\r\n") + "abcd");
        all.put("two ways to accept", get("/fr/", "Accept-Encoding: gzip\r\nAccept-Encoding: br;q=0\r\n"));
        all.put("two known tags", get("/fr/", "If-None-Match: \"a\"\r\nIf-None-Match: *\r\n"));
        all.put("a cookie with a script", get("/fr/", "Cookie: a=<script>\r\n"));
        all.put("empty lines before", "\r\n\r\n" + PLAIN);
        all.put("something after the end", PLAIN + "\r\n\r\n");
        all.put("a trailer", get("/fr/", "Trailer: Content-Length\r\nTE: trailers\r\n"));
        all.put("nonsense", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n");
        return all;
    }

    private static String get(String target, String headers) {
        return "GET " + target + " HTTP/1.1\r\n" + HOST + headers + "\r\n";
    }

    /// Sent with a plain request before and one behind it in the same packet: whatever a hostile request smuggles,
    /// hides or breaks shows in the answers that follow.
    @TestFactory
    Stream<DynamicTest> hostile_requests_are_handled_as_by_the_router() {
        return hostile().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String sent = PLAIN + entry.getValue() + LAST;
                    String one = conversation(fast, sent);
                    assertEquals(conversation(slow, sent), one);
                    assertFalse(one.contains("\nX-Injected:"), one);
                    assertFalse(one.contains("HTTP/1.1 500"), one);
                }));
    }

    private static String conversation(SiteDoor door, String sent) throws Exception {
        try (var line = door.connect()) {
            line.ask(PLAIN);
            try {
                line.send(sent);
            } catch (java.net.SocketException ended) {
                // It had heard enough.
            }
            return SiteDoor.undated(rest(line));
        }
    }

    private static String rest(SiteDoor.Line line) throws Exception {
        try {
            return line.rest(1000);
        } catch (java.net.SocketException reset) {
            return "<reset>";
        }
    }

    @Test
    void a_request_that_comes_byte_by_byte_is_a_request() throws Exception {
        try (var line = fast.connect()) {
            String whole = line.ask(PLAIN).undated();
            long before = fast.answered();
            for (char letter : PLAIN.toCharArray()) {
                line.send(String.valueOf(letter));
            }
            assertEquals(whole, line.next(false).undated());
            assertEquals(1, fast.answered() - before);
        }
    }

    @Test
    void pipelined_requests_are_answered_in_their_order_whichever_way_they_take() throws Exception {
        Supplier<String> requests = () -> {
            var text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                String address = i % 3 == 0 ? "/fr/" : i % 3 == 1 ? "/fr/new" + i : "/fr/lost";
                text.append(i % 7 == 0 ? "HEAD " : "GET ")
                        .append(address)
                        .append(" HTTP/1.1\r\n")
                        .append(HOST);
                text.append(i % 5 == 0 ? "Range: bytes=0-1\r\n\r\n" : "\r\n");
            }
            return text + LAST;
        };
        String one = conversation(fast, requests.get());
        assertEquals(conversation(slow, requests.get()), one);
        assertTrue(one.endsWith("<closed>"));
    }
}
