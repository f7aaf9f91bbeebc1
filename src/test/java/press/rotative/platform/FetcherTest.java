package press.rotative.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Asking a server that means harm, on this machine.
@Timeout(30)
class FetcherTest {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private ServerSocket server;

    /// Writes what a hostile server would.
    private interface Answering {
        void answer(String path, OutputStream out) throws IOException, InterruptedException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    @Test
    void what_stands_at_an_address_is_fetched_whole_with_its_type() {
        serve((path, out) ->
                write(out, "HTTP/1.1 200 OK\r\nContent-Type: image/PNG; a=b\r\nContent-Length: 3\r\n\r\nabc"));
        var got = assertInstanceOf(Fetcher.Fetched.Got.class, get("/a.png?x=1"));
        assertEquals("image/png", got.mediaType());
        assertArrayEquals(new byte[] {'a', 'b', 'c'}, got.bytes());
        assertEquals(List.of("GET /a.png?x=1 HTTP/1.1"), asked);
    }

    @Test
    void chunks_and_bodies_without_a_length_are_read() {
        serve((path, out) -> write(
                out,
                path.equals("/c")
                        ? "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nab\r\n1\r\nc\r\n0\r\n\r\n"
                        : "HTTP/1.0 200 OK\r\n\r\nabc"));
        assertArrayEquals(
                bytes("abc"),
                assertInstanceOf(Fetcher.Fetched.Got.class, get("/c")).bytes());
        assertArrayEquals(
                bytes("abc"),
                assertInstanceOf(Fetcher.Fetched.Got.class, get("/d")).bytes());
    }

    @Test
    void a_few_redirects_are_followed_and_no_more() {
        serve((path, out) -> write(
                out,
                path.equals("/end")
                        ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                        : "HTTP/1.1 302 Found\r\nLocation: " + (path.equals("/short") ? "/end" : "/again")
                                + "\r\n\r\n"));
        assertInstanceOf(Fetcher.Fetched.Got.class, get("/short"));
        assertRefused(get("/long"), "redirects more than 3 times");
        assertEquals(2 + 4, asked.size());
    }

    @Test
    void a_redirect_into_a_private_network_is_not_followed() {
        serve((path, out) -> write(
                out, "HTTP/1.1 301 Moved\r\nLocation: http://inside.example:" + server.getLocalPort() + "/\r\n\r\n"));
        assertRefused(get("/"), "inside.example leads into a private network");
        assertEquals(1, asked.size());
    }

    @Test
    void a_name_with_one_private_address_among_its_addresses_is_refused_before_anything_is_asked() {
        serve((path, out) -> write(out, "HTTP/1.1 200 OK\r\n\r\n"));
        assertRefused(fetcher().get(address("both.example", "/")), "private network");
        assertEquals(List.of(), asked);
    }

    @Test
    void the_name_is_resolved_once_for_each_request() {
        serve((path, out) -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
        List<String> resolved = new ArrayList<>();
        var fetcher = new Fetcher(limits(), host -> {
            resolved.add(host);
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });
        assertInstanceOf(Fetcher.Fetched.Got.class, fetcher.get(address("turning.example", "/")));
        assertEquals(List.of("turning.example"), resolved);
    }

    @Test
    void what_is_too_large_is_broken_off() {
        serve((path, out) -> {
            write(
                    out,
                    path.equals("/said")
                            ? "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"
                            : "HTTP/1.1 200 OK\r\n\r\n");
            for (int at = 0; at < 10_000; at++) {
                out.write(new byte[1024]);
            }
        });
        assertRefused(get("/said"), "is larger than 1 MB");
        assertRefused(get("/endless"), "is larger than 1 MB");
    }

    @Test
    void a_page_that_is_too_large_to_take_is_there_all_the_same() {
        serve((path, out) -> write(
                out,
                path.equals("/moved")
                        ? "HTTP/1.1 301 Moved\r\nLocation: /gone\r\n\r\n"
                        : path.equals("/gone")
                                ? "HTTP/1.1 404 Not Found\r\n\r\n"
                                : "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 99999999999\r\n\r\n"));
        assertTrue(fetcher().unreachable(address("there.example", "/large")).isEmpty());
        Problem gone = fetcher().unreachable(address("there.example", "/moved")).orElseThrow();
        assertEquals("problem.web.status", gone.phrase().orElseThrow().key());
        assertEquals(List.of("404"), gone.phrase().orElseThrow().arguments());
        Problem inside = fetcher().unreachable(address("inside.example", "/")).orElseThrow();
        assertEquals("problem.web.private", inside.phrase().orElseThrow().key());
    }

    @Test
    void a_server_that_drips_is_left_when_the_time_is_over() {
        serve((path, out) -> {
            write(out, path.equals("/head") ? "HTTP/1.1 200 OK\r\n" : "HTTP/1.1 200 OK\r\n\r\n");
            for (int at = 0; at < 200; at++) {
                write(out, path.equals("/head") ? "X: y\r\n" : "x");
                Thread.sleep(50);
            }
        });
        assertRefused(get("/head"), "longer than 2 seconds");
        assertRefused(get("/body"), "longer than 2 seconds");
    }

    @Test
    void answers_that_are_no_http_or_are_cut_are_refused() {
        serve((path, out) -> write(
                out,
                switch (path) {
                    case "/none" -> "SSH-2.0-x\r\n\r\n";
                    case "/cut" -> "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc";
                    case "/length" -> "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n";
                    case "/chunk" -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n";
                    case "/packed" -> "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nx";
                    case "/head" -> "HTTP/1.1 200 OK\r\n" + "X-Long: " + "y".repeat(100_000);
                    case "/missing" -> "HTTP/1.1 404 Not Found\r\n\r\n";
                    default -> "";
                }));
        for (String path : List.of("/none", "/cut", "/length", "/chunk", "/packed", "/head", "/empty")) {
            assertRefused(get(path), "could not be asked, or broke off");
        }
        assertRefused(get("/missing"), "answered 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "http://user:secret@a.example/",
                "http://a.example:22/", "jar:http://a.example!/", "/relative", "http:///"
            })
    void other_schemes_ports_and_names_are_never_asked(String address) {
        assertInstanceOf(Fetcher.Fetched.Refused.class, fetcher().get(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.9",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::1",
                "2001::1",
                "2001:db8::1",
                "::7f00:1",
                "100::1"
            })
    void addresses_that_are_not_anybodys_are_refused(String address) throws IOException {
        assertFalse(PublicAddresses.holds(InetAddress.getByName(address)), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::101:101"})
    void public_addresses_are_asked(String address) throws IOException {
        assertTrue(PublicAddresses.holds(InetAddress.getByName(address)), address);
    }

    private Fetcher.Fetched get(String path) {
        return fetcher().get(address("outside.example", path));
    }

    private URI address(String host, String path) {
        return URI.create("http://" + host + ":" + server.getLocalPort() + path);
    }

    /// The loopback stands for the outside, 10.0.0.1 for the house's own network.
    private Fetcher fetcher() {
        return new Fetcher(limits(), host -> switch (host) {
            case "inside.example" -> new InetAddress[] {InetAddress.getByName("10.0.0.1")};
            case "both.example" ->
                new InetAddress[] {InetAddress.getLoopbackAddress(), InetAddress.getByName("10.0.0.1")};
            default -> new InetAddress[] {InetAddress.getLoopbackAddress()};
        });
    }

    private Fetcher.Limits limits() {
        return new Fetcher.Limits(
                1024 * 1024,
                Duration.ofSeconds(2),
                3,
                port -> port == server.getLocalPort(),
                InetAddress::isLoopbackAddress);
    }

    private void serve(Answering answering) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    var line = new StringBuilder();
                    StringBuilder head = new StringBuilder();
                    while (!head.toString().endsWith("\r\n\r\n")) {
                        int read = socket.getInputStream().read();
                        if (read < 0) {
                            break;
                        }
                        head.append((char) read);
                    }
                    line.append(head.toString().split("\r\n")[0]);
                    asked.add(line.toString());
                    answering.answer(line.toString().split(" ")[1], socket.getOutputStream());
                } catch (IOException | InterruptedException ended) {
                    // The fetcher left, or the test is over.
                }
            }
        });
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(bytes(text));
        out.flush();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertRefused(Fetcher.Fetched fetched, String words) {
        String reason = assertInstanceOf(Fetcher.Fetched.Refused.class, fetched).reason();
        assertTrue(reason.contains(words), reason);
    }
}
