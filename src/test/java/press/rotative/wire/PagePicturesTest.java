package press.rotative.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.media.Picture;
import press.rotative.media.Pictures;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.platform.Fetcher;
import press.rotative.platform.Problem;
import press.rotative.story.EditionId;
import press.rotative.story.acts.CreateEdition;

/// Saved pages with the files of their pictures beside them.
class PagePicturesTest {
    private static final Actor MEMBER = new Actor(7, Role.ADMINISTRATOR);
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><title>The ferry sails again</title>
            <link rel="canonical" href="https://www.osterline.example/news/ferry"></head><body><article>
            <h1>The ferry sails again</h1>
            <figure><img src="%s" alt="A ferry"><figcaption>The ferry at the quay. © Ada Finch / File</figcaption></figure>
            <p>The boat left at seven on Monday, and the mayor waved from the quay with all of the council behind her.</p>
            <p>Nobody on board was sick, they said, and the coffee was as strong as it had been before the repairs.</p>
            </article></body></html>
            """;

    @TempDir
    Path folder;

    private Press press;
    private Path pages;

    @BeforeEach
    void open() throws IOException {
        press = Press.open(folder.resolve("data"), Optional.empty(), Clock.systemUTC());
        pages = Files.createDirectory(folder.resolve("pages"));
        Files.createDirectory(pages.resolve("ferry_files"));
        picture(pages.resolve("ferry_files/ferry 1.jpg"));
        picture(folder.resolve("outside.jpg"));
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void a_picture_beside_its_page_comes_along_with_its_words() throws IOException {
        List<Imported> imported = run("ferry_files/ferry%201.jpg", PagePictures.beside(press.intake()));
        assertEquals(1, imported.size(), "the picture is no capture of its own");
        Picture picture = hero();
        assertTrue(picture.held());
        assertEquals("The ferry at the quay", picture.caption().replaceFirst("\\.$", ""));
        assertEquals("Ada Finch", picture.credit());
        assertEquals("A ferry", picture.alt());
        assertTrue(picture.archive());
    }

    @Test
    void nothing_outside_the_folder_of_the_page_is_read() throws IOException {
        Files.createSymbolicLink(pages.resolve("link.jpg"), folder.resolve("outside.jpg"));
        Files.createSymbolicLink(pages.resolve("up"), folder);
        for (String address : List.of(
                "../outside.jpg",
                "link.jpg",
                "up/outside.jpg",
                "ferry_files/../../outside.jpg",
                folder.resolve("outside.jpg").toString(),
                "file://" + folder.resolve("outside.jpg"),
                "%2e%2e/outside.jpg",
                "a%00b.jpg")) {
            assertEquals(Optional.empty(), PagePictures.inside(pages, address), address);
        }
        Files.delete(pages.resolve("up"));
        run("link.jpg", PagePictures.beside(press.intake()));
        assertFalse(hero().held());
    }

    @Test
    void a_file_that_is_no_picture_is_not_held_and_the_report_says_why() throws IOException {
        Files.writeString(pages.resolve("fake.jpg"), "<svg onload='alert(1)'/>");
        Imported imported = run("fake.jpg", PagePictures.beside(press.intake())).getFirst();
        assertEquals(Imported.Status.FILED, imported.status());
        assertTrue(imported.reason().contains("The picture fake.jpg is not held: "), imported.reason());
        assertFalse(hero().held());
        assertEquals("Ada Finch", hero().credit());
    }

    @Test
    void without_being_asked_nothing_is_fetched_and_when_asked_not_from_a_private_network() throws IOException {
        List<String> asked = new ArrayList<>();
        var fetcher = new Fetcher(
                new Fetcher.Limits(1000, Duration.ofSeconds(2), 3, List.of(80, 443)::contains, address -> false),
                host -> {
                    asked.add(host);
                    return new InetAddress[] {InetAddress.getByName("10.0.0.1")};
                });
        run("https://img.osterline.example/ferry.jpg", PagePictures.beside(press.intake()));
        assertEquals(List.of(), asked);
        Files.writeString(
                pages.resolve("again.html"), PAGE.formatted("photos/ferry.jpg").replace("seven", "eight"));
        List<Imported> imported = run("../x.jpg", PagePictures.fetched(press.intake(), fetcher));
        assertEquals("www.osterline.example", asked.getFirst());
        assertTrue(
                imported.getFirst().reason().contains("leads into a private network"),
                imported.getFirst().reason());
    }

    @Test
    void a_page_whose_pictures_the_server_has_no_time_for_is_not_filed_without_them() throws Exception {
        var begun = new CountDownLatch(4);
        var over = new CountDownLatch(1);
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
        Files.writeString(pages.resolve("ferry.html"), PAGE.formatted("ferry_files/ferry%201.jpg"));
        Files.writeString(
                pages.resolve("plain.html"),
                PAGE.formatted("").replace("again", "at night").replace("/ferry\"", "/night\""));
        try (var uploads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                uploads.execute(() -> {
                    try {
                        press.intake().take(MEMBER, slow);
                    } catch (Problem brokenOff) {
                        // It is what it was begun for.
                    }
                });
            }
            try {
                assertTrue(begun.await(20, TimeUnit.SECONDS));
                List<Imported> imported = imported(PagePictures.beside(press.intake()), MEMBER);
                assertEquals(
                        List.of(Imported.Status.REFUSED, Imported.Status.FILED),
                        imported.stream().map(Imported::status).toList());
                assertEquals(
                        Problem.Category.TOO_MANY,
                        imported.getFirst().problem().orElseThrow().category());
            } finally {
                over.countDown();
            }
        }
        assertEquals(
                List.of(Imported.Status.FILED, Imported.Status.SKIPPED),
                imported(PagePictures.beside(press.intake()), MEMBER).stream()
                        .map(Imported::status)
                        .toList());
        assertTrue(hero().held(), "sent again, it has them");
    }

    @Test
    void of_a_page_that_its_act_refuses_no_picture_stays_unless_somebody_else_sent_it() throws IOException {
        EditionId french = press.acts()
                .perform(new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "UTC", null))
                .value();
        press.acts().perform(new CreateEdition(Actor.OPERATOR, "en", "en", false, "The Beacon", null, "UTC", null));
        var ofFrench = new Actor(91, Set.of(new Grant(Role.EDITOR, french.value(), 0)));
        Files.writeString(pages.resolve("ferry.html"), PAGE.formatted("ferry_files/ferry%201.jpg"));
        var wishes = new Filing.Wishes(Optional.of("en"), false);
        assertEquals(
                Imported.Status.REFUSED,
                imported(PagePictures.beside(press.intake()), ofFrench, wishes)
                        .getFirst()
                        .status());
        assertEquals(0, blobs());
        try (InputStream file = Files.newInputStream(pages.resolve("ferry_files/ferry 1.jpg"))) {
            press.intake().take(MEMBER, file);
        }
        assertEquals(1, blobs());
        imported(PagePictures.beside(press.intake()), ofFrench, wishes);
        assertEquals(1, blobs(), "it is about to be named");
    }

    private long blobs() throws IOException {
        Path all = folder.resolve("data/blobs");
        try (Stream<Path> files = Files.exists(all) ? Files.walk(all) : Stream.empty()) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private Picture hero() {
        return press.database().read(sql -> {
            List<Picture> all = new Pictures(sql).after(0, 100);
            return all.getLast();
        });
    }

    private List<Imported> run(String address, PagePictures pictures) throws IOException {
        Files.writeString(pages.resolve("ferry.html"), PAGE.formatted(address));
        List<Imported> imported = imported(pictures, Actor.OPERATOR);
        imported.forEach(each -> assertEquals(Imported.Status.FILED, each.status(), each.reason()));
        return imported;
    }

    private List<Imported> imported(PagePictures pictures, Actor actor) {
        return imported(pictures, actor, new Filing.Wishes(Optional.empty(), true));
    }

    private List<Imported> imported(PagePictures pictures, Actor actor, Filing.Wishes wishes) {
        List<Imported> imported = new ArrayList<>();
        new Import(new StoryFiling(actor, press.acts(), press.database(), press.blobs(), pictures))
                .run(
                        new ImportSources(List.of(pages.toString()), InputStream.nullInputStream()),
                        wishes,
                        imported::add);
        return imported;
    }

    private static void picture(Path file) throws IOException {
        var image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 320 * 200; at++) {
            image.setRGB(at % 320, at / 320, at * 2654435 & 0xFFFFFF);
        }
        ImageIO.write(image, "jpg", file.toFile());
    }
}
