package press.rotative.people.signin;

import static press.rotative.platform.db.Tables.EMAIL_CHANGE;
import static press.rotative.platform.db.Tables.PASSWORD_RESET;
import static press.rotative.platform.db.Tables.STAFF;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import press.rotative.people.EmailAddress;
import press.rotative.people.Member;
import press.rotative.people.Staff;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Secrets;
import press.rotative.platform.Transaction;

/// Another e-mail address that somebody chose for themselves, and that waits until a link which was sent there is
/// followed: so nobody locks themselves out by a slip, and nobody takes an address that is not theirs.
public final class EmailChanges {
    public static final Duration LASTS = Duration.ofHours(24);

    private EmailChanges() {}

    /// @param member whose address it will be
    public record Waiting(Member member, EmailAddress email, Instant endsAt) {}

    /// Notes what somebody chose; what they chose before is forgotten, and what anybody chose and let pass.
    ///
    /// @return secret of the link
    public static String ask(Transaction transaction, long staffId, EmailAddress email, SecureRandom random) {
        transaction
                .sql()
                .deleteFrom(EMAIL_CHANGE)
                .where(EMAIL_CHANGE.STAFF_ID.eq(staffId))
                .or(EMAIL_CHANGE.ENDS_AT.le(transaction.now().toEpochMilli()))
                .execute();
        String secret = Secrets.next(random);
        transaction
                .sql()
                .insertInto(EMAIL_CHANGE)
                .set(EMAIL_CHANGE.STAFF_ID, staffId)
                .set(EMAIL_CHANGE.SECRET_DIGEST, Digest.of(secret))
                .set(EMAIL_CHANGE.EMAIL, email.text())
                .set(EMAIL_CHANGE.ENDS_AT, transaction.now().plus(LASTS).toEpochMilli())
                .execute();
        return secret;
    }

    /// Nothing waits any more: its link is good for nothing.
    ///
    /// @return whether something waited
    public static boolean forget(Transaction transaction, long staffId) {
        return transaction
                        .sql()
                        .deleteFrom(EMAIL_CHANGE)
                        .where(EMAIL_CHANGE.STAFF_ID.eq(staffId))
                        .execute()
                > 0;
    }

    /// What somebody chose and has not confirmed yet.
    public static Optional<EmailAddress> of(DSLContext sql, long staffId, Instant now) {
        return sql.select(EMAIL_CHANGE.EMAIL)
                .from(EMAIL_CHANGE)
                .where(EMAIL_CHANGE.STAFF_ID.eq(staffId))
                .and(EMAIL_CHANGE.ENDS_AT.gt(now.toEpochMilli()))
                .fetchOptional(row -> new EmailAddress(row.value1()));
    }

    /// @throws Problem GONE for a link that was used, is over or was replaced
    private static Waiting good(DSLContext sql, String secret, Instant now) {
        return sql.selectFrom(EMAIL_CHANGE)
                .where(EMAIL_CHANGE.SECRET_DIGEST.eq(Digest.of(secret)))
                .and(EMAIL_CHANGE.ENDS_AT.gt(now.toEpochMilli()))
                .fetchOptional()
                .flatMap(row -> new Staff(sql)
                        .member(row.getStaffId())
                        .filter(member -> member.endedAt() == null)
                        .map(member -> new Waiting(
                                member, new EmailAddress(row.getEmail()), Instant.ofEpochMilli(row.getEndsAt()))))
                .orElseThrow(() -> new Problem(
                                Problem.Category.GONE,
                                "This link was used, or its time is over, or there is a newer one. Ask for another.")
                        .as("problem.email.gone"));
    }

    /// The same, for who is in.
    ///
    /// @throws Problem GONE as above; FORBIDDEN for a link that somebody else asked for
    public static Waiting good(DSLContext sql, long staffId, String secret, Instant now) {
        Waiting waiting = good(sql, secret, now);
        if (waiting.member().id() != staffId) {
            throw Problem.forbidden("Somebody else asked for this link. Sign in as the person whose address it is.")
                    .as("problem.email.not.yours");
        }
        return waiting;
    }

    /// The address counts from now on. Links for a new password that went to the one before are good for nothing.
    ///
    /// @throws Problem CONFLICT when somebody else has the address
    public static void change(Transaction transaction, long staffId, EmailAddress email) {
        DSLContext sql = transaction.sql();
        if (isTaken(sql, staffId, email)) {
            throw Problem.conflict("Somebody has this e-mail address already.").as("problem.email.taken");
        }
        sql.update(STAFF)
                .set(STAFF.EMAIL, email.text())
                .set(STAFF.EMAIL_KEY, email.key())
                .where(STAFF.ID.eq(staffId))
                .execute();
        sql.deleteFrom(PASSWORD_RESET)
                .where(PASSWORD_RESET.STAFF_ID.eq(staffId))
                .and(PASSWORD_RESET.USED_AT.isNull())
                .execute();
        forget(transaction, staffId);
    }

    /// Whether somebody else signs in with it, or did.
    public static boolean isTaken(DSLContext sql, long staffId, EmailAddress email) {
        return sql.fetchExists(STAFF, STAFF.EMAIL_KEY.eq(email.key()).and(STAFF.ID.ne(staffId)));
    }
}
