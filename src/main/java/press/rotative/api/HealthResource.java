package press.rotative.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Database;
import press.rotative.platform.Figures;
import press.rotative.platform.Problem;
import press.rotative.publication.PublicNumber;
import press.rotative.publication.PublicationLog;

/// How the server is: for watchers and for measuring programs.
@Path("/")
@RunOnVirtualThread
class HealthResource {
    private static final Logger LOG = Logger.getLogger(HealthResource.class);

    private final Door door;
    private final Database database;
    private final PublicNumber number;
    private final Figures figures;

    HealthResource(Door door, Database database, PublicNumber number, Figures figures) {
        this.figures = figures;
        this.door = door;
        this.database = database;
        this.number = number;
    }

    /// @param database readable or unreadable
    /// @param log last number of the publication log
    /// @param readOnly why nothing is written; null: all is well
    record Health(
            String database, @Nullable Long log, @Nullable String readOnly) {}

    @GET
    @Path("health")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Whether the server can read its database and write to it")
    public Response health() {
        String refusal = database.refusal().orElse(null);
        try {
            long log = database.read(sql -> new PublicationLog(sql).number());
            return Answer.ok(null, new Health("readable", log, refusal)).response();
        } catch (RuntimeException failure) {
            LOG.error("the database cannot be read", failure);
            return Response.fromResponse(Answer.ok(null, new Health("unreadable", null, refusal))
                            .response())
                    .status(503)
                    .build();
        }
    }

    @GET
    @Path("metrics")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "Figures in the text form of Prometheus; from the machine itself or with a key")
    public Response metrics(@Context HttpHeaders headers, @Context HttpServerRequest request) {
        if (!fromThisMachine(headers, request)) {
            Actor actor = door.visitor(headers)
                    .orElseThrow(() -> Problem.forbidden("Figures are given to this machine, or to a key that may read "
                            + "metrics. Send 'Authorization: Bearer rot_...'."));
            Policy.require(actor, Power.READ_METRICS);
        }
        Runtime machine = Runtime.getRuntime();
        var text = new StringBuilder();
        gauge(text, "rotative_public_number", "Number of the log up to which the pages are right", number.current());
        gauge(
                text,
                "rotative_writes_refused",
                "1 while nothing is written",
                database.refusal().isPresent() ? 1 : 0);
        gauge(text, "rotative_heap_used_bytes", "Heap in use", machine.totalMemory() - machine.freeMemory());
        gauge(text, "rotative_heap_max_bytes", "Largest heap", machine.maxMemory());
        gauge(
                text,
                "rotative_uptime_seconds",
                "Since the start",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
        figures.all().forEach(figure -> figure(text, figure));
        return Response.ok(text.toString(), "text/plain; version=0.0.4; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /// A proxy in front of the server stands on this machine as well, but says for whom it asks.
    private static boolean fromThisMachine(HttpHeaders headers, HttpServerRequest request) {
        boolean proxied = headers.getHeaderString("X-Forwarded-For") != null
                || headers.getHeaderString("Forwarded") != null
                || headers.getHeaderString("Via") != null
                || headers.getHeaderString("X-Real-IP") != null;
        String host =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return !proxied
                && host != null
                && (host.startsWith("127.") || host.equals("::1") || host.equals("0:0:0:0:0:0:0:1"));
    }

    private static void gauge(StringBuilder text, String name, String help, long value) {
        figure(text, new Figures.Figure(name, Figures.Kind.GAUGE, help, () -> value));
    }

    private static void figure(StringBuilder text, Figures.Figure figure) {
        String name = figure.name();
        text.append("# HELP ").append(name).append(' ').append(figure.help()).append('\n');
        text.append("# TYPE ").append(name).append(' ');
        text.append(figure.kind().name().toLowerCase(Locale.ROOT)).append('\n');
        text.append(name).append(' ').append(figure.value().getAsLong()).append('\n');
    }
}
