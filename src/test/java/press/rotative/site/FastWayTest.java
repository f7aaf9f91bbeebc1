package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The fast way on a connection: its turn, its end, and that it never keeps what is not right any more.
@Timeout(60)
class FastWayTest {
    private static final String PLAIN = "GET /fr/ HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final AtomicLong number = new AtomicLong(1);
    private final CountDownLatch going = new CountDownLatch(1);
    private volatile String word = "first";
    private SiteDoor door;

    @BeforeEach
    void open() throws Exception {
        var cache = new PageCache(
                this::page, PageCache.Later.UNKNOWN, number::get, () -> 1, Clock.systemUTC(), PageCache.BUDGET_BYTES);
        door = SiteDoor.fast(new Site(cache, new ProblemPages(SampleViews.ASSETS), SampleViews.ASSETS, false));
    }

    @AfterEach
    void close() throws Exception {
        going.countDown();
        door.close();
    }

    private MadePage page(Route route) {
        if (route.equals(new Route.Page("/fr/slow", null))) {
            try {
                assertTrue(going.await(20, TimeUnit.SECONDS));
            } catch (InterruptedException stopping) {
                throw new IllegalStateException(stopping);
            }
        }
        String text = "<title>" + word + "</title>" + "w".repeat(20_000);
        return MadePage.html(200, text.getBytes(StandardCharsets.UTF_8), PageClocks.of(number.get(), Instant.MAX));
    }

    @Test
    void a_new_number_is_seen_by_the_very_next_request() throws Exception {
        try (var line = door.connect()) {
            line.ask(PLAIN);
            assertTrue(line.ask(PLAIN).text().contains("first"));
            assertEquals(1, door.answered());
            for (int i = 0; i < 50; i++) {
                word = "word" + i;
                number.incrementAndGet();
                assertTrue(line.ask(PLAIN).text().contains("<title>word" + i + "<"), "made anew");
                assertTrue(line.ask(PLAIN).text().contains("<title>word" + i + "<"), "at hand");
            }
            assertEquals(51, door.answered());
        }
    }

    @Test
    void it_takes_its_turn_behind_an_answer_that_is_still_being_made() throws Exception {
        try (var line = door.connect()) {
            line.ask(PLAIN);
            line.send("GET /fr/slow HTTP/1.1\r\nHost: localhost\r\n\r\n" + PLAIN + PLAIN);
            TimeUnit.MILLISECONDS.sleep(300);
            assertFalse(line.hasAnswer(), "somebody answered out of turn");
            going.countDown();
            for (int i = 0; i < 3; i++) {
                assertEquals(200, line.next(false).status());
            }
            long before = door.answered();
            line.ask(PLAIN);
            assertEquals(1, door.answered() - before, "the connection is fast again");
        }
    }

    @Test
    void nothing_is_answered_behind_a_connections_last_answer() throws Exception {
        try (var line = door.connect()) {
            line.ask(PLAIN);
            line.send("GET /fr/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" + PLAIN + PLAIN);
            assertTrue(line.next(false).head().toLowerCase().contains("connection: close"));
            assertEquals("<closed>", line.rest(5000));
        }
    }

    @Test
    void a_server_that_ends_says_so_in_every_answer() throws Exception {
        try (var line = door.connect()) {
            line.ask(PLAIN);
            line.ask(PLAIN);
            door.closing.set(true);
            line.ask(PLAIN);
            assertEquals(1, door.answered());
        }
    }

    /// 4,000 pages of 20 KB are more than any socket takes in.
    @Test
    @Tag("long")
    void who_does_not_read_is_not_read_from() throws Exception {
        int asked = 4000;
        try (var first = door.connect()) {
            first.ask(PLAIN); // later connections are read in another way
        }
        try (var line = door.connect()) {
            line.ask(PLAIN);
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    line.send(PLAIN.repeat(asked));
                } catch (java.io.IOException ended) {
                    throw new IllegalStateException(ended);
                }
            });
            TimeUnit.MILLISECONDS.sleep(1500);
            assertTrue(door.answered() < asked, "everything was answered into memory: " + door.answered());
            for (int i = 0; i < asked; i++) {
                assertEquals(20_000 + 20, line.next(false).body().length);
            }
            sender.join();
            assertEquals(200, line.ask(PLAIN).status());
        }
    }

    @Test
    @Tag("long")
    void a_connection_is_given_up_when_it_is_quiet_and_not_while_it_is_asked() throws Exception {
        int idleSeconds = 3;
        try (var brisk = SiteDoor.fast(KeptPages.site(), idleSeconds)) {
            try (var first = brisk.connect()) {
                first.ask(PLAIN); // later connections are read before the decoder
            }
            try (var line = brisk.connect()) {
                line.ask(PLAIN);
                for (int i = 0; i < 5 * idleSeconds; i++) {
                    TimeUnit.MILLISECONDS.sleep(400);
                    assertEquals(200, line.ask(PLAIN).status());
                }
                assertEquals(5 * idleSeconds, brisk.answered());
                assertEquals("<closed>", line.rest(20_000));
            }
        }
    }

    @Test
    void who_leaves_in_the_middle_harms_nobody() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (var line = door.connect()) {
                line.ask(PLAIN);
                line.send(PLAIN.repeat(200));
            }
        }
        try (var line = door.connect()) {
            line.ask(PLAIN);
            assertEquals(200, line.ask(PLAIN).status());
        }
    }
}
