package press.rotative.site.fast;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import press.rotative.site.SiteAnswer;

/// The fast way on one connection. Answers a request when nobody else owes an answer on it, else hands it on; what was
/// answered in one reading goes out in one writing.
///
/// A client that sends requests and does not read their answers is not read from any more until it does.
final class FastHandler extends ChannelInboundHandlerAdapter {
    private final FastWay way;
    private final Workplace place;
    private final ChannelHandlerContext out;
    private final AnswerWatch watch = new AnswerWatch();
    private final Queue<Object> held = new ArrayDeque<>(2);
    private long begun = 1; // it is installed while the first request is at the router
    private long ended;
    private boolean answered;
    private boolean unsent;

    /// @param out from where answers are written: what stands there before it does not see them
    FastHandler(FastWay way, Workplace place, ChannelHandlerContext out) {
        this.way = way;
        this.place = place;
        this.out = out;
    }

    AnswerWatch watch() {
        return watch;
    }

    /// How many requests came out of the decoder.
    long begun() {
        return begun;
    }

    /// How many of them came to their end.
    long ended() {
        return ended;
    }

    /// Whether an answer written now stands where the client expects it, and the client reads.
    boolean mayAnswer(ChannelHandlerContext context) {
        return held.isEmpty() && watch.mayAnswer() && context.channel().isWritable();
    }

    /// Writes an answer; it goes out with [#send].
    void answer(ChannelHandlerContext context, SiteAnswer answer, boolean whole) {
        out.write(place.answers().encoded(context.alloc(), answer, whole), out.voidPromise());
        unsent = true;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        begun += message instanceof HttpRequest ? 1 : 0;
        ended += message instanceof LastHttpContent ? 1 : 0;
        boolean first = held.isEmpty();
        if (first
                && (!(message instanceof HttpRequest)
                        || !watch.mayAnswer()
                        || context.channel().isWritable())) {
            take(context, message);
            return;
        }
        held.add(message);
        if (first) {
            context.channel().config().setAutoRead(false);
        }
    }

    private void take(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            SiteAnswer answer = watch.mayAnswer() ? way.answer(request, place.asked()) : null;
            answered = answer != null;
            if (answer != null) {
                boolean whole = request.method().equals(HttpMethod.GET);
                ReferenceCountUtil.release(message);
                answer(context, answer, whole);
                return;
            }
            watch.passed(request);
        } else if (answered) {
            ReferenceCountUtil.release(message);
            answered = !(message instanceof LastHttpContent);
            return;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        send();
        context.fireChannelReadComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (!held.isEmpty() && context.channel().isWritable()) {
            takeHeld(context);
        }
        context.fireChannelWritabilityChanged();
    }

    private void takeHeld(ChannelHandlerContext context) {
        while (!held.isEmpty()
                && (!(held.peek() instanceof HttpRequest)
                        || !watch.mayAnswer()
                        || context.channel().isWritable())) {
            take(context, held.remove());
        }
        send();
        context.fireChannelReadComplete();
        if (held.isEmpty()) {
            context.channel().config().setAutoRead(true);
        }
    }

    /// What was answered since the last time goes out.
    void send() {
        if (unsent) {
            unsent = false;
            out.flush();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        releaseHeld();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        releaseHeld();
    }

    private void releaseHeld() {
        for (Object message = held.poll(); message != null; message = held.poll()) {
            ReferenceCountUtil.release(message);
        }
    }
}
