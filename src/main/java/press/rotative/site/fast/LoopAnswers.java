package press.rotative.site.fast;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import press.rotative.site.DateLine;
import press.rotative.site.SiteAnswer;

/// Answers in the bytes of HTTP/1.1 (RFC 9112), for the connections of one event loop.
final class LoopAnswers {
    private final DateLine date;

    LoopAnswers(DateLine date) {
        this.date = date;
    }

    /// @param whole false to leave the body out, as HEAD is answered
    ByteBuf encoded(ByteBufAllocator allocator, SiteAnswer answer, boolean whole) {
        var head = new StringBuilder(1200)
                .append("HTTP/1.1 ")
                .append(HttpResponseStatus.valueOf(answer.status()))
                .append("\r\nDate: ")
                .append(date.now())
                .append("\r\n");
        for (Map.Entry<String, String> line : answer.headers().entrySet()) {
            head.append(line.getKey()).append(": ").append(line.getValue()).append("\r\n");
        }
        head.append("\r\n");
        ByteBuf bytes = allocator.directBuffer(head.length() + (whole ? answer.body().length : 0));
        bytes.writeCharSequence(head, StandardCharsets.ISO_8859_1);
        return whole ? bytes.writeBytes(answer.body()) : bytes;
    }
}
