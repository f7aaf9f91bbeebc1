package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
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
    private static final String HOST = HostileRequests.HOST;
    private static final String PLAIN = HostileRequests.PLAIN;
    private static final String LAST = "GET /fr/port HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";

    private static SiteDoor fast;
    private static SiteDoor slow;

    @BeforeAll
    static void open() throws Exception {
        fast = SiteDoor.fast(KeptPages.site());
        slow = SiteDoor.slow(KeptPages.site());
    }

    @AfterAll
    static void close() throws Exception {
        fast.close();
        slow.close();
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

    /// Sent with a plain request before and one behind it in the same packet: whatever a hostile request smuggles,
    /// hides or breaks shows in the answers that follow.
    @TestFactory
    Stream<DynamicTest> hostile_requests_are_handled_as_by_the_router() {
        return HostileRequests.all().entrySet().stream()
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
