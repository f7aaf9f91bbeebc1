package press.rotative.site.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import press.rotative.site.HostileRequests;
import press.rotative.site.KeptPages;
import press.rotative.site.Site;
import press.rotative.site.SiteAnswer;
import press.rotative.site.SiteRequest;

/// Two readers stand on one connection, and what the first takes the second never sees. However requests are cut into
/// packets, the answers must be those of a connection that has the decoder alone.
class FastReaderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T11:00:00Z"), ZoneOffset.UTC);
    private static final String PLAIN = HostileRequests.PLAIN;
    private static final String OTHER = "GET /fr/port HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n";
    private static final String CACHED = "HEAD /fr/gone HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String NEVER_AT_HAND = "GET /fr/lost HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String ROUTED = "GET /fr/ HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-1\r\n\r\n";

    /// Every place to cut is tried near a request's ends; in the middle of long ones some are.
    private static final int ENDS = 100;

    private static final int STEP = 397;

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
    private final Site site = KeptPages.site();
    private final FastWay way = new FastWay(site, CLOCK, () -> false);

    @AfterEach
    void nothing_is_left_behind() {
        way.place().answers().dropAll();
        assertEquals(0, allocator.metric().usedDirectMemory());
        assertEquals(0, allocator.metric().usedHeapMemory());
    }

    /// The router's part: whatever comes out of the decoder is answered at once and in order, and what could not be
    /// decoded ends the connection.
    private final class Router extends ChannelInboundHandlerAdapter {
        private final boolean byFastWay;
        private int seen;
        private HttpRequest request;
        private int bodyBytes;

        private Router(boolean byFastWay) {
            this.byFastWay = byFastWay;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest begun) {
                request = begun;
                bodyBytes = 0;
                if (seen++ == 0 && byFastWay) {
                    Pipeline.install(context.pipeline(), way, way.place());
                }
            }
            if (message instanceof HttpContent content) {
                bodyBytes += content.content().readableBytes();
                content.release();
            }
            if (message instanceof LastHttpContent) {
                answer(context);
            }
        }

        private void answer(ChannelHandlerContext context) {
            boolean bad = request.decoderResult().isFailure();
            boolean last = bad || !HttpUtil.isKeepAlive(request);
            SiteAnswer answer = bad ? new SiteAnswer(400, Map.of(), new byte[0]) : ofSite();
            var response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    HttpResponseStatus.valueOf(answer.status()),
                    Unpooled.wrappedBuffer(answer.body()));
            response.headers().set("Date", "Tue, 24 Nov 2026 11:00:00 GMT");
            answer.headers().forEach((name, value) -> response.headers().set(name, value));
            if (bodyBytes > 0) {
                response.headers().set("X-Body", bodyBytes);
            }
            if (last) {
                response.headers().set("Connection", "close");
            }
            context.write(response);
            if (last) {
                context.flush();
                context.close();
            }
        }

        /// As Vert.x does: what is written in a reading goes out at its end.
        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }

        private SiteAnswer ofSite() {
            String target = request.uri();
            int mark = target.indexOf('?');
            return site.answer(new SiteRequest(
                    request.method().name(),
                    mark < 0 ? target : target.substring(0, mark),
                    mark < 0 ? null : target.substring(mark + 1),
                    request.headers().get("If-None-Match"),
                    request.headers().get("Accept-Encoding")));
        }
    }

    /// One connection.
    private final class Line {
        private final Router router;
        private final EmbeddedChannel channel = new EmbeddedChannel();

        private Line(boolean byFastWay) {
            router = new Router(byFastWay);
            channel.config().setAllocator(allocator);
            if (byFastWay) {
                channel.pipeline().addLast(Pipeline.ARRIVAL, new Arrival(way));
            }
            channel.pipeline()
                    .addLast(Pipeline.DECODER, new HttpRequestDecoder())
                    .addLast(Pipeline.ENCODER, new HttpResponseEncoder())
                    .addLast(Pipeline.HANDLER, router);
        }

        /// What the server says to these packets.
        private String say(List<String> packets) {
            for (String packet : packets) {
                if (channel.isOpen() && !packet.isEmpty()) {
                    ByteBuf bytes = allocator.directBuffer().writeBytes(packet.getBytes(StandardCharsets.ISO_8859_1));
                    channel.writeInbound(bytes);
                    channel.runPendingTasks();
                }
            }
            var said = new StringBuilder();
            for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
                said.append(out.toString(StandardCharsets.ISO_8859_1));
                out.release();
            }
            return said.append(channel.isOpen() ? "<open>" : "<closed>").toString();
        }

        private void end() {
            channel.finishAndReleaseAll();
        }
    }

    private String say(boolean byFastWay, List<String> packets) {
        var line = new Line(byFastWay);
        try {
            return line.say(packets);
        } finally {
            line.end();
        }
    }

    private void assertSame(String name, List<String> packets) {
        assertEquals(say(false, packets), say(true, packets), () -> name + ", as " + packets);
    }

    @Test
    void plain_requests_never_come_to_the_decoder_but_for_the_first() {
        var line = new Line(true);
        line.say(List.of(PLAIN, OTHER, PLAIN + OTHER + CACHED));
        line.say(List.of(PLAIN, PLAIN + PLAIN + OTHER, CACHED));
        long before = line.router.seen;
        long answered = way.answered();
        String said = line.say(List.of(PLAIN, OTHER, PLAIN + CACHED + OTHER));
        assertEquals(before, line.router.seen);
        assertEquals(5, way.answered() - answered);
        assertEquals(5, said.split("HTTP/1.1 200|HTTP/1.1 410").length - 1);
        line.end();
    }

    @Test
    void what_the_router_answers_between_them_changes_nothing() {
        var line = new Line(true);
        line.say(List.of(PLAIN, NEVER_AT_HAND, ROUTED, PLAIN + ROUTED + NEVER_AT_HAND + PLAIN));
        long before = line.router.seen;
        line.say(List.of(PLAIN, ROUTED + PLAIN, PLAIN + NEVER_AT_HAND, PLAIN));
        assertEquals(2, line.router.seen - before);
        assertTrue(line.channel.pipeline().get(FastReader.class) != null, "the reader stays");
        line.end();
    }

    @Test
    void after_anything_else_the_decoder_reads_alone() {
        for (String other : List.of(
                PLAIN.substring(0, 20),
                "\r\n",
                "POST /fr/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc")) {
            var line = new Line(true);
            line.say(List.of(PLAIN, PLAIN, other));
            assertTrue(line.channel.pipeline().get(FastReader.class) == null, other);
            line.end();
        }
    }

    @Test
    void a_connection_that_begins_with_anything_else_has_no_reader() {
        for (String other : List.of(
                PLAIN.substring(0, 30),
                ROUTED + "x",
                "POST /fr/ HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc")) {
            var line = new Line(true);
            line.say(List.of(other));
            assertTrue(line.channel.pipeline().get(FastReader.class) == null, other);
            assertTrue(line.channel.pipeline().get(Arrival.class) == null, other);
            line.end();
        }
    }

    @TestFactory
    Stream<DynamicTest> hostile_requests_cut_anywhere_are_read_as_by_the_decoder_alone() {
        return HostileRequests.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    for (String before : List.of("", PLAIN)) {
                        String sent = before + entry.getValue() + OTHER + PLAIN;
                        assertSame(entry.getKey(), List.of(sent));
                        assertSame(
                                entry.getKey(), Stream.of(sent.split("(?<=\n)")).toList());
                        for (int cut : cuts(before.length(), entry.getValue().length(), sent.length())) {
                            assertSame(entry.getKey(), List.of(sent.substring(0, cut), sent.substring(cut)));
                        }
                    }
                    assertSame(entry.getKey(), List.of(PLAIN, entry.getValue(), OTHER, PLAIN));
                }));
    }

    private static List<Integer> cuts(int from, int length, int end) {
        var cuts = new ArrayList<Integer>();
        for (int cut = 1; cut < end; cut++) {
            int inside = cut - from;
            if (inside < ENDS || inside > length - ENDS || inside % STEP == 0) {
                cuts.add(cut);
            }
        }
        return cuts;
    }

    @Test
    void requests_byte_by_byte_are_read_as_by_the_decoder_alone() {
        HostileRequests.all().forEach((name, hostile) -> {
            if (hostile.length() < 2000) {
                assertSame(
                        name,
                        Stream.of((PLAIN + hostile + OTHER + PLAIN).split("")).toList());
            }
        });
    }

    @Test
    void conversations_of_any_kind_cut_anyhow_are_read_as_by_the_decoder_alone() {
        var chance = new Random(20261124);
        List<String> all = HostileRequests.all().values().stream()
                .filter(each -> each.length() < 2000)
                .toList();
        List<String> usual = List.of(PLAIN, OTHER, CACHED, NEVER_AT_HAND, ROUTED);
        for (int conversation = 0; conversation < 2000; conversation++) {
            var sent = new StringBuilder();
            for (int i = chance.nextInt(1, 8); i > 0; i--) {
                sent.append(
                        chance.nextInt(5) == 0 ? all.get(chance.nextInt(all.size())) : usual.get(chance.nextInt(5)));
            }
            var packets = new ArrayList<String>();
            while (!sent.isEmpty()) {
                int length = chance.nextInt(3) == 0 ? sent.length() : chance.nextInt(1, sent.length() + 1);
                packets.add(sent.substring(0, length));
                sent.delete(0, length);
            }
            assertSame("conversation " + conversation, packets);
        }
    }
}
