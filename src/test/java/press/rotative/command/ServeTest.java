package press.rotative.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `./rotative serve` as an operator meets it: the script, the built program, signals.
@Tag("long")
class ServeTest {
    private static final String READY = "Rotative is ready: ";
    private static final String ADDRESS = "/api/openapi.json";

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void theProgramIsBuilt() {
        assertTrue(
                Files.exists(Path.of("target/quarkus-app/built")),
                "The program is not built: ./rotative test builds it first, ./rotative help does too.");
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void it_says_where_it_answers_and_ends_with_status_0_when_asked() throws Exception {
        Process server = start("--port", "0", "--data", folder.resolve("data").toString());
        URI address = ready(server);
        assertEquals("127.0.0.1", address.getHost());
        assertTrue(answer(address).startsWith("HTTP/1.1 200"));
        server.destroy();
        assertTrue(server.waitFor(5, TimeUnit.SECONDS), "it did not end within 5 s");
        assertEquals(0, server.exitValue());
    }

    @Test
    void the_data_directory_is_the_owners_alone() throws Exception {
        Path data = folder.resolve("data");
        ready(start("--port", "0", "--data", data.toString()));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
    }

    /// The server's own handlers are the ones the fast way knows: a new release of the framework fails here.
    @Test
    void pages_at_hand_take_the_fast_way_on_a_kept_connection() throws Exception {
        Process server = start("--port", "0", "--data", folder.resolve("data").toString());
        URI address = ready(server);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            for (int time = 0; time < 5; time++) {
                String head = page(socket, "/fr/");
                assertTrue(head.startsWith("HTTP/1.1 200"), head);
            }
            assertTrue(figure(socket, "rotative_fast_answers_total") >= 3, "the fast way is off");
            assertEquals(1, figure(socket, "rotative_renders_total"));
        }
    }

    @Test
    void the_fast_way_can_be_turned_off() throws Exception {
        ProcessBuilder builder =
                command("--port", "0", "--data", folder.resolve("data").toString());
        builder.environment().put("ROTATIVE_FAST_WAY", "off");
        URI address = ready(start(builder));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            assertTrue(page(socket, "/fr/").startsWith("HTTP/1.1 200"));
            assertTrue(page(socket, "/fr/").startsWith("HTTP/1.1 200"));
            assertEquals(-1, figure(socket, "rotative_fast_answers_total"));
        }
    }

    /// Asks, reads all of the answer, and gives its head.
    private static String page(Socket socket, String path) throws IOException {
        ask(socket, path);
        String head = head(socket);
        int length = Integer.parseInt(head.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
        assertEquals(length, socket.getInputStream().readNBytes(length).length);
        return head;
    }

    private static void ask(Socket socket, String path) throws IOException {
        String request =
                "GET " + path + " HTTP/1.1\r\nHost: " + socket.getInetAddress().getHostAddress() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /// -1 where there is none of that name.
    private static long figure(Socket socket, String name) throws IOException {
        ask(socket, "/metrics");
        String head = head(socket);
        int length = Integer.parseInt(head.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
        String text = new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(-1);
    }

    @Test
    void a_second_server_on_the_same_directory_is_a_clear_error() throws Exception {
        String data = folder.resolve("data").toString();
        ready(start("--port", "0", "--data", data));
        Process second = start("--port", "0", "--data", data);
        assertEquals(1, second.waitFor());
        String said = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(said.contains("Another server is working on the data directory " + data), said);
    }

    @Test
    void a_taken_port_is_a_clear_error() throws Exception {
        URI first = ready(start("--port", "0", "--data", folder.resolve("one").toString()));
        Process second = start(
                "--port",
                String.valueOf(first.getPort()),
                "--data",
                folder.resolve("two").toString());
        assertEquals(1, second.waitFor());
        String said = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(said.contains("Another program listens on 127.0.0.1:" + first.getPort()), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {ADDRESS, "/fr/"})
    void no_answer_is_cut_when_it_ends_under_load(String path) throws Exception {
        Process server = start("--port", "0", "--data", folder.resolve("data").toString());
        URI address = ready(server).resolve(path);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int reader = 0; reader < 12; reader++) {
                counts.add(readers.submit(() -> readUntilRefused(address)));
            }
            TimeUnit.MILLISECONDS.sleep(700);
            server.destroy();
            assertTrue(server.waitFor(12, TimeUnit.SECONDS), "it did not end within 12 s");
            for (Future<Integer> count : counts) {
                assertTrue(count.get() > 0);
            }
        }
        assertEquals(0, server.exitValue());
    }

    /// One kept connection after another, until nobody listens. Fails where an answer stops in its middle, or where a
    /// connection ends after an answer that did not say so.
    private static int readUntilRefused(URI address) throws IOException {
        int answers = 0;
        while (true) {
            Optional<Socket> taken = connect(address);
            if (taken.isEmpty()) {
                return answers;
            }
            try (Socket socket = taken.get()) {
                for (boolean fresh = true, last = false; !last; fresh = false, answers++) {
                    String head = ask(socket, address);
                    if (fresh && head.isEmpty()) {
                        return answers; // the kernel had taken it in when the listening socket closed; nobody read it
                    }
                    assertTrue(head.startsWith("HTTP/1.1 200"), "instead of an answer: " + head);
                    int length = Integer.parseInt(head.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
                    assertEquals(length, socket.getInputStream().readNBytes(length).length, "the answer was cut");
                    last = head.toLowerCase(Locale.ROOT).contains("connection: close");
                }
            }
        }
    }

    private static Optional<Socket> connect(URI address) throws IOException {
        try {
            Socket socket = new Socket(address.getHost(), address.getPort());
            socket.setSoTimeout(10_000);
            return Optional.of(socket);
        } catch (SocketException refused) {
            return Optional.empty();
        }
    }

    /// The head of the answer; empty where the connection ended without one.
    private static String ask(Socket socket, URI address) throws IOException {
        try {
            socket.getOutputStream().write(request(address));
            return head(socket);
        } catch (SocketException ended) {
            return "";
        }
    }

    private static String answer(URI address) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request(address));
            return head(socket);
        }
    }

    private static byte[] request(URI address) {
        String path = address.getPath().isEmpty() ? ADDRESS : address.getPath();
        return ("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int read = socket.getInputStream().read();
                read >= 0;
                read = socket.getInputStream().read()) {
            head.append((char) read);
            if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        assertEquals("", head.toString(), "the answer was cut in its head");
        return "";
    }

    private Process start(String... options) throws IOException {
        return start(command(options));
    }

    private Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static ProcessBuilder command(String... options) {
        ProcessBuilder builder = new ProcessBuilder("./rotative", "serve");
        builder.command().addAll(List.of(options));
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("ROTATIVE_") && !name.equals("ROTATIVE_JAVA_HOME"));
        return builder;
    }

    private static URI ready(Process server) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        assertTrue(line != null && line.startsWith(READY), () -> line + " " + said(server));
        return URI.create(line.substring(READY.length()));
    }

    private static String said(Process server) {
        server.destroyForcibly();
        try {
            return new String(server.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return gone.toString();
        }
    }
}
