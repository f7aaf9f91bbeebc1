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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.jobs.JobFigures;
import press.rotative.jobs.Jobs;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.platform.Database;
import press.rotative.platform.Figures;
import press.rotative.platform.Problem;
import press.rotative.publication.PublicNumber;
import press.rotative.publication.PublicationLog;
import press.rotative.webhooks.HookFigures;
import press.rotative.webhooks.Webhooks;

/// How the server is: for watchers and for measuring programs.
@Path("/")
@RunOnVirtualThread
class HealthResource {
    private static final Logger LOG = Logger.getLogger(HealthResource.class);

    private final Door door;
    private final Database database;
    private final PublicNumber number;
    private final Figures figures;
    private final Clock clock;

    HealthResource(Door door, Database database, PublicNumber number, Figures figures, Clock clock) {
        this.figures = figures;
        this.door = door;
        this.database = database;
        this.number = number;
        this.clock = clock;
    }

    /// @param database readable or unreadable
    /// @param log last number of the publication log
    /// @param readOnly why nothing is written; null: all is well
    /// @param jobs what the clock calls for
    /// @param webhooks how they are delivered to
    /// @param alarms what somebody should look at, one sentence each; empty: all is well
    record Health(
            String database,
            @Nullable Long log,
            @Nullable String readOnly,
            @Nullable Clockwork jobs,
            @Nullable HookFigures webhooks,
            List<String> alarms) {}

    /// @param waiting all, due or not
    /// @param late over time by more than half a minute
    /// @param failed tried in vain too often; not tried any more
    /// @param lateSince when the oldest late one should have run
    /// @param next when the next one is due
    record Clockwork(
            long waiting,
            long late,
            long failed,
            @Nullable String lateSince,
            @Nullable String next) {
        static Clockwork of(JobFigures figures) {
            return new Clockwork(
                    figures.waiting(),
                    figures.late(),
                    figures.failed(),
                    text(figures.oldestLate()),
                    text(figures.next()));
        }

        private static @Nullable String text(@Nullable Instant instant) {
            return instant == null ? null : instant.toString();
        }
    }

    @GET
    @Path("health")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Whether the server can read its database and write to it")
    public Response health() {
        String refusal = database.refusal().orElse(null);
        try {
            return database.read(sql -> {
                JobFigures jobs = new Jobs(sql).figures(clock.instant());
                long log = new PublicationLog(sql).number();
                HookFigures webhooks = new Webhooks(sql).figures();
                var health = new Health(
                        "readable", log, refusal, Clockwork.of(jobs), webhooks, alarms(refusal, jobs, webhooks));
                return Answer.ok(null, health).response();
            });
        } catch (RuntimeException failure) {
            LOG.error("the database cannot be read", failure);
            var health = new Health(
                    "unreadable", null, refusal, null, null, List.of("The database cannot be read; see the log."));
            return Response.fromResponse(Answer.ok(null, health).response())
                    .status(503)
                    .build();
        }
    }

    private static List<String> alarms(@Nullable String refusal, JobFigures jobs, HookFigures webhooks) {
        var alarms = new ArrayList<String>();
        if (refusal != null) {
            alarms.add(refusal);
        }
        if (jobs.late() > 0) {
            alarms.add("What the clock calls for is late, the oldest since " + jobs.oldestLate() + " (" + jobs.late()
                    + " in all). See GET /api/v1/agenda and the server's log.");
        }
        if (jobs.failed() > 0) {
            alarms.add("What the clock called for failed and is not tried any more (" + jobs.failed()
                    + " in all). See GET /api/v1/agenda, mend the cause, then set the instant again or restart.");
        }
        if (webhooks.stopped() > 0) {
            alarms.add("Webhooks are not delivered to any more (" + webhooks.stopped()
                    + " in all): they were tried for five days, or are gone. See GET /api/v1/webhooks; resume, pause or "
                    + "remove them.");
        }
        return alarms;
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
        jobs(text);
        webhooks(text);
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

    private void jobs(StringBuilder text) {
        JobFigures jobs = database.read(sql -> new Jobs(sql).figures(clock.instant()));
        Instant oldest = jobs.oldestLate();
        long overtime =
                oldest == null ? 0 : Duration.between(oldest, clock.instant()).toSeconds();
        gauge(text, "rotative_jobs_waiting", "Jobs of the clock that are not done, due or not", jobs.waiting());
        gauge(text, "rotative_jobs_due", "Jobs whose instant has come", jobs.due());
        gauge(text, "rotative_jobs_late", "Jobs over time by more than half a minute", jobs.late());
        gauge(text, "rotative_jobs_failed", "Jobs that failed too often and are not tried any more", jobs.failed());
        gauge(text, "rotative_jobs_overtime_seconds", "How long the oldest late job waits", overtime);
    }

    private void webhooks(StringBuilder text) {
        HookFigures hooks = database.read(sql -> new Webhooks(sql).figures());
        gauge(text, "rotative_webhooks_active", "Webhooks that are delivered to", hooks.active());
        gauge(text, "rotative_webhooks_failing", "Webhooks whose next message was tried in vain", hooks.failing());
        gauge(text, "rotative_webhooks_stopped", "Webhooks that were given up, or are gone", hooks.stopped());
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
