package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_PLAN;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.jobs.Jobs;
import press.rotative.people.Actor;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;

/// The plans of stories, at most one each, with the job that carries it out.
public final class Plans {
    private static final Duration LONGEST = Duration.ofDays(3660);

    private final DSLContext sql;

    public Plans(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<Plan> find(StoryId story) {
        return sql.select(
                        STORY.PLAN,
                        STORY.PLAN_AT,
                        STORY_PLAN.REVISION,
                        STORY_PLAN.CONTENT,
                        STORY_PLAN.NOTE,
                        STORY_PLAN.ACTOR_ID)
                .from(STORY_PLAN)
                .join(STORY)
                .on(STORY.ID.eq(STORY_PLAN.STORY_ID))
                .where(STORY_PLAN.STORY_ID.eq(story.value()))
                .fetchOptional(row -> new Plan(
                        story,
                        PlanKind.valueOf(row.value1()),
                        Instant.ofEpochMilli(row.value2()),
                        row.value3(),
                        StoryJson.read(row.value4()),
                        row.value5(),
                        row.value6()));
    }

    /// Keeps the draft as it is now, and sets the job. A plan that was there is replaced.
    public static void put(
            Transaction transaction, Actor actor, PlanKind kind, Instant at, Draft draft, @Nullable String note) {
        StoryId story = draft.story();
        drop(transaction, story);
        String json = StoryJson.write(draft.content());
        transaction
                .sql()
                .insertInto(STORY_PLAN)
                .set(STORY_PLAN.STORY_ID, story.value())
                .set(STORY_PLAN.REVISION, draft.revision())
                .set(STORY_PLAN.AT, transaction.now().toEpochMilli())
                .set(STORY_PLAN.ACTOR_ID, actor.staffId())
                .set(STORY_PLAN.NOTE, note)
                .set(STORY_PLAN.CONTENT, json)
                .set(STORY_PLAN.DIGEST, Digest.of(json))
                .execute();
        move(transaction, story, kind, at);
        Stories.putWorkflow(transaction, story, Workflow.READY);
    }

    /// Gives a plan another instant.
    public static void move(Transaction transaction, StoryId story, PlanKind kind, Instant at) {
        transaction
                .sql()
                .update(STORY)
                .set(STORY.PLAN, kind.name())
                .set(STORY.PLAN_AT, at.toEpochMilli())
                .where(STORY.ID.eq(story.value()))
                .execute();
        Jobs.set(transaction, kind.job(), story.value(), at);
    }

    /// Changes where the planned version will stand.
    public static void rewrite(Transaction transaction, Plan plan, StoryContent content) {
        String json = StoryJson.write(content);
        transaction
                .sql()
                .update(STORY_PLAN)
                .set(STORY_PLAN.CONTENT, json)
                .set(STORY_PLAN.DIGEST, Digest.of(json))
                .where(STORY_PLAN.STORY_ID.eq(plan.story().value()))
                .execute();
    }

    /// Takes the plan and its job away.
    ///
    /// @return what was planned
    public static Optional<Plan> drop(Transaction transaction, StoryId story) {
        Optional<Plan> plan = new Plans(transaction.sql()).find(story);
        if (plan.isPresent()) {
            transaction
                    .sql()
                    .deleteFrom(STORY_PLAN)
                    .where(STORY_PLAN.STORY_ID.eq(story.value()))
                    .execute();
            transaction
                    .sql()
                    .update(STORY)
                    .setNull(STORY.PLAN)
                    .setNull(STORY.PLAN_AT)
                    .where(STORY.ID.eq(story.value()))
                    .execute();
            Jobs.cancel(transaction, plan.get().kind().job(), story.value());
        }
        return plan;
    }

    /// An instant that somebody names for something in the future.
    ///
    /// @throws Problem INVALID when it is past, or so far away that it must be a slip
    public static Instant checked(Instant at, Instant now, String what) {
        Objects.requireNonNull(at);
        if (!at.isAfter(now)) {
            throw Problem.invalid(
                    what + " lies in the past (" + at + "; it is now " + now + "). Name a later instant.");
        }
        if (at.isAfter(now.plus(LONGEST))) {
            throw Problem.invalid(what + " is more than ten years away (" + at + "). Look at the year again.");
        }
        return at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }
}
