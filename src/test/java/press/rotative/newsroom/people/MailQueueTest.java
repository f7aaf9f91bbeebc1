package press.rotative.newsroom.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import press.rotative.platform.Problem;

class MailQueueTest {
    @Test
    void neither_a_flood_of_notices_holds_up_a_link_nor_one_of_links_a_notice() throws InterruptedException {
        for (MailQueue.Lane flooded : MailQueue.Lane.values()) {
            var queue = new MailQueue();
            var stuck = new CountDownLatch(1);
            int taken = 0;
            while (taken < 1000 && queue.take(flooded, "a mail", () -> await(stuck))) {
                taken++;
            }
            assertTrue(taken > 0 && taken < 1000, "a lane has a limit: " + taken);
            MailQueue.Lane other = flooded == MailQueue.Lane.LINKS ? MailQueue.Lane.NOTICES : MailQueue.Lane.LINKS;
            var sent = new CountDownLatch(1);
            assertTrue(
                    queue.take(other, "a mail", sent::countDown), () -> "the flood of " + flooded + " is in its way");
            assertTrue(sent.await(10, TimeUnit.SECONDS), () -> "it waits behind " + flooded);
            assertFalse(queue.take(flooded, "a mail", () -> {}), "the flood is still there");
            stuck.countDown();
            queue.end();
        }
    }

    @Test
    void nothing_is_done_whose_mail_would_not_go() {
        var queue = new MailQueue();
        var stuck = new CountDownLatch(1);
        try {
            int taken = 0;
            while (taken < 1000 && queue.take(MailQueue.Lane.LINKS, "a mail", () -> await(stuck))) {
                taken++;
            }
            var done = new AtomicInteger();
            Problem full = assertThrows(
                    Problem.class,
                    () -> queue.first(MailQueue.Lane.LINKS, "a link", done::incrementAndGet, each -> {}));
            assertEquals(Problem.Category.OVERLOADED, full.category());
            assertEquals(0, done.get());
        } finally {
            stuck.countDown();
            queue.end();
        }
    }

    @Test
    void what_is_refused_sends_nothing_and_holds_up_nothing() throws Exception {
        var queue = new MailQueue();
        try {
            var sent = new LinkedBlockingQueue<String>();
            assertThrows(
                    Problem.class,
                    () -> queue.<String>first(
                            MailQueue.Lane.LINKS,
                            "a link",
                            () -> {
                                throw Problem.invalid("No.");
                            },
                            sent::add));
            assertEquals("done", queue.first(MailQueue.Lane.LINKS, "a link", () -> "done", sent::add));
            assertEquals("done", sent.poll(10, TimeUnit.SECONDS));
            assertTrue(sent.isEmpty());
        } finally {
            queue.end();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
