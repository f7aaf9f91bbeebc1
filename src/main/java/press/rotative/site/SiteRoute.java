package press.rotative.site;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The public site at the door of the HTTP server. What is at hand is answered on the event loop; what must be made is
/// made on a virtual thread. Addresses of other rooms (`/api/`, `/health` and the like) pass.
public final class SiteRoute implements AutoCloseable {
    private static final List<String> OF_OTHERS = List.of("/api", "/health", "/metrics", "/newsroom", "/q");
    private static final int MOST_WAITING = 20_000;

    private final Site site;
    private final DateLine date;
    private final ExecutorService makers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger waiting = new AtomicInteger();

    public SiteRoute(Site site, Clock clock) {
        this.site = site;
        this.date = new DateLine(clock);
    }

    /// Answers, or hands the request on when it belongs to another room.
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = request.path() == null ? "" : request.path();
        if (isOfOthers(path)) {
            context.next();
            return;
        }
        var asked = new SiteRequest(
                request.method().name(),
                path,
                request.query(),
                header(request, "If-None-Match"),
                header(request, "Accept-Encoding"));
        Optional<SiteAnswer> ready = site.ready(asked);
        if (ready.isPresent()) {
            send(request, ready.get());
        } else if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            send(request, site.problem(503, asked));
        } else {
            make(request, asked);
        }
    }

    /// Whether another room answers there.
    public static boolean isOfOthers(String path) {
        for (String other : OF_OTHERS) {
            if (path.startsWith(other) && (path.length() == other.length() || path.charAt(other.length()) == '/')) {
                return true;
            }
        }
        return false;
    }

    private void make(HttpServerRequest request, SiteRequest asked) {
        Context loop = Objects.requireNonNull(Vertx.currentContext());
        makers.execute(() -> {
            try {
                SiteAnswer answer = site.answer(asked);
                loop.runOnContext(back -> send(request, answer));
            } finally {
                waiting.decrementAndGet();
            }
        });
    }

    private void send(HttpServerRequest request, SiteAnswer answer) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        response.putHeader("Date", date.now());
        answer.headers().forEach(response::putHeader);
        boolean carriesBody =
                request.getHeader("Transfer-Encoding") != null || carries(request.getHeader("Content-Length"));
        if (carriesBody) {
            // Nothing is read here, however much is sent.
            response.putHeader("Connection", "close");
            response.end(Buffer.buffer(answer.body()))
                    .onComplete(sent -> request.connection().close());
        } else if (answer.body().length == 0) {
            response.end();
        } else {
            response.end(Buffer.buffer(answer.body()));
        }
    }

    private static boolean carries(@Nullable String contentLength) {
        return contentLength != null && !contentLength.equals("0");
    }

    private static @Nullable String header(HttpServerRequest request, String name) {
        List<String> lines = request.headers().getAll(name);
        return switch (lines.size()) {
            case 0 -> null;
            case 1 -> lines.getFirst();
            default -> String.join(",", lines);
        };
    }

    @Override
    public void close() {
        makers.shutdown();
    }
}
