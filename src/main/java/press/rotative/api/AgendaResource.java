package press.rotative.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.jobs.Job;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;

/// What the clock will do: publications, ends of embargoes, expiries, ends of rights, midnights.
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Answer.PROBLEM_TYPE})
@RunOnVirtualThread
class AgendaResource {
    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,17})-([a-z-]{1,40})-([0-9]{1,18})");

    private final Door door;
    private final Clock clock;

    AgendaResource(Door door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    /// @param kind publication, embargo, expiry, rights-end, midnight or alert-end
    /// @param subject address of the story, picture or edition
    /// @param state waiting, late or failed (no longer tried)
    /// @param attempts how often it failed
    /// @param reason why it failed last
    record Entry(
            String kind,
            String at,
            String subject,
            String state,
            int attempts,
            @Nullable String reason) {
        static Entry of(DSLContext sql, Job job, Instant now) {
            return new Entry(
                    job.kind().label(),
                    job.dueAt().toString(),
                    "/api/v1/" + subject(sql, job),
                    job.parked() ? "failed" : job.dueAt().isBefore(now.minus(Jobs.GRACE)) ? "late" : "waiting",
                    job.attempts(),
                    job.failure());
        }

        private static String subject(DSLContext sql, Job job) {
            return switch (job.kind()) {
                case PUBLICATION, EMBARGO, EXPIRY -> "stories/" + job.subject();
                case RIGHTS_END -> "pictures/" + job.subject();
                case MIDNIGHT, ALERT_END ->
                    "editions/"
                            + new Editions(sql)
                                    .get(new EditionId(job.subject()))
                                    .code();
            };
        }
    }

    /// @param next ask again with `after` of this; null: the list ends here
    record Agenda(List<Entry> items, @Nullable String next) {}

    @GET
    @Path("agenda")
    @Operation(summary = "What the clock will do, in the order of the instants")
    public Response agenda(
            @Context HttpHeaders headers,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return door.read(headers, (actor, sql) -> {
            List<Job> jobs = new Jobs(sql).upcoming(last(after), Limits.checked(limit));
            Instant now = clock.instant();
            return Answer.ok(
                    null,
                    new Agenda(
                            jobs.stream()
                                    .filter(job -> readable(actor, sql, job))
                                    .map(job -> Entry.of(sql, job, now))
                                    .toList(),
                            jobs.size() < limit ? null : cursor(jobs.getLast())));
        });
    }

    private static boolean readable(Actor actor, DSLContext sql, Job job) {
        return switch (job.kind()) {
            case PUBLICATION, EMBARGO, EXPIRY -> {
                var stories = new Stories(sql);
                yield stories.readable(actor, stories.get(new StoryId(job.subject())));
            }
            case RIGHTS_END, MIDNIGHT, ALERT_END -> true;
        };
    }

    private static String cursor(Job job) {
        return job.dueAt().toEpochMilli() + "-" + job.kind().label() + "-" + job.subject();
    }

    private static @Nullable Job last(String after) {
        if (after.isEmpty()) {
            return null;
        }
        Matcher cursor = CURSOR.matcher(after);
        if (cursor.matches()) {
            for (JobKind kind : JobKind.values()) {
                if (kind.label().equals(cursor.group(2))) {
                    return new Job(
                            kind,
                            Long.parseLong(cursor.group(3)),
                            Instant.ofEpochMilli(Long.parseLong(cursor.group(1))),
                            0,
                            null,
                            false);
                }
            }
        }
        throw Problem.invalid("'after' is the 'next' of the page before.");
    }
}
