package press.rotative.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.Queries;
import press.rotative.media.darkroom.Format;
import press.rotative.people.Actor;
import press.rotative.people.Role;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.site.Site;
import press.rotative.site.SiteAnswer;
import press.rotative.site.SiteRequest;
import press.rotative.story.EditionId;
import press.rotative.story.Reach;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;
import press.rotative.story.acts.ChangeRights;
import press.rotative.story.acts.DescribePicture;
import press.rotative.story.acts.DestroyPicture;
import press.rotative.story.acts.EndRights;
import press.rotative.story.acts.KeepPicture;

/// That nothing is left of a picture that was destroyed: not on pages, not on the disk, not in the library's words, and
/// that it does not come back.
abstract class DestroyedPicturesContract {
    private static final String REASON = "Court order";

    @TempDir
    Path data;

    final Optional<String> database = database();
    Press press;
    EditionId edition;
    private Site site;

    /// Empty: the database in the data directory.
    abstract Optional<String> database();

    @BeforeEach
    void open() {
        press = Press.open(data, database, Clock.systemUTC());
        site = Cast.site(press, URI.create("https://lephare.example"));
        if (edition == null) {
            edition = Cast.lePhare(press);
        }
    }

    @AfterEach
    void close() {
        press.close();
    }

    <T> T act(Act<T> act) {
        return press.acts().perform(act).value();
    }

    final Picture get(PictureId id) {
        return press.database().read(sql -> new Pictures(sql).get(id));
    }

    static byte[] png(int colour) throws IOException {
        var image = new BufferedImage(700, 500, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 700; x++) {
            image.setRGB(x, x % 500, colour);
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    Picture sent(byte[] file) {
        var taken = (Taken.Fresh) press.intake().take(Actor.OPERATOR, new ByteArrayInputStream(file));
        return act(new KeepPicture(
                Actor.OPERATOR,
                taken.picture(),
                PictureDescription.EMPTY.withWords("Le visage de Yann", "Yann au port", "© Odile Barzic", false)));
    }

    static String smallest(Picture picture) {
        return Rendition.of(picture, Shape.WHOLE).getFirst().name(Format.JPEG);
    }

    private SiteAnswer ask(String path) {
        SiteAnswer answer = site.answer(SiteRequest.get(path));
        return answer.status() == 301
                ? site.answer(SiteRequest.get(answer.headers().get("Location")))
                : answer;
    }

    private long files(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve(folder))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    final List<String> findings() {
        return new Inspection(press, part -> {}).findings();
    }

    private void refused(String key, Act<?> act) {
        Problem problem = assertThrows(Problem.class, () -> act(act));
        assertEquals(key, problem.phrase().map(Problem.Phrase::key).orElse(problem.sentence()));
    }

    @Test
    void it_leaves_pages_disk_and_library_at_once_and_for_good() throws IOException {
        byte[] file = png(0x224466);
        Picture picture = sent(file);
        String digest = picture.digest();
        StoryId story = Cast.published(press, edition, Cast.illustrated(Cast.brief("Le port", "Texte."), picture.id()));
        String page =
                "/" + press.database().read(sql -> new Stories(sql).get(story)).code();
        String address = "/pictures/" + picture.id().value() + "/" + smallest(picture);
        assertTrue(ask(page).text().contains("Yann au port"));
        assertEquals(200, ask(address).status());
        assertTrue(ask("/fr/").text().contains("/pictures/" + picture.id().value() + "/"));
        assertTrue(press.renditions().has(picture.id()));

        assertThrows(
                Problem.class,
                () -> act(new DestroyPicture(new Actor(7, Role.PICTURE_EDITOR), picture.id(), null, REASON)));
        refused("problem.changed", new DestroyPicture(Cast.chief(), picture.id(), picture.version() + 1, REASON));
        assertThrows(Problem.class, () -> new DestroyPicture(Cast.chief(), picture.id(), null, " "));
        assertEquals(200, ask(address).status(), "what was refused did nothing");

        act(new DestroyPicture(Cast.chief(), picture.id(), picture.version(), REASON));
        String after = ask(page).text();
        assertFalse(after.contains("Yann") || after.contains("Odile") || after.contains("/pictures/"), after);
        assertFalse(ask("/fr/").text().contains("/pictures/"));
        assertFalse(ask("/fr/feed.json").text().contains("/pictures/"));
        assertEquals(410, ask(address).status());
        assertEquals(Optional.empty(), press.blobs().localFile(digest));
        assertFalse(press.renditions().has(picture.id()));
        assertEquals(0, files("renditions"));
        Picture gap = get(picture.id());
        assertTrue(gap.destroyed() && !gap.held());
        assertEquals(PictureDescription.EMPTY, gap.description());
        assertEquals(List.of(), findings());
        press.database().read(sql -> {
            var last = new PublicationLog(sql)
                    .find(new PublicationLog(sql).number())
                    .orElseThrow();
            assertEquals(PublicAct.PICTURE_DESTROYED, last.act());
            assertEquals(digest, last.contentDigest());
            assertEquals(Optional.empty(), StaffLog.firstBroken(sql));
            return true;
        });

        refused("problem.picture.destroyed", new DestroyPicture(Cast.chief(), picture.id(), null, REASON));
        refused(
                "problem.picture.destroyed",
                new DescribePicture(Actor.OPERATOR, picture.id(), null, PictureDescription.EMPTY));
        refused("problem.picture.destroyed", new ChangeRights(Actor.OPERATOR, picture.id(), null, Rights.OPEN));
        act(new EndRights(picture.id()));
        assertEquals(410, ask(address).status());
        assertThrows(Problem.class, () -> sent(file));
        assertEquals(Optional.empty(), press.blobs().localFile(digest), "what was sent again leaves nothing");
        assertEquals(List.of(), findings());
    }

    @Test
    void the_same_bytes_under_another_number_go_with_it_and_others_stay() throws IOException {
        byte[] bytes = png(0x661122);
        PictureId one = Cast.picture(press, bytes);
        PictureId twin = Cast.picture(press, bytes);
        PictureId other = Cast.picture(press, png(0x117722));
        act(new DestroyPicture(Cast.chief(), twin, null, REASON));
        assertTrue(get(one).destroyed() && get(twin).destroyed());
        assertTrue(get(other).held() && !get(other).destroyed());
        assertTrue(press.blobs().localFile(get(other).digest()).isPresent());
        assertEquals(List.of(), findings());
        PictureId words = act(transaction -> Pictures.addWithoutFile(
                transaction, PictureDescription.captioned("Le visage de Yann", "© Odile", false)));
        act(new DestroyPicture(Cast.chief(), words, null, REASON));
        assertEquals(PictureDescription.EMPTY, get(words).description());
        assertTrue(get(other).held());
        assertEquals(List.of(), findings());
    }

    @Test
    void what_a_killed_server_left_is_told_by_the_check_and_goes_when_it_opens_again() throws IOException {
        Picture picture = sent(png(0x335577));
        byte[] original = press.blobs().get(picture.digest()).orElseThrow();
        press.renditions().named(picture, smallest(picture)).orElseThrow();
        Path shelf = data.resolve("renditions")
                .resolve("%03d".formatted(picture.id().value() % 1000))
                .resolve(Long.toString(picture.id().value()));
        assertTrue(Files.isDirectory(shelf));
        act(new DestroyPicture(Cast.chief(), picture.id(), null, REASON));
        assertFalse(Files.exists(shelf));

        press.blobs().put(original); // as if the process had ended before they were taken away
        Files.createDirectories(shelf.resolve("stamp"));
        assertEquals(2, findings().size(), findings().toString());
        press.close();
        open();
        assertEquals(Optional.empty(), press.blobs().localFile(picture.digest()));
        assertFalse(Files.exists(shelf));
        assertEquals(List.of(), findings());
    }

    @Test
    void what_a_killed_server_was_storing_goes_when_it_opens_again() throws IOException {
        Picture picture = sent(png(0x774411));
        Path shelf = data.resolve("blobs").resolve(picture.digest().substring(0, 2));
        Path half = shelf.resolve("new-123.tmp");
        Files.copy(shelf.resolve(picture.digest()), half);
        Files.setLastModifiedTime(half, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        press.close();
        open();
        press.sweepBlobs();
        assertFalse(Files.exists(half), "the same picture under a name that nothing knows");
        assertTrue(press.blobs().localFile(picture.digest()).isPresent());
        act(new DestroyPicture(Cast.chief(), picture.id(), null, REASON));
        assertEquals(0, files("blobs"));
    }

    @Test
    void who_destroys_a_picture_looks_at_its_own_renditions_only() throws IOException {
        var store = new RenditionStore(data.resolve("renditions"));
        byte[] made = {1, 2, 3};
        store.put(new PictureId(1), "stamp", "480.jpg", made);
        store.put(new PictureId(2), "stamp", "480.jpg", made);
        store.destroy(new PictureId(1));
        Path others = data.resolve("renditions/003/3/stamp");
        Files.createDirectories(others);
        Files.copy(data.resolve("renditions/002/2/stamp/480.jpg"), others.resolve("480.jpg"));
        assertEquals(2, store.total().files(), "the folder is counted when somebody asks how much there is");
        store.destroy(new PictureId(2));
        store.put(new PictureId(4), "stamp", "480.jpg", made);
        store.put(new PictureId(4), "stamp", "800.jpg", made);
        assertEquals(files("renditions"), store.total().files());
        assertEquals(3 * Files.size(others.resolve("480.jpg")), store.total().bytes());
    }

    @Test
    void how_far_it_reaches_is_asked_once_for_all_stories_that_show_it() throws IOException {
        PictureId picture = Cast.picture(press, png(0x229911));
        Set<Subject> touched = new HashSet<>();
        int few = 0;
        for (int i = 0; i < 12; i++) {
            touched.add(Cast.published(press, edition, Cast.illustrated(Cast.brief("Le port " + i, "Texte."), picture))
                    .subject());
            few = i == 1 ? reach(picture, touched) : few;
        }
        assertEquals(few, reach(picture, touched));
    }

    /// @return how many queries it took
    private int reach(PictureId picture, Set<Subject> stories) {
        var queries = new Queries();
        Set<Subject> reach = press.database().read(sql -> Reach.ofPicture(queries.over(sql), picture));
        assertTrue(reach.containsAll(stories), reach.toString());
        assertTrue(reach.contains(picture.subject()) && reach.contains(edition.subject()), reach.toString());
        return queries.count();
    }
}
