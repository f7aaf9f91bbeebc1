package press.rotative.site.fast;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/// Sees the first bytes of a connection, and is gone. Where they begin with one plain request, that is handed on as
/// exactly its own bytes; if the connection has become the fast way's by then, the reader takes its place.
final class Arrival extends ChannelInboundHandlerAdapter {
    private final FastWay way;

    Arrival(FastWay way) {
        this.way = way;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        PlainRequest request = way.place().request();
        if (message instanceof ByteBuf bytes && request.read(bytes) != Asked.Kind.OTHER) {
            context.fireChannelRead(bytes.readRetainedSlice(request.length()));
            Pipeline.addReader(context.pipeline(), way);
        }
        context.fireChannelRead(message);
        context.pipeline().remove(this);
    }
}
