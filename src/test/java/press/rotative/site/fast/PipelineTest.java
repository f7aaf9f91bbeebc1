package press.rotative.site.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What the fast way expects of the server's handlers.
class PipelineTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ChannelPipeline pipeline = channel.pipeline();

    @Test
    void the_servers_handlers_are_known() {
        usual();
        assertEquals(Optional.empty(), Pipeline.objection(pipeline));
        pipeline.addBefore("handler", "idle", new ChannelInboundHandlerAdapter());
        pipeline.addBefore("handler", "h2c", new ChannelInboundHandlerAdapter());
        assertEquals(Optional.empty(), Pipeline.objection(pipeline));
    }

    @Test
    void the_first_requests_of_several_event_loops_may_come_at_once() throws Exception {
        try (var loops = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 200; i++) {
                var listening = new EmbeddedChannel();
                var together = new CyclicBarrier(4);
                var all = new ArrayList<Future<?>>();
                for (int loop = 0; loop < 4; loop++) {
                    all.add(loops.submit(() -> {
                        together.await();
                        Pipeline.install(listening, ChannelInboundHandlerAdapter::new);
                        return null;
                    }));
                }
                for (Future<?> each : all) {
                    each.get();
                }
                assertNotNull(listening.pipeline().get(Pipeline.ACCEPT));
            }
        }
    }

    @Test
    void a_handler_nobody_knows_is_objected_to() {
        usual();
        pipeline.addBefore("handler", "deflater", new ChannelInboundHandlerAdapter());
        assertTrue(Pipeline.objection(pipeline).orElseThrow().contains("deflater"));
    }

    @Test
    void another_order_is_objected_to() {
        usual();
        pipeline.addLast("idle", new ChannelInboundHandlerAdapter());
        assertTrue(Pipeline.objection(pipeline).orElseThrow().contains("idle"));
    }

    @Test
    void another_way_of_reading_is_objected_to() {
        usual();
        pipeline.replace("httpDecoder", "httpDecoder", new HttpObjectAggregator(10));
        assertTrue(Pipeline.objection(pipeline).orElseThrow().contains("HttpObjectAggregator"));
    }

    @Test
    void a_connection_of_http_2_is_objected_to() {
        pipeline.addLast("handler", new ChannelInboundHandlerAdapter());
        assertTrue(Pipeline.objection(pipeline).isPresent());
    }

    private void usual() {
        pipeline.addLast("httpDecoder", new HttpRequestDecoder());
        pipeline.addLast("httpEncoder", new HttpResponseEncoder());
        pipeline.addLast("handler", new ChannelInboundHandlerAdapter());
    }
}
