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
    private final LoopAnswers loop;
    private final ChannelHandlerContext out;
    private final AnswerWatch watch = new AnswerWatch();
    private final Queue<Object> held = new ArrayDeque<>(2);
    private boolean answered;
    private boolean unsent;

    /// @param out from where answers are written: what stands there before it does not see them
    FastHandler(FastWay way, LoopAnswers loop, ChannelHandlerContext out) {
        this.way = way;
        this.loop = loop;
        this.out = out;
    }

    AnswerWatch watch() {
        return watch;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
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
            SiteAnswer answer = watch.mayAnswer() ? way.answer(request) : null;
            answered = answer != null;
            if (answer != null) {
                boolean whole = request.method().equals(HttpMethod.GET);
                ReferenceCountUtil.release(message);
                out.write(loop.encoded(context.alloc(), answer, whole), out.voidPromise());
                unsent = true;
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

    private void send() {
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
