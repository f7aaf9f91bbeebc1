package press.rotative.site.fast;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;

/// Knows whether the router still owes an answer on this connection, and whether it has begun to end or change it.
final class AnswerWatch extends ChannelOutboundHandlerAdapter {
    private int owed = 1; // it is installed while the first request is at the router
    private boolean interim;
    private boolean left;

    /// Whether an answer written now stands where the client expects it.
    boolean mayAnswer() {
        return owed == 0 && !left;
    }

    /// @param request that goes on to the router
    void passed(HttpRequest request) {
        owed++;
        if (request.decoderResult().isFailure() || !HttpUtil.isKeepAlive(request)) {
            left = true;
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            boolean switched = response.status().code() == 101;
            left |= switched || !interim && !HttpUtil.isKeepAlive(response);
        }
        if (message instanceof LastHttpContent) {
            owed -= interim ? 0 : 1;
            interim = false;
        }
        context.write(message, promise);
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        left = true;
        context.close(promise);
    }
}
