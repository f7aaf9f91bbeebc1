package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import press.rotative.platform.Problem;
import press.rotative.search.Question;

@Timeout(20)
class PageCacheTest {
    private static final Route FRONT = new Route.Front("fr");
    private static final Route SEARCH =
            new Route.Search("fr", "ferry", SearchFilter.NONE, Question.Order.RELEVANCE, null);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final AtomicLong number = new AtomicLong(7);
    private final AtomicLong cursor = new AtomicLong(7);
    private final AtomicInteger made = new AtomicInteger();
    private final MovableClock clock = new MovableClock();
    private volatile String text = "first";

    @Test
    void a_page_is_made_once_while_no_clock_moves() {
        PageCache cache = cache(this::make);
        assertSame(cache.page(FRONT), cache.page(FRONT));
        assertEquals(1, made.get());
        assertTrue(cache.ready(FRONT).isPresent());
    }

    @Test
    void a_new_number_of_the_log_makes_every_page_doubtful() {
        PageCache cache = cache(this::make);
        cache.page(FRONT);
        number.set(8);
        assertTrue(cache.ready(FRONT).isEmpty());
        text = "second";
        assertEquals("second", text(cache.page(FRONT)));
    }

    @Test
    void a_doubtful_page_that_comes_out_the_same_keeps_its_tag_and_encodings() {
        PageCache cache = cache(this::make);
        PageBody body = cache.page(FRONT).body();
        number.set(8);
        assertSame(body, cache.page(FRONT).body());
        assertEquals(2, made.get());
    }

    @Test
    void midnight_makes_a_page_doubtful() {
        PageCache cache = cache(this::make);
        cache.page(FRONT);
        clock.now = NOON.plusSeconds(12 * 3600);
        assertTrue(cache.ready(FRONT).isEmpty());
    }

    @Test
    void only_pages_that_show_lists_of_the_search_index_follow_its_cursor() {
        PageCache cache = cache(this::make);
        cache.page(FRONT);
        cache.page(SEARCH);
        cursor.set(8);
        assertTrue(cache.ready(FRONT).isPresent());
        assertTrue(cache.ready(SEARCH).isEmpty());
    }

    @Test
    void many_askers_are_answered_by_one_making() throws Exception {
        var going = new CountDownLatch(1);
        PageCache cache = cache(route -> {
            await(going);
            return make(route);
        });
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<MadePage>> answers = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                answers.add(askers.submit(() -> cache.page(FRONT)));
            }
            Thread.sleep(50);
            going.countDown();
            for (Future<MadePage> answer : answers) {
                assertEquals("first", text(answer.get()));
            }
        }
        assertEquals(1, made.get());
    }

    @Test
    void nobody_joins_a_making_that_began_under_an_older_number() throws Exception {
        var begun = new CountDownLatch(1);
        var going = new CountDownLatch(1);
        var first = new AtomicInteger();
        PageCache cache = cache(route -> {
            MadePage page = make(route);
            if (first.getAndIncrement() == 0) {
                begun.countDown();
                await(going);
            }
            return page;
        });
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<MadePage> early = askers.submit(() -> cache.page(FRONT));
            await(begun);
            text = "second";
            number.set(8);
            Future<MadePage> late = askers.submit(() -> cache.page(FRONT));
            Thread.sleep(50);
            going.countDown();
            assertEquals("first", text(early.get()));
            assertEquals("second", text(late.get()));
        }
        assertEquals("second", text(cache.page(FRONT)));
    }

    @Test
    void a_failed_making_is_told_to_all_who_wait_and_forgotten() {
        var fail = new AtomicInteger(1);
        PageCache cache = cache(route -> {
            if (fail.getAndDecrement() > 0) {
                throw new Problem(Problem.Category.OVERLOADED, "busy");
            }
            return make(route);
        });
        assertThrows(Problem.class, () -> cache.page(FRONT));
        assertEquals("first", text(cache.page(FRONT)));
    }

    @Test
    void five_thousand_who_come_at_once_to_a_cold_page_are_answered_by_one_making() throws Exception {
        var renders = new Renders(route -> {
            pause(50);
            return make(route);
        });
        PageCache cache = cache(renders);
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<MadePage>> answers = new ArrayList<>();
            for (int i = 0; i < 5000; i++) {
                answers.add(askers.submit(() -> cache.page(FRONT)));
            }
            for (Future<MadePage> answer : answers) {
                assertEquals("first", text(answer.get()));
            }
        }
        assertEquals(1, renders.total());
    }

    @Test
    void a_page_can_be_made_right_for_a_number_that_is_not_public_yet() {
        PageCache cache = cache(route -> MadePage.html(200, text.getBytes(), PageClocks.of(8, Instant.MAX)));
        cache.page(FRONT);
        text = "second";
        cache.renew(FRONT, 9); // the maker sees 8 only, as when somebody else is late
        assertEquals("second", text(cache.page(FRONT)));
        number.set(8);
        assertEquals("second", text(cache.ready(FRONT).orElseThrow()));
        number.set(9);
        assertTrue(cache.ready(FRONT).isEmpty());
    }

    @Test
    void a_page_that_the_acts_left_alone_is_not_made_anew() {
        PageCache.Later leftAlone = (route, clocks, asked) ->
                route.equals(FRONT) ? clocks.at(asked, clocks.search(), clocks.alike()) : null;
        var cache = new PageCache(this::make, leftAlone, number::get, cursor::get, clock, PageCache.BUDGET_BYTES);
        MadePage front = cache.page(FRONT);
        MadePage search = cache.page(SEARCH);
        assertEquals(2, made.get());
        number.incrementAndGet();
        assertTrue(cache.ready(FRONT).isEmpty(), "what it costs to know is not for those who cannot wait");
        assertSame(front, cache.page(FRONT));
        assertSame(front, cache.ready(FRONT).orElseThrow());
        assertNotSame(search, cache.page(SEARCH));
        assertEquals(3, made.get());
        clock.now = NOON.plusSeconds(12 * 3600);
        number.incrementAndGet();
        assertNotSame(front, cache.page(FRONT), "left alone, but the day is over");
    }

    @Test
    void a_page_that_is_surely_left_alone_is_at_hand_without_waiting() {
        var asked = new AtomicInteger();
        var later = new PageCache.Later() {
            @Override
            public PageClocks unchanged(Route route, PageClocks clocks, long number) {
                asked.incrementAndGet();
                return clocks.at(number, clocks.search(), clocks.alike());
            }

            @Override
            public @Nullable PageClocks surelyUnchanged(Route route, PageClocks clocks, long number) {
                return number == 8 ? clocks.at(number, clocks.search(), clocks.alike()) : null;
            }
        };
        var cache = new PageCache(this::make, later, number::get, cursor::get, clock, PageCache.BUDGET_BYTES);
        MadePage front = cache.page(FRONT);
        number.set(8);
        assertSame(front, cache.ready(FRONT).orElseThrow());
        assertEquals(0, asked.get());
        number.set(9);
        assertTrue(cache.ready(FRONT).isEmpty());
        assertSame(front, cache.page(FRONT));
        assertEquals(1, asked.get());
        clock.now = NOON.plusSeconds(12 * 3600);
        number.set(8);
        assertTrue(cache.ready(FRONT).isEmpty(), "left alone, but the day is over");
    }

    @Test
    void a_page_made_early_has_the_codings_the_earlier_one_had() {
        PageCache cache = cache(route ->
                MadePage.html(200, (text + "w".repeat(500)).getBytes(), PageClocks.of(number.get() + 1, Instant.MAX)));
        cache.page(FRONT).body().in(Coding.GZIP);
        text = "second";
        cache.renew(FRONT, number.get() + 2);
        PageBody body = cache.page(FRONT).body();
        assertTrue(body.has(Coding.GZIP));
        assertFalse(body.has(Coding.BROTLI));
    }

    @Test
    void only_what_is_kept_is_made_early_and_only_what_was_asked_lately_is_warm() {
        PageCache cache = cache(this::make);
        cache.renew(FRONT, 8);
        assertEquals(0, made.get());
        assertFalse(cache.isWarm(FRONT));
        cache.page(FRONT);
        assertTrue(cache.isWarm(FRONT));
        clock.now = NOON.plusSeconds(120);
        assertFalse(cache.isWarm(FRONT));
        cache.ready(FRONT);
        assertTrue(cache.isWarm(FRONT));
        clock.now = NOON.plusSeconds(240);
        cache.renew(FRONT, 9);
        assertFalse(cache.isWarm(FRONT), "that nobody asked for it is not forgotten by making it");
    }

    @Test
    void who_finds_too_many_waiting_is_sent_away() throws Exception {
        var going = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var renders = new Renders(
                route -> {
                    begun.countDown();
                    await(going);
                    return make(route);
                },
                1,
                1);
        PageCache cache = cache(renders);
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<MadePage> first = askers.submit(() -> cache.page(FRONT));
            await(begun);
            Future<MadePage> second = askers.submit(() -> cache.page(SEARCH));
            Thread.sleep(100);
            Problem busy = assertThrows(Problem.class, () -> cache.page(new Route.Page("/fr/third", null)));
            assertEquals(Problem.Category.OVERLOADED, busy.category());
            going.countDown();
            assertEquals("first", text(first.get()));
            assertEquals("first", text(second.get()));
        }
        assertEquals(2, renders.total());
    }

    @Test
    void the_budget_bounds_what_is_kept() {
        var big = "x".repeat(10_000);
        PageCache cache = new PageCache(
                route -> MadePage.html(200, (big + route).getBytes(), PageClocks.of(number.get(), Instant.MAX)),
                PageCache.Later.UNKNOWN,
                number::get,
                cursor::get,
                clock,
                200_000);
        for (int i = 0; i < 500; i++) {
            cache.page(new Route.Page("/fr/" + i, null));
        }
        int kept = 0;
        for (int i = 0; i < 500; i++) {
            kept += cache.ready(new Route.Page("/fr/" + i, null)).isPresent() ? 1 : 0;
        }
        assertTrue(kept > 0 && kept <= 20, "kept " + kept);
    }

    @Test
    void a_crawler_does_not_push_out_what_readers_ask_for() {
        var big = "x".repeat(10_000);
        PageCache cache = new PageCache(
                route -> MadePage.html(200, (big + route).getBytes(), PageClocks.of(number.get(), Instant.MAX)),
                PageCache.Later.UNKNOWN,
                number::get,
                cursor::get,
                clock,
                300_000);
        cache.page(FRONT);
        for (int page = 0; page < 2000; page++) {
            if (page % 10 == 0) {
                clock.now = clock.now.plusSeconds(2);
                cache.page(FRONT);
                cache.ready(FRONT);
            }
            cache.page(new Route.Page("/fr/archive/" + page, null));
        }
        assertTrue(cache.ready(FRONT).isPresent());
    }

    @Test
    void pages_not_worth_keeping_are_made_for_each_asker() {
        PageCache cache = cache(route -> {
            made.incrementAndGet();
            return new ProblemPages(SampleViews.ASSETS).of(404, "/fr/x");
        });
        assertNotSame(cache.page(FRONT), cache.page(FRONT));
        assertEquals(2, made.get());
    }

    private PageCache cache(Function<Route, MadePage> maker) {
        return new PageCache(maker, PageCache.Later.UNKNOWN, number::get, cursor::get, clock, PageCache.BUDGET_BYTES);
    }

    private MadePage make(Route route) {
        made.incrementAndGet();
        long search = route.equals(SEARCH) ? cursor.get() : PageClocks.NO_SEARCH;
        return MadePage.html(200, text.getBytes(), new PageClocks(number.get(), search, NOON.plusSeconds(12 * 3600)));
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String text(MadePage page) {
        return new String(page.body().plain());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static final class MovableClock extends Clock {
        private volatile Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
