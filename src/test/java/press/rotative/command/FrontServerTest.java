package press.rotative.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The front server of the operators' page, and the unit of the archive: tried with the programs they are written for.
@Tag("long")
class FrontServerTest {
    @TempDir
    Path folder;

    @Test
    void the_documented_nginx_answers_https_and_hands_on_who_asked() throws Exception {
        Path nginx = program("nginx");
        certificate();
        var heard = new ConcurrentHashMap<String, String>();
        HttpServer behind = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        behind.createContext("/", exchange -> {
            heard.put("protocol", exchange.getProtocol());
            List.of("Host", "X-Forwarded-For", "X-Forwarded-Proto", "Connection")
                    .forEach(name -> heard.put(
                            name, String.valueOf(exchange.getRequestHeaders().getFirst(name))));
            byte[] page = "a page".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        behind.start();
        int port = freePort();
        Path configuration = configuration(port, behind.getAddress().getPort());
        Process front = new ProcessBuilder(nginx.toString(), "-c", configuration.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        try {
            assertEquals("2 200 a page", asked(port, "/fr/"), Files.readString(folder.resolve("said")));
            assertEquals(
                    Map.of(
                            "protocol", "HTTP/1.1",
                            "Host", "news.example.org",
                            "X-Forwarded-For", "127.0.0.1",
                            "X-Forwarded-Proto", "https",
                            "Connection", "null"),
                    heard);
            assertTrue(asked(port, "/metrics").startsWith("2 403"), "figures are not for strangers");
        } finally {
            front.destroy();
            front.waitFor(10, TimeUnit.SECONDS);
            behind.stop(0);
        }
    }

    @Test
    void the_unit_of_the_archive_is_understood() throws Exception {
        Path systemd = program("systemd-analyze");
        Path opt = Files.createDirectories(folder.resolve("opt"));
        Files.copy(Path.of("rotative"), opt.resolve("rotative"));
        assertTrue(opt.resolve("rotative").toFile().setExecutable(true));
        Path unit = folder.resolve("rotative.service");
        Files.writeString(
                unit,
                Files.readString(Path.of("src/main/dist/rotative.service")).replace("/opt/rotative/", opt + "/"));
        assertEquals("", run(systemd.toString(), "verify", unit.toString()));
    }

    private Path configuration(int port, int behind) throws IOException {
        String page = Files.readString(Path.of("docs/operators/README.md"));
        int begin = page.indexOf("```nginx\n") + 9;
        String server = page.substring(begin, page.indexOf("```", begin))
                .replace("listen 443", "listen 127.0.0.1:" + port)
                .replace("127.0.0.1:8080", "127.0.0.1:" + behind)
                .replace("/etc/ssl/", folder + "/");
        Path file = folder.resolve("nginx.conf");
        Files.writeString(file, """
                daemon off; pid %1$s/nginx.pid; error_log %1$s/error.log;
                events {}
                http { access_log off; client_body_temp_path %1$s/b; proxy_temp_path %1$s/p; fastcgi_temp_path %1$s/f;
                  uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
                %2$s
                }
                """.formatted(folder, server));
        return file;
    }

    private void certificate() throws Exception {
        run(
                program("openssl").toString(),
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=news.example.org",
                "-keyout",
                folder.resolve("news.example.org.key").toString(),
                "-out",
                folder.resolve("news.example.org.pem").toString());
    }

    /// Version of HTTP, status, and the page.
    private String asked(int port, String path) throws Exception {
        Path page = folder.resolve("page");
        String said = run(
                "curl",
                "-sk",
                "--retry",
                "20",
                "--retry-connrefused",
                "--retry-delay",
                "1",
                "--resolve",
                "news.example.org:" + port + ":127.0.0.1",
                "-o",
                page.toString(),
                "-w",
                "%{http_version} %{http_code}",
                "https://news.example.org:" + port + path);
        return said + " " + Files.readString(page);
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path program(String name) {
        var found = Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent() || "true".equals(System.getenv("CI")), name + " is missing");
        return found.orElseThrow();
    }
}
