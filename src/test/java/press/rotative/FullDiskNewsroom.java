package press.rotative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import press.rotative.platform.Problem;
import press.rotative.platform.SqliteDatabase;
import press.rotative.publication.PublicationLog;
import press.rotative.site.Site;
import press.rotative.site.SiteRequest;
import press.rotative.story.EditionId;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;
import press.rotative.wire.Filing;
import press.rotative.wire.Import;
import press.rotative.wire.ImportSource;
import press.rotative.wire.Imported;
import press.rotative.wire.PagePictures;
import press.rotative.wire.StoryFiling;

/// The life of a newsroom whose disk runs full twice. It ends with status 0 when it kept its promises.
final class FullDiskNewsroom {
    private static final URI ADDRESS = URI.create("https://lephare.example");

    private final Path disk;
    private final Path ballast;
    private final Random random = new Random(507);
    private final Map<StoryId, String> acknowledged = new LinkedHashMap<>();
    private Press press;
    private Site site;
    private final EditionId edition;

    private FullDiskNewsroom(Path disk) {
        this.disk = disk;
        this.ballast = disk.resolve("ballast");
        open();
        this.edition = Cast.lePhare(press);
    }

    public static void main(String[] arguments) {
        try {
            var newsroom = new FullDiskNewsroom(Path.of(arguments[0]));
            for (int i = 0; i < 5; i++) {
                newsroom.publish();
            }
            newsroom.searchCatchesUp();
            newsroom.readingGoesOn();
            newsroom.runFull();
            newsroom.runFull();
            newsroom.closeAndComeBack();
            newsroom.openingIsRefused();
            System.exit(0);
        } catch (Throwable broken) {
            broken.printStackTrace(System.out);
            System.exit(1);
        }
    }

    private void open() {
        press = Press.open(disk.resolve("data"), Optional.empty(), Clock.systemUTC());
        site = Cast.site(press, ADDRESS);
    }

    private void runFull() throws IOException {
        fillTheDisk();
        Problem refused = publishUntilRefused();
        assertEquals(507, refused.category().status(), refused.sentence());
        assertTrue(refused.sentence().contains("disk is full"), refused.sentence());
        long kept = number();
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    507,
                    assertThrows(Problem.class, this::publishLong).category().status());
        }
        assertEquals(kept, number(), "a refused act left a row");
        readingGoesOn();
        filesAreRefused();
        importIsRefused();
        copyIsRefused();
        System.out.println("full with " + acknowledged.size() + " stories acknowledged");

        Files.delete(ballast);
        long freed = System.nanoTime();
        publish();
        long back = Duration.ofNanos(System.nanoTime() - freed).toMillis();
        System.out.println("publishing again after " + back + " ms");
        assertTrue(back < 5000, "publishing came back only after " + back + " ms");
        byte[] picture = bytes(100_000);
        assertTrue(press.blobs().get(press.blobs().put(picture)).isPresent());
        Imported imported = importOne();
        assertEquals(Imported.Status.FILED, imported.status(), imported.reason());
        searchCatchesUp();
        readingGoesOn();
        assertEquals(List.of(), new Inspection(press, part -> {}).findings());
    }

    private void searchCatchesUp() {
        assertTrue(
                press.search().awaitCaughtUp(press.number().current(), Duration.ofSeconds(30)),
                "search did not come back");
    }

    private void closeAndComeBack() {
        press.close();
        open();
        for (StoryId story : acknowledged.keySet()) {
            assertTrue(
                    press.database().read(sql -> new Stories(sql).find(story)).isPresent(), "lost: " + story);
        }
        readingGoesOn();
        assertEquals(List.of(), new Inspection(press, part -> {}).findings());
        press.close();
    }

    private void publish() {
        publish(1_000);
    }

    private void publishLong() {
        publish(15_000);
    }

    private void publish(int length) {
        String word = "mot" + acknowledged.size() + "x" + random.nextInt(1_000_000);
        StoryId story = Cast.published(press, edition, Cast.brief("Titre " + word, filler(length)));
        acknowledged.put(story, word);
    }

    private String filler(int length) {
        var text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(Long.toString(random.nextLong(), 36)).append(' ');
        }
        return text.toString();
    }

    private Problem publishUntilRefused() {
        for (int i = 0; i < 3_000; i++) {
            try {
                publishLong();
            } catch (Problem refused) {
                return refused;
            }
        }
        throw new AssertionError("the disk never ran full");
    }

    private void fillTheDisk() throws IOException {
        try (var channel = FileChannel.open(ballast, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var block = ByteBuffer.allocate(4096);
            while (true) {
                channel.write(block.clear());
            }
        } catch (IOException full) {
            System.out.println("ballast of " + Files.size(ballast) + " bytes: " + full.getMessage());
        }
    }

    private long number() {
        return press.database().read(sql -> new PublicationLog(sql).number());
    }

    /// Every acknowledged story answers, cached or not; so do lists and the search.
    private void readingGoesOn() {
        Site fresh = Site.fresh(press.database(), press.renditions(), press.finder(), press.clock(), ADDRESS);
        for (Site each : List.of(site, fresh)) {
            acknowledged.forEach((story, word) -> {
                String code =
                        press.database().read(sql -> new Stories(sql).get(story).code());
                String path = each.answer(SiteRequest.get("/" + code)).headers().get("Location");
                var answer = each.answer(SiteRequest.get(path.replace(ADDRESS.toString(), "")));
                assertEquals(200, answer.status(), path);
                assertTrue(answer.text().contains(word), path);
            });
            for (String address : List.of("/fr/", "/fr/rss.xml", "/sitemap.xml", "/fr/search?q=titre")) {
                assertEquals(200, each.answer(SiteRequest.get(address)).status(), address);
            }
        }
    }

    private void filesAreRefused() throws IOException {
        Problem refused = assertThrows(Problem.class, () -> press.blobs().put(bytes(300_000)));
        assertEquals(507, refused.category().status(), refused.sentence());
        Path blobs = disk.resolve("data/blobs");
        if (Files.exists(blobs)) {
            try (Stream<Path> files = Files.walk(blobs)) {
                assertEquals(
                        List.of(),
                        files.filter(file -> file.toString().endsWith(".tmp")).toList(),
                        "a refused file left its beginning");
            }
        }
    }

    private void copyIsRefused() {
        Path copy = disk.resolve("copy.db");
        Problem refused = assertThrows(Problem.class, () -> ((SqliteDatabase) press.database()).copyInto(copy));
        assertEquals(507, refused.category().status(), refused.sentence());
        assertTrue(Files.notExists(copy), "a refused copy left its beginning");
    }

    private void openingIsRefused() throws IOException {
        fillTheDisk();
        Problem refused = assertThrows(Problem.class, this::open);
        assertEquals(507, refused.category().status(), refused.sentence());
        Files.delete(ballast);
        open();
        readingGoesOn();
    }

    private void importIsRefused() {
        Imported imported = importOne();
        assertEquals(Imported.Status.REFUSED, imported.status(), imported.reason());
        assertTrue(imported.reason().contains("free some space"), imported.reason());
    }

    private Imported importOne() {
        byte[] capture = ("Le ferry repart " + random.nextLong() + "\n\nLe bateau est parti lundi à sept heures, et le "
                        + "maire saluait depuis le quai, dit-on.\n\n" + filler(40_000) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        var results = new ArrayList<Imported>();
        new Import(new StoryFiling(press.acts(), press.database(), press.blobs(), PagePictures.none()))
                .run(
                        List.of(new ImportSource("page.txt", () -> new ByteArrayInputStream(capture)))
                                .iterator(),
                        new Filing.Wishes(Optional.of("fr"), true),
                        results::add);
        return results.getFirst();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
