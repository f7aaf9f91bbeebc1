package press.rotative.command;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// The orderly end of serving: who has asked is answered, who comes later finds nobody.
///
/// Once draining began, the listening socket closes with the next request that is seen, every answer asks its
/// connection to end, and the server may go when nothing is under way and nothing came for [#QUIET]. Without this the
/// server would close connections on which a request has just been sent. (A connection that the kernel took in that
/// very moment and nobody has read from is refused with the socket; its request was never begun.)
@Singleton
public final class Draining {
    static final Duration LIMIT = Duration.ofSeconds(10);
    static final Duration QUIET = Duration.ofMillis(250);

    private static final int BEFORE_ALL_OTHERS = 100_000;
    private static final int LOOK_EVERY_MILLIS = 10;

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong lastCameNanos = new AtomicLong();
    private volatile boolean began;

    void filter(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_ALL_OTHERS);
    }

    /// Whether answers should say that their connection ends. For handlers that stand before the router.
    public boolean began() {
        return began;
    }

    /// Waits until the last answer is out, [#LIMIT] at most. To be called on a thread that may block.
    void drain() throws InterruptedException {
        long start = System.nanoTime();
        lastCameNanos.set(start);
        began = true;
        while (System.nanoTime() - start < LIMIT.toNanos()
                && (underWay.get() > 0 || System.nanoTime() - lastCameNanos.get() < QUIET.toNanos())) {
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private void pass(RoutingContext request) {
        underWay.incrementAndGet();
        boolean last = began; // one that was not told so may already be sending its next request
        if (last) {
            lastCameNanos.set(System.nanoTime());
            stopListening(request.request().connection());
            if (request.request().version() != HttpVersion.HTTP_2) {
                request.response().putHeader("Connection", "close");
            }
        }
        request.addEndHandler(answered -> {
            underWay.decrementAndGet();
            if (last) {
                request.request().connection().close();
            }
        });
        request.next();
    }

    /// Vert.x cannot close its listening socket alone; the connection's Netty channel knows it as its parent.
    private static void stopListening(HttpConnection connection) {
        if (connection instanceof ConnectionBase base && base.channel().parent() != null) {
            base.channel().parent().close();
        }
    }
}
