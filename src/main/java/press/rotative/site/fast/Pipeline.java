package press.rotative.site.fast;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.epoll.EpollMode;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.AttributeKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The handlers that Vert.x puts on an HTTP/1.1 connection (`HttpServerWorker`), and the places of the two of ours.
///
/// Vert.x promises nobody these names, so they are looked at each time: a release that works otherwise turns the fast
/// way off instead of breaking it.
final class Pipeline {
    static final String DECODER = "httpDecoder";
    static final String ENCODER = "httpEncoder";
    static final String HANDLER = "handler";
    static final String WATCH = "fastWatch";
    static final String FAST = "fastWay";
    static final String ACCEPT = "fastAccept";

    private static final AttributeKey<Boolean> ACCEPTING = AttributeKey.valueOf(Pipeline.class, "accepting");

    /// Matches requests with answers for itself, so it must see both or neither: it stands behind ours.
    private static final String WEB_SOCKET = "webSocketExtensionHandler";

    /// What may stand there besides: nothing of it changes a whole request or a whole answer.
    private static final Set<String> KNOWN = Set.of(
            DECODER, ENCODER, HANDLER, WEB_SOCKET, "ssl", "handshaker", "idle", "h2c", "chunkedWriter", "logging");

    private Pipeline() {}

    /// @return why the pipeline is not the one that was expected
    static Optional<String> objection(ChannelPipeline pipeline) {
        List<String> names = new ArrayList<>(pipeline.toMap().keySet());
        int decoder = names.indexOf(DECODER);
        int encoder = names.indexOf(ENCODER);
        int handler = names.indexOf(HANDLER);
        if (decoder < 0 || encoder < decoder || handler < encoder || handler != names.size() - 1) {
            return Optional.of("the server's handlers are " + names);
        }
        ChannelHandler reads = pipeline.get(DECODER);
        ChannelHandler writes = pipeline.get(ENCODER);
        if (!(reads instanceof HttpRequestDecoder) || !(writes instanceof HttpResponseEncoder)) {
            return Optional.of("the server reads with " + reads.getClass().getName() + " and writes with "
                    + writes.getClass().getName());
        }
        return names.stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .map(name -> "the server has a handler '" + name + "' that is not known");
    }

    /// Makes later connections tell when there is something to read instead of being asked once more after each
    /// reading: one call of the kernel less for every request. Only possible before a connection is registered.
    static void install(@Nullable Channel listening) {
        // Connections of several event loops come here at once; the first one does it.
        if (listening != null && listening.attr(ACCEPTING).setIfAbsent(true) == null) {
            listening.pipeline().addFirst(ACCEPT, new Accepting());
        }
    }

    @ChannelHandler.Sharable
    private static final class Accepting extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof EpollSocketChannel accepted) {
                accepted.config().setEpollMode(EpollMode.LEVEL_TRIGGERED);
            }
            context.fireChannelRead(message);
        }
    }

    /// The handler reads just before the router; answers it makes leave below the encoder. The watch stands beside the
    /// encoder and sees every answer of the router.
    static void install(ChannelPipeline pipeline, FastWay way, LoopAnswers loop) {
        var handler = new FastHandler(way, loop, pipeline.context(ENCODER));
        pipeline.addAfter(ENCODER, WATCH, handler.watch());
        pipeline.addBefore(pipeline.get(WEB_SOCKET) == null ? HANDLER : WEB_SOCKET, FAST, handler);
    }
}
