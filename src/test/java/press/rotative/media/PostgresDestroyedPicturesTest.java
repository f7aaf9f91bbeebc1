package press.rotative.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.TestPostgres;
import press.rotative.media.darkroom.Format;
import press.rotative.nodes.OtherNodes;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.site.Site;
import press.rotative.site.SiteRequest;
import press.rotative.story.StoryId;
import press.rotative.story.acts.DestroyPicture;
import press.rotative.story.acts.DestroyVersion;
import press.rotative.story.acts.KeepPicture;
import press.rotative.story.acts.WithdrawStory;

class PostgresDestroyedPicturesTest extends DestroyedPicturesContract {
    private static final byte[] FACE = "a face".getBytes(StandardCharsets.UTF_8);
    private static final Duration LONGEST = OtherNodes.EVERY.plusSeconds(10);

    @TempDir
    Path elsewhere;

    @Override
    Optional<String> database() {
        return Optional.of(TestPostgres.freshDatabase());
    }

    @Test
    void the_same_bytes_do_not_come_in_while_they_are_destroyed() throws Exception {
        PictureId one = Cast.picture(press, FACE);
        Act<Picture> again = new KeepPicture(Actor.OPERATOR, again(one), PictureDescription.EMPTY);
        Throwable refused = assertThrows(
                        ExecutionException.class,
                        () -> beside(new DestroyPicture(Cast.chief(), one, null, "Court order"), again))
                .getCause();
        assertEquals(DestroyedPictures.comesBack().sentence(), ((Problem) refused).sentence());
        assertEquals(List.of(), findings());
    }

    @Test
    void bytes_that_come_in_again_just_before_they_are_destroyed_are_destroyed_with_the_others() throws Exception {
        PictureId one = Cast.picture(press, FACE);
        beside(
                new KeepPicture(Actor.OPERATOR, again(one), PictureDescription.EMPTY),
                new DestroyPicture(Cast.chief(), one, null, "Court order"));
        assertTrue(get(one).destroyed());
        List<Picture> all = press.database().read(sql -> new Pictures(sql).after(one.value(), 10));
        assertEquals(1, all.size());
        assertTrue(all.getFirst().destroyed());
        assertEquals(List.of(), findings());
    }

    /// Another file that was developed to the same bytes.
    private NewPicture again(PictureId one) {
        return new NewPicture(
                "another file", get(one).digest(), FACE.length, Format.JPEG, 100, 100, 1, PictureDescription.EMPTY);
    }

    /// Performs an act and, before it is durable, another one beside it, which has to wait for it.
    private void beside(Act<?> first, Act<?> second) throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> held = threads.submit(() -> press.acts().perform(transaction -> {
                first.perform(transaction);
                begun.countDown();
                await(end);
                return true;
            }));
            try {
                assertTrue(begun.await(20, TimeUnit.SECONDS));
                Future<?> waiting = threads.submit(() -> press.acts().perform(second));
                assertThrows(TimeoutException.class, () -> waiting.get(500, TimeUnit.MILLISECONDS));
                end.countDown();
                held.get(20, TimeUnit.SECONDS);
                waiting.get(20, TimeUnit.SECONDS);
            } finally {
                end.countDown();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void another_server_on_the_same_database_keeps_nothing_of_it_either() throws Exception {
        byte[] file = png(0x224466);
        Picture picture = sent(file);
        byte[] original = press.blobs().get(picture.digest()).orElseThrow();
        StoryId story = Cast.published(press, edition, Cast.illustrated(Cast.brief("Le port", "Texte."), picture.id()));
        try (Press other = Press.open(elsewhere, database, Clock.systemUTC())) {
            Site site = Cast.site(other, URI.create("https://lephare.example"));
            other.blobs().put(original); // its folder is its own
            other.renditions().named(picture, smallest(picture)).orElseThrow();
            assertTrue(front(site).contains("/pictures/" + picture.id().value() + "/"));
            act(new DestroyPicture(Cast.chief(), picture.id(), null, "Court order"));
            long end = System.nanoTime() + LONGEST.toNanos();
            while (other.renditions().has(picture.id()) && System.nanoTime() < end) {
                Thread.sleep(50);
            }
            assertFalse(other.renditions().has(picture.id()));
            assertTrue(other.others().lookNow(), "what was told is told to all");
            assertEquals(Optional.empty(), other.blobs().localFile(picture.digest()));
            assertFalse(front(site).contains("/pictures/"));
            assertEquals(press.number().current(), other.number().current());
            assertEquals(List.of(), new Inspection(other, part -> {}).findings());
            destroysCaptures(other, story);
        }
    }

    /// Bytes that a row names, as those of a capture of the story.
    private void destroysCaptures(Press other, StoryId story) throws IOException {
        byte[] captured = png(0x119955);
        String digest = other.blobs().put(captured);
        act(transaction -> {
            Pictures.addBlob(transaction, digest, captured.length, "text/html");
            transaction
                    .sql()
                    .execute(
                            "insert into capture (digest, source, story_id, at) values (?, 'a page', ?, 0)",
                            digest,
                            story.value());
            return true;
        });
        act(new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "jugement", "Retiré.", false));
        act(new DestroyVersion(Cast.chief(), story, 1, "jugement"));
        assertTrue(other.others().lookNow());
        assertEquals(Optional.empty(), other.blobs().localFile(digest));
    }

    private static String front(Site site) {
        return site.answer(SiteRequest.get("/fr/")).text();
    }
}
