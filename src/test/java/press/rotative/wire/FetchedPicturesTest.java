package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.media.Picture;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.people.Role;
import press.rotative.platform.Fetcher;
import press.rotative.platform.Problem;

/// Pictures of a saved page that are fetched from a server, as `import --fetch` does; the loopback of this machine
/// stands for the web, 10.0.0.1 for the house's own network.
@Timeout(60)
class FetchedPicturesTest {
    private static final String FIGURE =
            "<figure><img src='%s' alt='%s'><figcaption>%s. © Ada Finch</figcaption></figure>";
    private static final String TEXT =
            "<p>The boat left at seven on Monday, and the mayor waved from the quay with all of the council behind her.</p>";
    private static final int LARGEST = 200_000;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch over = new CountDownLatch(1);

    @TempDir
    Path folder;

    private Press press;
    private HttpServer server;
    private byte[] ferry;
    private Busy busy = () -> {};

    @BeforeEach
    void open() throws IOException {
        press = Press.open(folder.resolve("data"), Optional.empty(), Clock.systemUTC());
        ferry = jpeg();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        press.close();
    }

    @Test
    void pictures_that_do_not_lie_beside_a_page_are_fetched_with_their_words() throws IOException {
        Imported imported =
                run(fetcher(), figure("/ferry.jpg", "The ferry at the quay"), figure("/moved.jpg", "The ferry at sea"));
        assertFalse(imported.reason().contains("is not held"), imported.reason());
        List<Picture> pictures = pictures();
        assertEquals(2, pictures.size());
        for (Picture picture : pictures) {
            assertTrue(picture.held(), picture.caption());
            assertEquals("Ada Finch", picture.credit());
            assertEquals("A ferry", picture.alt());
        }
        assertEquals(List.of("/ferry.jpg", "/moved.jpg", "/sea.jpg"), asked);
    }

    @Test
    void what_cannot_be_fetched_is_named_and_all_else_of_the_page_comes_in() throws IOException {
        Imported imported = run(
                fetcher(),
                figure("/gone.jpg", "The gone ferry"),
                figure("/large.jpg", "The large ferry"),
                figure("/page.jpg", "The page of a ferry"),
                figure("/slow.jpg", "The slow ferry"),
                figure("/broken.jpg", "The broken ferry"),
                figure("/inside.jpg", "The private ferry"),
                FIGURE.formatted("https://lost.example:1/x.jpg", "A ferry", "The lost ferry"),
                figure("/ferry.jpg", "The ferry at the quay"));
        assertSaid(imported, "/gone.jpg", "answered 404");
        assertSaid(imported, "/large.jpg", "larger than");
        assertSaid(imported, "/page.jpg", "");
        assertSaid(imported, "/slow.jpg", "longer than 1 second");
        assertSaid(imported, "/broken.jpg", "broke off");
        assertSaid(imported, "/inside.jpg", "leads into a private network");
        assertSaid(imported, "https://lost.example:1/x.jpg", "Port 1 is not one of the web's");
        List<Picture> pictures = pictures();
        assertEquals(8, pictures.size());
        for (Picture picture : pictures) {
            assertEquals(picture.caption().startsWith("The ferry at the quay"), picture.held(), picture.caption());
            assertEquals("Ada Finch", picture.credit());
        }
    }

    @Test
    void pictures_that_take_long_together_are_no_longer_asked_for() throws IOException {
        String[] figures = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> figure("/slow.jpg?" + i, "The slow ferry " + i))
                .toArray(String[]::new);
        long begun = System.nanoTime();
        Imported imported = run(PagePictures.fetched(press.intake(), fetcher(), Duration.ofMillis(1500)), figures);
        assertTrue(System.nanoTime() - begun < Duration.ofSeconds(6).toNanos(), "it took too long");
        assertTrue(asked.size() <= 3, asked::toString);
        assertSaid(imported, "/slow.jpg?0", "longer than 1 second");
        assertSaid(imported, "/slow.jpg?11", "It was not asked for");
        assertTrue(imported.notes().contains(Imported.Note.PICTURES_MISSING));
        assertEquals(12, pictures().size(), "their words are kept");
    }

    @Test
    void a_page_cannot_make_the_program_ask_its_own_machine_or_network() throws IOException {
        String port = ":" + server.getAddress().getPort();
        Imported imported = run(
                Fetcher.ofTheWeb(),
                FIGURE.formatted("http://127.0.0.1/a.jpg", "A ferry", "The ferry at home"),
                FIGURE.formatted("http://[::1]/b.jpg", "A ferry", "The ferry at sea"),
                FIGURE.formatted("http://10.0.0.1/c.jpg", "A ferry", "The ferry at the quay"),
                FIGURE.formatted("http://127.0.0.1" + port + "/d.jpg", "A ferry", "The ferry in the dock"));
        assertSaid(imported, "http://127.0.0.1/a.jpg", "leads into a private network");
        assertSaid(imported, "http://[::1]/b.jpg", "leads into a private network");
        assertSaid(imported, "http://10.0.0.1/c.jpg", "leads into a private network");
        assertSaid(imported, "http://127.0.0.1" + port + "/d.jpg", "is not one of the web's");
        assertEquals(List.of(), asked);
        assertEquals(4, pictures().size());
        pictures().forEach(picture -> assertFalse(picture.held()));
    }

    @Test
    void of_a_page_that_is_refused_amid_its_pictures_none_stays() throws Exception {
        var member = new Actor(7, Role.ADMINISTRATOR);
        var begun = new CountDownLatch(4);
        var slow = new InputStream() {
            @Override
            public int read() throws IOException {
                begun.countDown();
                try {
                    over.await();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
                throw new IOException("broken off");
            }
        };
        try (var uploads = Executors.newFixedThreadPool(4)) {
            busy = () -> {
                for (int i = 0; i < 4; i++) {
                    uploads.execute(() ->
                            assertThrows(Problem.class, () -> press.intake().take(member, slow)));
                }
                begun.await();
            };
            try {
                Imported refused = file(
                        member,
                        PagePictures.fetched(press.intake(), fetcher()),
                        figure("/ferry.jpg", "The ferry at the quay"),
                        figure("/busy.jpg", "The busy ferry"));
                assertEquals(
                        Problem.Category.TOO_MANY,
                        refused.problem().orElseThrow().category(),
                        refused.reason());
                assertEquals(List.of("/ferry.jpg", "/busy.jpg"), asked);
            } finally {
                over.countDown();
            }
        }
        try (Stream<Path> files = Files.walk(folder.resolve("data/blobs"))) {
            assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
        }
    }

    @FunctionalInterface
    private interface Busy {
        void begin() throws InterruptedException;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            switch (path) {
                case "/ferry.jpg" -> send(exchange, 200, ferry);
                case "/sea.jpg" -> send(exchange, 200, Arrays.copyOf(ferry, ferry.length + 1));
                case "/busy.jpg" -> {
                    busy.begin();
                    send(exchange, 200, ferry);
                }
                case "/moved.jpg" -> moved(exchange, "/sea.jpg");
                case "/inside.jpg" -> moved(exchange, "http://inside.example:" + port() + "/ferry.jpg");
                case "/large.jpg" -> send(exchange, 200, new byte[LARGEST + 1]);
                case "/page.jpg" -> send(exchange, 200, "<html>Please sign in</html>".getBytes());
                case "/slow.jpg" -> {
                    exchange.sendResponseHeaders(200, ferry.length);
                    exchange.getResponseBody().write(ferry, 0, 100);
                    exchange.getResponseBody().flush();
                    over.await();
                }
                case "/broken.jpg" -> {
                    exchange.sendResponseHeaders(200, ferry.length);
                    exchange.getResponseBody().write(ferry, 0, 100);
                }
                default -> send(exchange, 404, "gone".getBytes());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "image/jpeg");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void moved(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().add("Location", address);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void assertSaid(Imported imported, String address, String reason) {
        String note = Arrays.stream(imported.reason().split("(?=The picture )"))
                .filter(each -> each.contains(address + " is not held: "))
                .findFirst()
                .orElse("");
        assertTrue(!note.isEmpty() && note.contains(reason), address + " in " + imported.reason());
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private String figure(String path, String caption) {
        return FIGURE.formatted("http://pictures.example:" + port() + path, "A ferry", caption);
    }

    private Fetcher fetcher() {
        return new Fetcher(
                new Fetcher.Limits(
                        LARGEST, Duration.ofSeconds(1), 3, List.of(port())::contains, InetAddress::isLoopbackAddress),
                host -> new InetAddress[] {
                    host.equals("inside.example") ? InetAddress.getByName("10.0.0.1") : InetAddress.getLoopbackAddress()
                });
    }

    private List<Picture> pictures() {
        return press.database().read(sql -> new Pictures(sql).after(0, 100));
    }

    /// Files one page with these figures between paragraphs.
    private Imported run(Fetcher fetcher, String... figures) throws IOException {
        return run(PagePictures.fetched(press.intake(), fetcher), figures);
    }

    private Imported run(PagePictures fetched, String... figures) throws IOException {
        Imported imported = file(Actor.OPERATOR, fetched, figures);
        assertEquals(Imported.Status.FILED, imported.status(), imported.reason());
        return imported;
    }

    private Imported file(Actor actor, PagePictures fetched, String... figures) throws IOException {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=en><head><title>The ferry sails</title>"
                + "<link rel=canonical href='https://www.osterline.example/news/ferry'></head><body><article>"
                + "<h1>The ferry sails again</h1>");
        int at = 0;
        for (String figure : figures) {
            page.append(TEXT.replace("seven", "seven and " + ++at + " minutes")).append(figure);
        }
        Path pages = Files.createDirectory(folder.resolve("pages"));
        Files.writeString(pages.resolve("ferry.html"), page.append(TEXT).append("</article></body></html>"));
        List<Imported> imported = new ArrayList<>();
        new Import(new StoryFiling(actor, press.acts(), press.database(), press.blobs(), fetched))
                .run(
                        new ImportSources(List.of(pages.toString()), InputStream.nullInputStream()),
                        new Filing.Wishes(Optional.empty(), true),
                        imported::add);
        assertEquals(1, imported.size());
        return imported.getFirst();
    }

    private static byte[] jpeg() throws IOException {
        var image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 320 * 200; at++) {
            image.setRGB(at % 320, at / 320, at * 97 & 0xFFFFFF);
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }
}
