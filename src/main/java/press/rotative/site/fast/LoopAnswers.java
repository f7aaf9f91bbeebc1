package press.rotative.site.fast;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import press.rotative.site.DateLine;
import press.rotative.site.SiteAnswer;

/// Answers in the bytes of HTTP/1.1 (RFC 9112), for the connections of one event loop. What was asked for lately is
/// kept as one buffer that many connections send at once; only its date is written anew each second, in place where
/// nobody is sending it just then.
///
/// Used by one thread only. What nobody asks for is dropped after some seconds; when the budget is spent, all are
/// dropped and the asked ones come back by themselves.
final class LoopAnswers {
    private static final int LONGEST_KEPT = 128 * 1024;
    private static final int IDLE_SECONDS = 10;
    private static final String BEFORE_DATE = "\r\nDate: ";

    private final DateLine date;
    private final int budgetBytes;
    private final Map<SiteAnswer, Prepared> prepared = new IdentityHashMap<>();
    private int keptBytes;
    private long sweptSecond;

    /// @param budgetBytes of the buffers that are kept
    LoopAnswers(DateLine date, int budgetBytes) {
        this.date = date;
        this.budgetBytes = budgetBytes;
    }

    private static final class Prepared {
        private ByteBuf bytes;
        private final int dateAt;
        private long second;

        private Prepared(ByteBuf bytes, int dateAt, long second) {
            this.bytes = bytes;
            this.dateAt = dateAt;
            this.second = second;
        }
    }

    /// @param whole false to leave the body out, as HEAD is answered
    /// @return to be released by who writes it
    ByteBuf encoded(ByteBufAllocator allocator, SiteAnswer answer, boolean whole) {
        DateLine.Second now = date.second();
        if (!whole || answer.body().length > LONGEST_KEPT) {
            return encode(allocator, answer, whole, now);
        }
        if (now.epochSecond() - sweptSecond >= IDLE_SECONDS) {
            sweep(now.epochSecond());
        }
        Prepared known = prepared.get(answer);
        if (known == null) {
            known = prepare(allocator, answer, now);
        } else if (known.second != now.epochSecond()) {
            redate(allocator, known, now);
        }
        return known.bytes.retainedDuplicate();
    }

    private Prepared prepare(ByteBufAllocator allocator, SiteAnswer answer, DateLine.Second now) {
        ByteBuf bytes = encode(allocator, answer, true, now);
        if (keptBytes + bytes.readableBytes() > budgetBytes) {
            dropAll();
        }
        keptBytes += bytes.readableBytes();
        var fresh = new Prepared(bytes, dateAt(answer), now.epochSecond());
        prepared.put(answer, fresh);
        return fresh;
    }

    private static void redate(ByteBufAllocator allocator, Prepared known, DateLine.Second now) {
        if (known.bytes.refCnt() > 1) {
            ByteBuf beingSent = known.bytes;
            known.bytes = allocator.directBuffer(beingSent.readableBytes()).writeBytes(beingSent.duplicate());
            beingSent.release();
        }
        known.bytes.setCharSequence(known.dateAt, now.text(), StandardCharsets.US_ASCII);
        known.second = now.epochSecond();
    }

    /// Lets go of what nobody asks for any more.
    private void sweep(long nowSecond) {
        sweptSecond = nowSecond;
        prepared.values().removeIf(each -> {
            boolean idle = nowSecond - each.second > IDLE_SECONDS;
            if (idle) {
                keptBytes -= each.bytes.readableBytes();
                each.bytes.release();
            }
            return idle;
        });
    }

    /// Lets go of everything that is kept; what is being sent stays until it is out.
    void dropAll() {
        prepared.values().forEach(each -> each.bytes.release());
        prepared.clear();
        keptBytes = 0;
    }

    int keptBytes() {
        return keptBytes;
    }

    private static ByteBuf encode(ByteBufAllocator allocator, SiteAnswer answer, boolean whole, DateLine.Second now) {
        var head = new StringBuilder(1200)
                .append(statusLine(answer))
                .append(BEFORE_DATE)
                .append(now.text())
                .append("\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("\r\n");
        ByteBuf bytes = allocator.directBuffer(head.length() + (whole ? answer.body().length : 0));
        bytes.writeCharSequence(head, StandardCharsets.ISO_8859_1);
        return whole ? bytes.writeBytes(answer.body()) : bytes;
    }

    private static String statusLine(SiteAnswer answer) {
        return "HTTP/1.1 " + HttpResponseStatus.valueOf(answer.status());
    }

    private static int dateAt(SiteAnswer answer) {
        return statusLine(answer).length() + BEFORE_DATE.length();
    }
}
