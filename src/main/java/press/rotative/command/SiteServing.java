package press.rotative.command;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.Press;
import press.rotative.Settings;
import press.rotative.platform.Figures;
import press.rotative.site.Site;
import press.rotative.site.SiteRoute;
import press.rotative.site.fast.FastWay;

/// Puts the public site before the server's other rooms. It comes after [Draining], which counts its answers.
@Singleton
@Startup
public final class SiteServing {
    private static final Logger LOG = Logger.getLogger(SiteServing.class);
    private static final int BEFORE_THE_ROUTER = 10;
    private static final int TRY_MILLIS = 5000;
    private static final int BEFORE_ALL_OTHERS = 200_000;

    private final Press press;
    private final HttpServer server;
    private final Draining draining;
    private @Nullable SiteRoute route;
    private @Nullable Site site;
    private volatile @Nullable FastWay fastWay;

    SiteServing(Press press, HttpServer server, Draining draining) {
        this.press = press;
        this.server = server;
        this.draining = draining;
    }

    void filter(@Observes Filters filters) {
        filters.register(this::join, BEFORE_ALL_OTHERS);
        filters.register(this::handle, BEFORE_THE_ROUTER);
    }

    /// Makes the site ready. Its own address is known only once the server listens, so the first who asks may be the
    /// one who opens it.
    synchronized SiteRoute open() {
        SiteRoute open = route;
        if (open == null) {
            Settings settings = Settings.ofProcess();
            URI address = settings.publicAddress().orElseGet(() -> URI.create(ServerAddress.of(server)));
            Site opened = Site.open(
                    press.database(), press.number(), press.renditions(), press.finder(), press.clock(), address);
            press.acts().prepareWith(opened.preparation());
            site = opened;
            count("rotative_renders_total", "Pages made since the start", opened::renders);
            open = new SiteRoute(opened, press.clock());
            route = open;
            if (settings.fastWay()) {
                var fast = new FastWay(opened, press.clock(), draining::began);
                count("rotative_fast_answers_total", "Requests answered in front of the router", fast::answered);
                fastWay = fast;
            }
        }
        return open;
    }

    /// The site itself, for who asks what it knows of its pages.
    synchronized Site site() {
        open();
        return Objects.requireNonNull(site);
    }

    /// Asks the server something over a connection, so that it is known from the start whether the fast way fits its
    /// handlers; if it does not, the log says so.
    void tryFastWay() {
        if (fastWay == null) {
            return;
        }
        URI own = URI.create(ServerAddress.of(server));
        try (var socket = new Socket(own.getHost(), own.getPort())) {
            socket.setSoTimeout(TRY_MILLIS);
            String request = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException unreachable) {
            LOG.debug("the server could not ask itself", unreachable);
        }
    }

    private void count(String name, String help, LongSupplier value) {
        press.figures().add(new Figures.Figure(name, Figures.Kind.COUNTER, help, value));
    }

    /// Before anything else sees the request: the fast way takes over connections that are still quiet.
    private void join(RoutingContext request) {
        FastWay fast = fastWay;
        if (fast != null) {
            fast.join(request.request());
        }
        request.next();
    }

    private void handle(RoutingContext request) {
        open().handle(request);
    }

    @PreDestroy
    synchronized void close() {
        if (route != null) {
            route.close();
        }
    }
}
