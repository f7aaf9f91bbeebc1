package press.rotative.site.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which bytes are a request of the plainest kind.
class PlainRequestTest {
    private final PlainRequest request = new PlainRequest();

    private Asked.Kind read(String text) {
        return request.read(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
    }

    private static String get(String headers) {
        return "GET /fr/ HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    @Test
    void what_a_browser_sends_is_plain() {
        String sent = """
                GET /fr/politique/un-ferry-hr5nt?utm_source=x HTTP/1.1
                Host: news.example.org:8443
                Connection: keep-alive
                sec-ch-ua: "Chromium";v="140", "Not=A?Brand";v="24"
                Upgrade-Insecure-Requests: 1
                User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)
                Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8
                Sec-Fetch-Site: same-origin
                Referer: https://news.example.org/fr/
                Accept-Encoding:  gzip, deflate, br\t
                Accept-Language: fr,en;q=0.8
                Cookie: theme=dark
                If-None-Match: W/"abc"

                """.replace("\n", "\r\n");
        assertEquals(Asked.Kind.PLAIN, read(sent + "GET"));
        assertEquals(sent.length(), request.length());
        assertEquals("/fr/politique/un-ferry-hr5nt?utm_source=x", request.target());
        assertTrue(request.whole());
        assertEquals("gzip, deflate, br", request.asked().acceptEncoding());
        assertEquals("W/\"abc\"", request.asked().ifNoneMatch());
    }

    @Test
    void nothing_is_remembered_of_the_request_before() {
        read(get("If-None-Match: \"a\"\r\nAccept-Encoding: br\r\n"));
        assertEquals(Asked.Kind.PLAIN, read("HEAD /fr/ HTTP/1.1\r\nHost: a\r\n\r\n"));
        assertNull(request.asked().ifNoneMatch());
        assertNull(request.asked().acceptEncoding());
        assertEquals(false, request.whole());
    }

    @Test
    void a_part_of_a_request_is_none() {
        String whole = get("Accept-Encoding: gzip\r\n");
        for (int length = 0; length < whole.length(); length++) {
            assertEquals(Asked.Kind.OTHER, read(whole.substring(0, length)), whole.substring(0, length));
        }
        assertEquals(Asked.Kind.PLAIN, read(whole));
    }

    @Test
    void what_is_framed_as_surely_but_not_for_everybody_is_routed() {
        for (String header : List.of(
                "Range: bytes=0-1",
                "Authorization: Bearer x",
                "Cookie: __Host-rotative=1",
                "If-None-Match: \"a\"\r\nIf-None-Match: \"b\"",
                "Accept-Encoding: gzip\r\naccept-encoding: br")) {
            assertEquals(Asked.Kind.ROUTED, read(get(header + "\r\n")), header);
            assertEquals(get(header + "\r\n").length(), request.length());
        }
    }

    @Test
    void whatever_could_be_read_in_another_way_is_not_read() {
        for (String header : List.of(
                "Content-Length: 0",
                "content-length: 4",
                "Transfer-Encoding: chunked",
                "Expect: 100-continue",
                "Upgrade: h2c",
                "Trailer: x",
                "Connection: close",
                "Connection: keep-alive, X-A",
                "Sec-WebSocket-Key1: 1",
                "SEC-WEBSOCKET-KEY2: 1",
                "Host: localhost",
                "X-A : b",
                " X-A: b",
                "X-A\t: b",
                "X\u00e9: b",
                "X-A: \u00e9",
                "X-A: \u007f",
                "X-A: a\0b",
                "X-A: a\rb",
                "X-A: a\nX-B: c",
                "X-A",
                ": b")) {
            assertEquals(Asked.Kind.OTHER, read(get(header + "\r\n")), header);
        }
        for (String sent : List.of(
                "GET /fr/ HTTP/1.0\r\nHost: a\r\n\r\n",
                "GET /fr/ HTTP/1.1\nHost: a\r\n\r\n",
                "GET /fr/ HTTP/1.1\r\nHost: a\n\r\n",
                "GET /fr/ HTTP/1.1\r\nHost: a\r\n\n",
                "GET  /fr/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /fr/  HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET fr/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://a/fr/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /\u007f HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /" + "x".repeat(2000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                "get /fr/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /fr/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "\r\nGET /fr/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /fr/ HTTP/1.1\r\n\r\n",
                "GET /fr/ HTTP/1.1\r\nHost:\r\n\r\n",
                "GET /fr/ HTTP/1.1\r\nHost: a@b\r\n\r\n")) {
            assertEquals(Asked.Kind.OTHER, read(sent), sent);
        }
    }
}
