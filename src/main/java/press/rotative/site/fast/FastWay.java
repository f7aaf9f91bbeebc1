package press.rotative.site.fast;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AttributeKey;
import io.netty.util.NettyRuntime;
import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.site.DateLine;
import press.rotative.site.Site;
import press.rotative.site.SiteAnswer;
import press.rotative.site.SiteRoute;

/// Answers what can be answered at once in front of the router: a GET or HEAD of HTTP/1.1, without a body and without a
/// session, for a page that is at hand. It takes a connection over with the connection's first request, which itself
/// still goes through the router.
///
/// Requests come from the server's own decoder ([FastHandler]) or, where nobody can doubt where they end, from
/// [FastReader] before it. What this class does not take is handled as if it were not there.
public final class FastWay {
    private static final Logger LOG = Logger.getLogger(FastWay.class);
    private static final AttributeKey<Boolean> SEEN = AttributeKey.valueOf(FastWay.class, "seen");
    static final int LONGEST_TARGET = 2000;

    /// Of the buffers kept by all event loops; the page cache has the rest of the 64 MiB.
    private static final int BUDGET_BYTES = 16 * 1024 * 1024;

    private final Site site;
    private final DateLine date;
    private final BooleanSupplier closing;
    private final LongAdder answered = new LongAdder();
    private final AtomicBoolean objected = new AtomicBoolean();
    private final FastThreadLocal<Workplace> places = new FastThreadLocal<>() {
        @Override
        protected Workplace initialValue() {
            return new Workplace(new LoopAnswers(date, BUDGET_BYTES / NettyRuntime.availableProcessors()));
        }
    };

    /// @param closing whether the server is about to end: then every answer has to say so, and the router does
    public FastWay(Site site, Clock clock, BooleanSupplier closing) {
        this.site = site;
        this.date = new DateLine(clock);
        this.closing = closing;
    }

    /// To be called for every request that comes to the router, before anything else answers it. Where the connection
    /// does not look as expected, nothing is changed, and the log says so once.
    public void join(HttpServerRequest request) {
        if (!(request.connection() instanceof ConnectionBase connection)) {
            return;
        }
        Channel channel = connection.channel();
        if (channel.hasAttr(SEEN)) {
            return;
        }
        channel.attr(SEEN).set(true); // only the first request is known to be alone on its connection
        if (request.version() != io.vertx.core.http.HttpVersion.HTTP_1_1
                || !channel.eventLoop().inEventLoop()) {
            return;
        }
        Optional<String> objection = Pipeline.objection(channel.pipeline());
        if (objection.isEmpty()) {
            Pipeline.install(channel.parent(), () -> new Arrival(this));
            Pipeline.install(channel.pipeline(), this, places.get());
        } else if (objected.compareAndSet(false, true)) {
            LOG.warnf(
                    "the fast way is off: %s; pages go through the router, which is slower and equally right",
                    objection.get());
        }
    }

    /// How many requests were answered this way since the start.
    public long answered() {
        return answered.sum();
    }

    /// What the connections of this thread's event loop share.
    Workplace place() {
        return places.get();
    }

    /// The second it is.
    long second() {
        return date.second().epochSecond();
    }

    /// @return null for what the router has to answer
    @Nullable
    SiteAnswer answer(HttpRequest request, Asked asked) {
        asked.clear();
        boolean plain = request.decoderResult().isSuccess()
                && request.protocolVersion() == HttpVersion.HTTP_1_1 // others, as "http/1.1", are equal and refused
                && (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && asked.of(request.headers()) == Asked.Kind.PLAIN;
        return plain ? answer(request.uri(), asked) : null;
    }

    /// @return null for what the router has to answer
    @Nullable
    SiteAnswer answer(PlainRequest request) {
        return answer(request.target(), request.asked());
    }

    private @Nullable SiteAnswer answer(String target, Asked asked) {
        if (target.isEmpty()
                || target.charAt(0) != '/'
                || target.length() > LONGEST_TARGET
                || closing.getAsBoolean()
                || SiteRoute.isOfOthers(path(target))) {
            return null;
        }
        SiteAnswer answer = site.atHand(target, asked.ifNoneMatch(), asked.acceptEncoding());
        if (answer != null) {
            answered.increment();
        }
        return answer;
    }

    private static String path(String target) {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }
}
