package press.rotative.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What requests of an attacker look like. To be sent with a plain request before and one behind them: what they
/// smuggle, hide or break shows in the answers that follow.
public final class HostileRequests {
    public static final String HOST = "Host: localhost\r\n";
    public static final String PLAIN = "GET /fr/ HTTP/1.1\r\n" + HOST + "\r\n";

    private HostileRequests() {}

    /// By what is wrong with each.
    public static Map<String, String> all() {
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
        all.put(
                "keys of an old web socket",
                get("/fr/", "Sec-WebSocket-Key1: 1\r\nSec-WebSocket-Key2: 2\r\n") + "8 bytes.");
        all.put("one key of an old web socket", get("/fr/", "Sec-WebSocket-Key1: 1\r\n"));
        all.put("a lone line feed behind a header", "GET /fr/ HTTP/1.1\r\n" + HOST + "X-A: b\n\r\n");
        all.put("a lone line feed behind the request line", "GET /fr/ HTTP/1.1\n" + HOST + "\r\n");
        all.put("a lone line feed at the end", "GET /fr/ HTTP/1.1\r\n" + HOST + "\n");
        all.put("a carriage return too many", "GET /fr/ HTTP/1.1\r\r\n" + HOST + "\r\n");
        all.put("a carriage return too many at the end", "GET /fr/ HTTP/1.1\r\n" + HOST + "\r\r\n");
        all.put("a length behind a lone carriage return", get("/fr/", "X-A: b\r\rContent-Length: 4\r\n") + "abcd");
        all.put("two spaces in the request line", "GET  /fr/  HTTP/1.1\r\n" + HOST + "\r\n");
        all.put("a space behind the request line", "GET /fr/ HTTP/1.1 \r\n" + HOST + "\r\n");
        all.put("a space in the target", "GET /fr/ x HTTP/1.1\r\n" + HOST + "\r\n");
        all.put("a host in capitals with a tab", "GET /fr/ HTTP/1.1\r\nHOST:\tlocalhost\t \r\n\r\n");
        all.put("a length with a tab before its colon", get("/fr/", "Content-Length\t: 4\r\n") + "abcd");
        all.put("a length with a vertical tab in its name", get("/fr/", "Content-Length\u000b: 4\r\n") + "abcd");
        all.put("a length with a byte above 127 in its name", get("/fr/", "Content-Length\u00a0: 4\r\n") + "abcd");
        all.put("bytes above 127 in a value", get("/fr/", "X-A: \u00e9\u00a0\u0085\r\n"));
        all.put("a deleted byte in a value", get("/fr/", "X-A: a\u007fb\r\n"));
        all.put("a name in brackets", get("/fr/", "Content[Length]: 4\r\n"));
        all.put("a transfer coding that is empty", get("/fr/", "Transfer-Encoding:\r\n"));
        all.put("a transfer coding of nothing", get("/fr/", "Transfer-Encoding: identity\r\n"));
        all.put("settings of HTTP/2", get("/fr/", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n"));
        all.put("a version in small letters", "GET /fr/ http/1.1\r\n" + HOST + "\r\n");
        all.put("a version with a zero", "GET /fr/ HTTP/1.10\r\n" + HOST + "\r\n");
        all.put("a beginning that is cut off", "GET /fr/ HTTP/1.1\r\nHost: local");
        all.put("a request of exactly the reader's length", padded(4096));
        all.put("a request one byte longer", padded(4097));
        all.put("a request one byte shorter", padded(4095));
        all.put("nonsense", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n");
        return all;
    }

    private static String get(String target, String headers) {
        return "GET " + target + " HTTP/1.1\r\n" + HOST + headers + "\r\n";
    }

    private static String padded(int length) {
        String begin = "GET /fr/ HTTP/1.1\r\n" + HOST + "X-A: ";
        return begin + "b".repeat(length - begin.length() - 4) + "\r\n\r\n";
    }
}
