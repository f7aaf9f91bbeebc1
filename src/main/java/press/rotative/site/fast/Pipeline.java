package press.rotative.site.fast;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /// What may stand there besides: nothing of it changes a whole request or a whole answer.
    private static final Set<String> HARMLESS = Set.of("ssl", "handshaker", "idle", "h2c", "chunkedWriter", "logging");

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
                .filter(name -> !HARMLESS.contains(name)
                        && !Set.of(DECODER, ENCODER, HANDLER).contains(name))
                .findFirst()
                .map(name -> "the server has a handler '" + name + "' that is not known");
    }

    /// The handler reads just before the router; answers it makes leave below the encoder. The watch stands beside the
    /// encoder and sees every answer of the router.
    static void install(ChannelPipeline pipeline, FastHandler handler) {
        pipeline.addAfter(ENCODER, WATCH, handler.watch());
        pipeline.addBefore(HANDLER, FAST, handler);
    }
}
