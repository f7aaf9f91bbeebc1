package press.rotative.site.fast;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.IdleStateHandler;
import org.jspecify.annotations.Nullable;
import press.rotative.site.SiteAnswer;

/// Reads plain requests before the server's decoder does, and answers those that can be answered at once: the decoder
/// costs more than all else that the program does for them.
///
/// It stands before a decoder that has nothing left over: everything that came on this connection so far were whole
/// requests. A plain request that the router has to answer is handed on as exactly its own bytes, and must come out of
/// the decoder as one request and its end. With the first bytes that are anything else this handler hands all over and
/// leaves the connection for good, so a request is read by one of the two and never by both; from then on the decoder
/// reads and [FastHandler] answers.
final class FastReader extends ChannelInboundHandlerAdapter {
    private final FastWay way;
    private final FastHandler handler;
    private final PlainRequest request;
    private final @Nullable IdleStateHandler idle;
    private boolean handedOn = true; // the connection's first request, in the reading that is not complete yet
    private long activeSecond;

    /// @param handler of the same connection, behind the decoder
    /// @param request of the same event loop
    /// @param idle gives a quiet connection up; it stands where it cannot see what is answered here
    FastReader(FastWay way, FastHandler handler, PlainRequest request, @Nullable IdleStateHandler idle) {
        this.way = way;
        this.handler = handler;
        this.request = request;
        this.idle = idle;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            leave(context, message);
            return;
        }
        while (bytes.isReadable()) {
            Asked.Kind kind = request.read(bytes);
            if (kind == Asked.Kind.OTHER) {
                leave(context, bytes);
                return;
            }
            SiteAnswer answer = kind == Asked.Kind.PLAIN && handler.mayAnswer(context) ? way.answer(request) : null;
            if (answer != null) {
                bytes.skipBytes(request.length());
                handler.answer(context, answer, request.whole());
            } else if (!handOn(context, bytes.readRetainedSlice(request.length()))) {
                leave(context, bytes);
                return;
            }
        }
        bytes.release();
    }

    /// @return whether the decoder made one request of these bytes, and kept none
    private boolean handOn(ChannelHandlerContext context, ByteBuf one) {
        handedOn = true;
        long before = handler.begun();
        context.fireChannelRead(one);
        return handler.begun() == before + 1 && handler.ended() == handler.begun();
    }

    private void leave(ChannelHandlerContext context, Object rest) {
        handedOn = true;
        context.fireChannelRead(rest);
        context.pipeline().remove(this);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (handedOn) {
            handedOn = false;
            context.fireChannelReadComplete(); // with it the answers of this reading go out
            return;
        }
        handler.send();
        if (idle != null) {
            long second = way.second();
            if (second != activeSecond) {
                activeSecond = second;
                idle.resetReadTimeout();
            }
        }
    }
}
