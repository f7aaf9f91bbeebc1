package press.rotative.site.fast;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import io.netty.util.AttributeKey;
import io.netty.util.NettyRuntime;
import io.netty.util.concurrent.FastThreadLocal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Clock;
import java.util.Iterator;
import java.util.Map;
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
/// Requests were read by the server's own decoder, so what it refuses never comes here, and what this class does not
/// take is handled as if it were not there.
public final class FastWay {
    private static final Logger LOG = Logger.getLogger(FastWay.class);
    private static final AttributeKey<Boolean> SEEN = AttributeKey.valueOf(FastWay.class, "seen");
    private static final int LONGEST_TARGET = 2000;

    /// Of the buffers kept by all event loops; the page cache has the rest of the 64 MiB.
    private static final int BUDGET_BYTES = 16 * 1024 * 1024;

    private final Site site;
    private final DateLine date;
    private final BooleanSupplier closing;
    private final LongAdder answered = new LongAdder();
    private final AtomicBoolean objected = new AtomicBoolean();
    private final FastThreadLocal<LoopAnswers> loops = new FastThreadLocal<>() {
        @Override
        protected LoopAnswers initialValue() {
            return new LoopAnswers(date, BUDGET_BYTES / NettyRuntime.availableProcessors());
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
            Pipeline.install(channel.parent());
            Pipeline.install(channel.pipeline(), this, loops.get());
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

    /// @return null for what the router has to answer
    @Nullable
    SiteAnswer answer(HttpRequest request) {
        String target = request.uri();
        if (!request.decoderResult().isSuccess()
                || !request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                || !request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)
                || target.isEmpty()
                || target.charAt(0) != '/'
                || target.length() > LONGEST_TARGET
                || closing.getAsBoolean()) {
            return null;
        }
        var asked = new Asked();
        if (!asked.read(request.headers()) || SiteRoute.isOfOthers(path(target))) {
            return null;
        }
        SiteAnswer answer = site.atHand(target, asked.ifNoneMatch, asked.acceptEncoding);
        if (answer != null) {
            answered.increment();
        }
        return answer;
    }

    private static String path(String target) {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /// What the headers of a request say that matters here.
    private static final class Asked {
        private static final AsciiString HOST = AsciiString.cached("host");
        private static final AsciiString RANGE = AsciiString.cached("range");
        private static final AsciiString EXPECT = AsciiString.cached("expect");
        private static final AsciiString COOKIE = AsciiString.cached("cookie");
        private static final AsciiString UPGRADE = AsciiString.cached("upgrade");
        private static final AsciiString TRAILER = AsciiString.cached("trailer");
        private static final AsciiString CONNECTION = AsciiString.cached("connection");
        private static final AsciiString KEEP_ALIVE = AsciiString.cached("keep-alive");
        private static final AsciiString IF_NONE_MATCH = AsciiString.cached("if-none-match");
        private static final AsciiString AUTHORIZATION = AsciiString.cached("authorization");
        private static final AsciiString CONTENT_LENGTH = AsciiString.cached("content-length");
        private static final AsciiString ACCEPT_ENCODING = AsciiString.cached("accept-encoding");
        private static final AsciiString TRANSFER_ENCODING = AsciiString.cached("transfer-encoding");

        private static final int LONGEST_PORT = 5; // and below 60000, so that it is one for sure

        private @Nullable String ifNoneMatch;
        private @Nullable String acceptEncoding;
        private int hosts;

        /// @return false for a request that is not plain enough
        boolean read(HttpHeaders headers) {
            Iterator<Map.Entry<CharSequence, CharSequence>> lines = headers.iteratorCharSequence();
            while (lines.hasNext()) {
                Map.Entry<CharSequence, CharSequence> line = lines.next();
                if (!read(line.getKey(), line.getValue())) {
                    return false;
                }
            }
            return hosts == 1;
        }

        private boolean read(CharSequence name, CharSequence value) {
            switch (name.length()) {
                case 4 -> {
                    if (!is(HOST, name)) {
                        return true;
                    }
                    hosts++;
                    return isPlainHost(value);
                }
                case 5 -> {
                    return !is(RANGE, name);
                }
                case 6 -> {
                    return !is(EXPECT, name) && !(is(COOKIE, name) && Sessions.mayBeIn(value));
                }
                case 7 -> {
                    return !is(UPGRADE, name) && !is(TRAILER, name);
                }
                case 10 -> {
                    return !is(CONNECTION, name) || is(KEEP_ALIVE, value);
                }
                case 13 -> {
                    if (is(IF_NONE_MATCH, name)) {
                        boolean first = ifNoneMatch == null;
                        ifNoneMatch = value.toString();
                        return first;
                    }
                    return !is(AUTHORIZATION, name);
                }
                case 14 -> {
                    return !is(CONTENT_LENGTH, name);
                }
                case 15 -> {
                    if (is(ACCEPT_ENCODING, name)) {
                        boolean first = acceptEncoding == null;
                        acceptEncoding = value.toString();
                        return first;
                    }
                    return true;
                }
                case 17 -> {
                    return !is(TRANSFER_ENCODING, name);
                }
                default -> {
                    return true;
                }
            }
        }

        /// The router refuses hosts that cannot be; here only the usual form is taken, a name or number with or without
        /// a port.
        private static boolean isPlainHost(CharSequence host) {
            int length = host.length();
            int at = 0;
            while (at < length && isOfName(host.charAt(at))) {
                at++;
            }
            int digits = at < length && host.charAt(at) == ':' ? length - at - 1 : 0;
            for (int i = at + 1; i < length; i++) {
                if (host.charAt(i) < '0' || host.charAt(i) > '9') {
                    return false;
                }
            }
            return at > 0
                    && (at == length
                            || digits >= 1
                                    && digits <= LONGEST_PORT
                                    && (digits < LONGEST_PORT || host.charAt(at + 1) < '6'));
        }

        private static boolean isOfName(char c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-';
        }

        private static boolean is(AsciiString known, CharSequence text) {
            return known.contentEqualsIgnoreCase(text);
        }
    }
}
