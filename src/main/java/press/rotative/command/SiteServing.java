package press.rotative.command;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import press.rotative.Press;
import press.rotative.Settings;
import press.rotative.site.Site;
import press.rotative.site.SiteRoute;

/// Puts the public site before the server's other rooms. It comes after [Draining], which counts its answers.
@Singleton
@Startup
public final class SiteServing {
    private static final int BEFORE_THE_ROUTER = 10;

    private final Press press;
    private final HttpServer server;
    private @Nullable SiteRoute route;

    SiteServing(Press press, HttpServer server) {
        this.press = press;
        this.server = server;
    }

    void filter(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_THE_ROUTER);
    }

    /// Makes the site ready. Its own address is known only once the server listens, so the first who asks may be the
    /// one who opens it.
    synchronized SiteRoute open() {
        SiteRoute open = route;
        if (open == null) {
            URI address = Settings.ofProcess().publicAddress().orElseGet(() -> URI.create(ServerAddress.of(server)));
            open = new SiteRoute(
                    Site.open(press.database(), press.number(), press.blobs(), press.finder(), press.clock(), address));
            route = open;
        }
        return open;
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
