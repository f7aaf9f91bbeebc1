package press.rotative.jobs;

import static press.rotative.platform.db.Tables.JOB;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Transaction;

/// The jobs that are waiting. They are set and cancelled inside the transaction of the act that decides, so that there
/// is never a decision without its job or a job without its decision.
public final class Jobs {
    /// A job that is over time by more than this is late, and `/health` says so.
    public static final Duration GRACE = Duration.ofSeconds(30);

    /// After this many failures a job is parked.
    static final int ATTEMPTS = 8;

    /// How long to wait after the first, second ... failure; the last one counts for all further ones.
    private static final List<Duration> BACKOFF = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(45),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15));

    private static final int LONGEST_FAILURE = 500;

    private final DSLContext sql;

    public Jobs(DSLContext sql) {
        this.sql = sql;
    }

    /// Sets a job; one of the same kind for the same subject is replaced, whether it waited, failed or was parked.
    public static void set(Transaction transaction, JobKind kind, long subject, Instant dueAt) {
        long at = dueAt.toEpochMilli();
        transaction
                .sql()
                .insertInto(JOB)
                .set(JOB.KIND, kind.name())
                .set(JOB.SUBJECT_ID, subject)
                .set(JOB.DUE_AT, at)
                .set(JOB.RUN_AT, at)
                .set(JOB.ATTEMPTS, 0)
                .onConflict(JOB.KIND, JOB.SUBJECT_ID)
                .doUpdate()
                .set(JOB.DUE_AT, at)
                .set(JOB.RUN_AT, at)
                .set(JOB.ATTEMPTS, 0)
                .setNull(JOB.FAILURE)
                .setNull(JOB.PARKED_AT)
                .execute();
        transaction.announce(new JobSet(dueAt));
    }

    /// @return false when there was none
    public static boolean cancel(Transaction transaction, JobKind kind, long subject) {
        return transaction
                        .sql()
                        .deleteFrom(JOB)
                        .where(JOB.KIND.eq(kind.name()))
                        .and(JOB.SUBJECT_ID.eq(subject))
                        .execute()
                > 0;
    }

    /// Keeps these jobs of a subject from running until the transaction ends. An act that will set or cancel one asks
    /// for this before it locks the subject itself. The runner takes the job first and its subject afterwards, and
    /// whoever locks in the same order never waits in a circle. (On SQLite the one writer is lock enough.)
    public static void hold(DSLContext sql, long subject, JobKind... kinds) {
        if (sql.dialect() == SQLDialect.POSTGRES) {
            sql.select(JOB.KIND)
                    .from(JOB)
                    .where(JOB.SUBJECT_ID.eq(subject))
                    .and(JOB.KIND.in(List.of(kinds).stream().map(JobKind::name).toList()))
                    .orderBy(JOB.KIND)
                    .forUpdate()
                    .fetch();
        }
    }

    public Optional<Job> find(JobKind kind, long subject) {
        return sql.selectFrom(JOB)
                .where(JOB.KIND.eq(kind.name()))
                .and(JOB.SUBJECT_ID.eq(subject))
                .fetchOptional(Jobs::read);
    }

    /// In the order in which they are due; parked ones stand where they were due.
    ///
    /// @param after the last of the page before; null for the first page
    public List<Job> upcoming(@Nullable Job after, int limit) {
        return upcoming(List.of(JobKind.values()), after, limit);
    }

    /// The same of these kinds only.
    public List<Job> upcoming(List<JobKind> kinds, @Nullable Job after, int limit) {
        return upcoming(kinds, subject -> DSL.noCondition(), after, limit);
    }

    /// The same of these kinds and of some subjects only.
    ///
    /// @param of given the number of a subject: which are meant, as its own room says it
    public List<Job> upcoming(
            List<JobKind> kinds, Function<Field<Long>, Condition> of, @Nullable Job after, int limit) {
        return sql.selectFrom(JOB)
                // The kind as an expression: so the rows are walked in the order of `job_due`, and none is sorted.
                .where(JOB.KIND
                        .concat(DSL.inline(""))
                        .in(kinds.stream().map(JobKind::name).toList()))
                .and(of.apply(JOB.SUBJECT_ID))
                .and(after == null ? DSL.noCondition() : later(after))
                .orderBy(JOB.DUE_AT, JOB.KIND, JOB.SUBJECT_ID)
                .limit(limit)
                .fetch(Jobs::read);
    }

    private static Condition later(Job last) {
        long at = last.dueAt().toEpochMilli();
        String kind = last.kind().name();
        return JOB.DUE_AT
                .gt(at)
                .or(JOB.DUE_AT
                        .eq(at)
                        .and(JOB.KIND.gt(kind).or(JOB.KIND.eq(kind).and(JOB.SUBJECT_ID.gt(last.subject())))));
    }

    public JobFigures figures(Instant now) {
        Condition open = JOB.PARKED_AT.isNull();
        long at = now.toEpochMilli();
        long lateBefore = now.minus(GRACE).toEpochMilli();
        Long next = first(open);
        Long oldestLate = first(open.and(JOB.DUE_AT.lt(lateBefore)));
        return new JobFigures(
                sql.fetchCount(JOB, open),
                sql.fetchCount(JOB, open.and(JOB.DUE_AT.le(at))),
                sql.fetchCount(JOB, open.and(JOB.DUE_AT.lt(lateBefore))),
                sql.fetchCount(JOB, JOB.PARKED_AT.isNotNull()),
                oldestLate == null ? null : Instant.ofEpochMilli(oldestLate),
                next == null ? null : Instant.ofEpochMilli(next));
    }

    private @Nullable Long first(Condition condition) {
        return sql.select(DSL.min(JOB.DUE_AT)).from(JOB).where(condition).fetchOne(DSL.min(JOB.DUE_AT));
    }

    /// When the next try is; empty when nothing waits.
    Optional<Instant> nextRun() {
        return Optional.ofNullable(sql.select(DSL.min(JOB.RUN_AT))
                        .from(JOB)
                        .where(JOB.PARKED_AT.isNull())
                        .fetchOne(DSL.min(JOB.RUN_AT)))
                .map(Instant::ofEpochMilli);
    }

    /// Takes away those whose time has come, an earlier one of the same subject first, and a later one not before the
    /// earlier is done: a story that is public for an hour is not taken from the public before it came. On
    /// PostgreSQL their rows are locked, and those that another process has locked are passed over: each job is
    /// seen by one process only, and by another one again only if this fails.
    static List<Job> take(Transaction transaction, int most) {
        DSLContext sql = transaction.sql();
        var due = sql.selectFrom(JOB)
                .where(JOB.PARKED_AT.isNull())
                .and(JOB.RUN_AT.le(transaction.now().toEpochMilli()))
                .andNotExists(earlier(sql))
                .orderBy(JOB.RUN_AT, JOB.KIND, JOB.SUBJECT_ID)
                .limit(most);
        List<Job> taken = sql.dialect() == SQLDialect.POSTGRES
                ? due.forUpdate().skipLocked().fetch(Jobs::read)
                : due.fetch(Jobs::read);
        taken.forEach(job -> cancel(transaction, job.kind(), job.subject()));
        return taken;
    }

    /// Another job of the same subject is to come first, and is still tried.
    private static Select<?> earlier(DSLContext sql) {
        var other = JOB.as("other");
        Condition kin = DSL.falseCondition();
        for (JobKind kind : JobKind.values()) {
            kin = kin.or(JOB.KIND
                    .eq(kind.name())
                    .and(other.KIND.in(kind.kin().stream().map(JobKind::name).toList())));
        }
        return sql.selectOne()
                .from(other)
                .where(other.SUBJECT_ID.eq(JOB.SUBJECT_ID))
                .and(other.DUE_AT.lt(JOB.DUE_AT))
                .and(other.PARKED_AT.isNull())
                .and(kin);
    }

    /// Parked jobs get all their attempts again.
    ///
    /// @return how many there were
    static int unpark(Transaction transaction) {
        return transaction
                .sql()
                .update(JOB)
                .set(JOB.ATTEMPTS, 0)
                .setNull(JOB.PARKED_AT)
                .where(JOB.PARKED_AT.isNotNull())
                .execute();
    }

    /// Notes that a job failed, unless it was set anew or noted by another process meanwhile.
    ///
    /// @return true when this was its last attempt
    static boolean failed(Transaction transaction, Job job, String failure) {
        int attempts = job.attempts() + 1;
        boolean last = attempts >= ATTEMPTS;
        Instant now = transaction.now();
        Duration wait = BACKOFF.get(Math.min(attempts, BACKOFF.size()) - 1);
        transaction
                .sql()
                .update(JOB)
                .set(JOB.ATTEMPTS, attempts)
                .set(JOB.RUN_AT, now.plus(wait).toEpochMilli())
                .set(JOB.FAILURE, failure.substring(0, Math.min(failure.length(), LONGEST_FAILURE)))
                .set(JOB.PARKED_AT, last ? now.toEpochMilli() : null)
                .where(JOB.KIND.eq(job.kind().name()))
                .and(JOB.SUBJECT_ID.eq(job.subject()))
                .and(JOB.DUE_AT.eq(job.dueAt().toEpochMilli()))
                .and(JOB.ATTEMPTS.eq(job.attempts()))
                .execute();
        return last;
    }

    private static Job read(Record row) {
        return new Job(
                JobKind.valueOf(row.get(JOB.KIND)),
                row.get(JOB.SUBJECT_ID),
                Instant.ofEpochMilli(row.get(JOB.DUE_AT)),
                row.get(JOB.ATTEMPTS),
                row.get(JOB.FAILURE),
                row.get(JOB.PARKED_AT) != null);
    }
}
