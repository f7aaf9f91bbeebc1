package press.rotative.people.signin;

import static press.rotative.platform.db.Tables.STAFF;
import static press.rotative.platform.db.Tables.STAFF_SESSION;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import press.rotative.platform.Digest;
import press.rotative.platform.Secrets;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.StaffSessionRecord;

/// The sessions of the staff. The browser holds 256 random bits, the database only their digest; so a session is never
/// guessed, and never taken from a copy of the database.
public final class StaffSessions {
    /// Who asks for nothing for so long is out.
    public static final Duration IDLE = Duration.ofHours(12);

    private static final int MOST_LISTED = 50;

    private final DSLContext sql;

    public StaffSessions(DSLContext sql) {
        this.sql = sql;
    }

    /// The session with this secret, when it is still good and so is its holder.
    public Optional<StaffSession> find(String secret, Instant now) {
        return sql.select(STAFF_SESSION.fields())
                .from(STAFF_SESSION)
                .join(STAFF)
                .on(STAFF.ID.eq(STAFF_SESSION.STAFF_ID))
                .where(STAFF_SESSION.SECRET_DIGEST.eq(Digest.of(secret)))
                .and(good(now))
                .and(STAFF.ENDED_AT.isNull())
                .fetchOptionalInto(STAFF_SESSION)
                .map(StaffSessions::read);
    }

    /// Who is in by this session, or was before it ended; nobody was who stopped half way.
    public Optional<Long> holder(String secret) {
        return sql.select(STAFF_SESSION.STAFF_ID)
                .from(STAFF_SESSION)
                .where(STAFF_SESSION.SECRET_DIGEST.eq(Digest.of(secret)))
                .and(STAFF_SESSION.STAGE.eq(Stage.IN.label()))
                .fetchOptional(STAFF_SESSION.STAFF_ID);
    }

    /// Those in which somebody is in, the last seen first.
    public List<StaffSession> of(long staffId, Instant now) {
        return sql.selectFrom(STAFF_SESSION)
                .where(STAFF_SESSION.STAFF_ID.eq(staffId))
                .and(STAFF_SESSION.STAGE.eq(Stage.IN.label()))
                .and(good(now))
                .orderBy(STAFF_SESSION.SEEN_AT.desc(), STAFF_SESSION.ID.desc())
                .limit(MOST_LISTED)
                .fetch(StaffSessions::read);
    }

    private static Condition good(Instant now) {
        return STAFF_SESSION
                .ENDED_AT
                .isNull()
                .and(STAFF_SESSION.ENDS_AT.gt(now.toEpochMilli()))
                .and(STAFF_SESSION.SEEN_AT.gt(now.minus(IDLE).toEpochMilli()));
    }

    /// Begins one.
    ///
    /// @return the secret that the browser keeps
    static String begin(Transaction transaction, long staffId, Stage stage, Asker asker, SecureRandom random) {
        String secret = Secrets.next(random);
        long now = transaction.now().toEpochMilli();
        transaction
                .sql()
                .insertInto(STAFF_SESSION)
                .set(STAFF_SESSION.SECRET_DIGEST, Digest.of(secret))
                .set(STAFF_SESSION.STAFF_ID, staffId)
                .set(STAFF_SESSION.CREATED_AT, now)
                .set(STAFF_SESSION.SEEN_AT, now)
                .set(STAFF_SESSION.PROVED_AT, now)
                .set(
                        STAFF_SESSION.ENDS_AT,
                        transaction.now().plus(stage.lasts()).toEpochMilli())
                .set(STAFF_SESSION.STAGE, stage.label())
                .set(STAFF_SESSION.FAILURES, 0)
                .set(STAFF_SESSION.AGENT, asker.agent())
                .set(STAFF_SESSION.ADDRESS, asker.address())
                .execute();
        if (stage == Stage.IN) {
            here(transaction, staffId, now);
        }
        return secret;
    }

    /// Ends one of somebody's own.
    ///
    /// @return whether there was such a one
    public static boolean end(Transaction transaction, long staffId, long session) {
        return end(transaction, STAFF_SESSION.ID.eq(session).and(STAFF_SESSION.STAFF_ID.eq(staffId))) == 1;
    }

    /// Ends all of somebody's sessions but one.
    ///
    /// @param but 0: all
    public static int endAll(Transaction transaction, long staffId, long but) {
        return end(transaction, STAFF_SESSION.STAFF_ID.eq(staffId).and(STAFF_SESSION.ID.ne(but)));
    }

    /// Ends those in which somebody was to set up a second factor.
    static void endWaiting(Transaction transaction, long staffId) {
        end(transaction, STAFF_SESSION.STAFF_ID.eq(staffId).and(STAFF_SESSION.STAGE.eq(Stage.FACTOR.label())));
    }

    private static int end(Transaction transaction, Condition which) {
        return transaction
                .sql()
                .update(STAFF_SESSION)
                .set(STAFF_SESSION.ENDED_AT, transaction.now().toEpochMilli())
                .where(which)
                .and(STAFF_SESSION.ENDED_AT.isNull())
                .execute();
    }

    /// @return how often it failed in this session by now
    static int countFailure(Transaction transaction, StaffSession session) {
        transaction
                .sql()
                .update(STAFF_SESSION)
                .set(STAFF_SESSION.FAILURES, STAFF_SESSION.FAILURES.plus(1))
                .where(STAFF_SESSION.ID.eq(session.id()))
                .execute();
        return session.failures() + 1;
    }

    static void proved(Transaction transaction, long session) {
        transaction
                .sql()
                .update(STAFF_SESSION)
                .set(STAFF_SESSION.PROVED_AT, transaction.now().toEpochMilli())
                .where(STAFF_SESSION.ID.eq(session))
                .execute();
    }

    /// Notes that its holder is there.
    public static void seen(Transaction transaction, StaffSession session) {
        long now = transaction.now().toEpochMilli();
        transaction
                .sql()
                .update(STAFF_SESSION)
                .set(STAFF_SESSION.SEEN_AT, now)
                .where(STAFF_SESSION.ID.eq(session.id()))
                .execute();
        here(transaction, session.staffId(), now);
    }

    private static void here(Transaction transaction, long staffId, long now) {
        transaction
                .sql()
                .update(STAFF)
                .set(STAFF.SEEN_AT, now)
                .where(STAFF.ID.eq(staffId))
                .execute();
    }

    static Optional<StaffSession> get(Transaction transaction, long id) {
        return transaction
                .sql()
                .selectFrom(STAFF_SESSION)
                .where(STAFF_SESSION.ID.eq(id))
                .and(good(transaction.now()))
                .fetchOptional(StaffSessions::read);
    }

    private static StaffSession read(StaffSessionRecord row) {
        return new StaffSession(
                row.getId(),
                row.getStaffId(),
                Stage.labelled(row.getStage()),
                Instant.ofEpochMilli(row.getCreatedAt()),
                Instant.ofEpochMilli(row.getSeenAt()),
                Instant.ofEpochMilli(row.getProvedAt()),
                Instant.ofEpochMilli(row.getEndsAt()),
                row.getFailures(),
                row.getAgent(),
                row.getAddress());
    }
}
