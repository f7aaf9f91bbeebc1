package press.rotative.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.TestPostgres;
import press.rotative.media.darkroom.Format;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.story.acts.DestroyPicture;
import press.rotative.story.acts.KeepPicture;

class PostgresDestroyedPicturesTest extends DestroyedPicturesContract {
    private static final byte[] FACE = "a face".getBytes(StandardCharsets.UTF_8);

    @Override
    Optional<String> database() {
        return Optional.of(TestPostgres.freshDatabase());
    }

    @Test
    void the_same_bytes_do_not_come_in_while_they_are_destroyed() throws Exception {
        PictureId one = Cast.picture(press(), FACE);
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
        PictureId one = Cast.picture(press(), FACE);
        beside(
                new KeepPicture(Actor.OPERATOR, again(one), PictureDescription.EMPTY),
                new DestroyPicture(Cast.chief(), one, null, "Court order"));
        assertTrue(get(one).destroyed());
        List<Picture> all = press().database().read(sql -> new Pictures(sql).after(one.value(), 10));
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
            Future<?> held = threads.submit(() -> press().acts().perform(transaction -> {
                first.perform(transaction);
                begun.countDown();
                await(end);
                return true;
            }));
            try {
                assertTrue(begun.await(20, TimeUnit.SECONDS));
                Future<?> waiting = threads.submit(() -> press().acts().perform(second));
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
}
