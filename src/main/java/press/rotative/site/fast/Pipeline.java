package press.rotative.site.fast;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.epoll.EpollMode;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.AttributeKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
    static final String READER = "fastReader";
    static final String ARRIVAL = "fastArrival";
    static final String ACCEPT = "fastAccept";

    private static final String IDLE = "idle";
    private static final String TLS = "ssl";

    private static final AttributeKey<Boolean> ACCEPTING = AttributeKey.valueOf(Pipeline.class, "accepting");

    /// Matches requests with answers for itself, so it must see both or neither: it stands behind ours.
    private static final String WEB_SOCKET = "webSocketExtensionHandler";

    /// What may stand there besides: nothing of it changes a whole request or a whole answer.
    private static final Set<String> KNOWN = Set.of(
            ARRIVAL, DECODER, ENCODER, HANDLER, WEB_SOCKET, IDLE, TLS, "handshaker", "h2c", "chunkedWriter", "logging");

    /// Large enough for a request, so that one reading takes it; grows where more comes.
    private static final int READING_BYTES = 2048;

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

    /// Prepares later connections, which is only possible before they are registered: they tell when there is
    /// something to read instead of being asked once more after each reading (one call of the kernel less for every
    /// request), and their first bytes are seen.
    ///
    /// @param arrival makes what sees them
    static void install(@Nullable Channel listening, Supplier<? extends ChannelHandler> arrival) {
        // Connections of several event loops come here at once; the first one does it.
        if (listening != null && listening.attr(ACCEPTING).setIfAbsent(true) == null) {
            listening.pipeline().addFirst(ACCEPT, new Accepting(arrival));
        }
    }

    @ChannelHandler.Sharable
    private static final class Accepting extends ChannelInboundHandlerAdapter {
        private final Supplier<? extends ChannelHandler> arrival;

        private Accepting(Supplier<? extends ChannelHandler> arrival) {
            this.arrival = arrival;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Channel accepted) {
                accepted.config()
                        .setRecvByteBufAllocator(
                                new AdaptiveRecvByteBufAllocator(READING_BYTES, READING_BYTES, 32 * READING_BYTES));
                if (accepted instanceof EpollSocketChannel epoll) {
                    epoll.config().setEpollMode(EpollMode.LEVEL_TRIGGERED);
                }
                accepted.pipeline().addFirst(ARRIVAL, arrival.get());
            }
            context.fireChannelRead(message);
        }
    }

    /// Puts the reader before the decoder, where the handler behind it saw one whole request and nothing of a next one.
    static void addReader(ChannelPipeline pipeline, FastWay way) {
        FastHandler handler = pipeline.get(FastHandler.class);
        if (handler != null && handler.begun() == 1 && handler.ended() == 1 && pipeline.get(TLS) == null) {
            IdleStateHandler idle = pipeline.get(IDLE) instanceof IdleStateHandler known ? known : null;
            pipeline.addBefore(
                    DECODER, READER, new FastReader(way, handler, way.place().request(), idle));
        }
    }

    /// The handler reads just before the router; answers it makes leave below the encoder. The watch stands beside the
    /// encoder and sees every answer of the router.
    static void install(ChannelPipeline pipeline, FastWay way, Workplace place) {
        var handler = new FastHandler(way, place, pipeline.context(ENCODER));
        pipeline.addAfter(ENCODER, WATCH, handler.watch());
        pipeline.addBefore(pipeline.get(WEB_SOCKET) == null ? HANDLER : WEB_SOCKET, FAST, handler);
    }
}
