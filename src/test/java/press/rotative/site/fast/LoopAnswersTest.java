package press.rotative.site.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import press.rotative.site.DateLine;
import press.rotative.site.SiteAnswer;

/// The bytes that go over the wire.
class LoopAnswersTest {
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
    private final MovableClock clock = new MovableClock();
    private final LoopAnswers loop = new LoopAnswers(new DateLine(clock), 2000);

    @AfterEach
    void nothing_is_left_behind() {
        loop.dropAll();
        assertEquals(0, allocator.metric().usedDirectMemory());
    }

    @Test
    void an_answer_is_its_status_date_headers_and_body() {
        assertEquals(
                "HTTP/1.1 200 OK\r\nDate: Tue, 24 Nov 2026 11:00:00 GMT\r\nB: 1\r\nA: 2\r\n\r\nhello",
                text(loop.encoded(allocator, answer("hello"), true)));
    }

    @Test
    void head_is_answered_without_the_body() {
        assertEquals(
                "HTTP/1.1 200 OK\r\nDate: Tue, 24 Nov 2026 11:00:00 GMT\r\nB: 1\r\nA: 2\r\n\r\n",
                text(loop.encoded(allocator, answer("hello"), false)));
        assertEquals(0, loop.keptBytes());
    }

    @Test
    void many_send_the_same_buffer_and_each_second_has_its_date() {
        SiteAnswer answer = answer("hello");
        ByteBuf one = loop.encoded(allocator, answer, true);
        ByteBuf other = loop.encoded(allocator, answer, true);
        assertEquals(one.memoryAddress(), other.memoryAddress());
        one.release();
        other.release();
        clock.now = clock.now.plusSeconds(61);
        assertTrue(text(loop.encoded(allocator, answer, true)).contains("\r\nDate: Tue, 24 Nov 2026 11:01:01 GMT\r\n"));
    }

    @Test
    void what_is_being_sent_keeps_its_date() {
        SiteAnswer answer = answer("hello");
        ByteBuf beingSent = loop.encoded(allocator, answer, true);
        clock.now = clock.now.plusSeconds(1);
        ByteBuf next = loop.encoded(allocator, answer, true);
        assertTrue(beingSent.memoryAddress() != next.memoryAddress());
        assertTrue(text(beingSent).contains("11:00:00 GMT"));
        assertTrue(text(next).contains("11:00:01 GMT"));
    }

    @Test
    void what_nobody_asks_for_is_let_go() {
        loop.encoded(allocator, answer("first"), true).release();
        SiteAnswer asked = answer("second");
        loop.encoded(allocator, asked, true).release();
        int both = loop.keptBytes();
        for (int i = 0; i < 30; i++) {
            clock.now = clock.now.plusSeconds(1);
            loop.encoded(allocator, asked, true).release();
        }
        assertTrue(loop.keptBytes() > 0 && loop.keptBytes() < both, "kept " + loop.keptBytes() + " of " + both);
    }

    @Test
    void the_budget_bounds_what_is_kept_and_what_is_being_sent_survives_it() {
        ByteBuf beingSent = loop.encoded(allocator, answer("first"), true);
        for (int i = 0; i < 100; i++) {
            loop.encoded(allocator, answer("word" + i + "w".repeat(300)), true).release();
            assertTrue(loop.keptBytes() <= 2000);
        }
        assertTrue(text(beingSent).endsWith("first"));
    }

    @Test
    void a_second_has_one_text() {
        var date = new DateLine(clock);
        assertSame(date.second(), date.second());
        assertEquals(DateLine.LENGTH, date.now().length());
        clock.now = Instant.parse("2026-03-05T04:05:06.999Z");
        assertEquals("Thu, 05 Mar 2026 04:05:06 GMT", date.now());
    }

    private static SiteAnswer answer(String body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("B", "1");
        headers.put("A", "2");
        return new SiteAnswer(200, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ByteBuf bytes) {
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.release();
        return text;
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-11-24T11:00:00Z");

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
