package press.rotative.people.signin;

import static press.rotative.platform.db.Tables.PASSWORD_RESET;
import static press.rotative.platform.db.Tables.STAFF;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import press.rotative.people.Member;
import press.rotative.people.Staff;
import press.rotative.people.StaffLog;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Secrets;
import press.rotative.platform.Transaction;

/// Links by which somebody who cannot sign in sets a new password. A second factor is asked for all the same.
public final class PasswordResets {
    /// For a link that was asked for by mail.
    public static final Duration MAILED = Duration.ofHours(1);

    /// For a link that an administrator or the operator hands over.
    public static final Duration HANDED = Duration.ofHours(24);

    private PasswordResets() {}

    /// Makes a link; one from before is good for nothing any more.
    ///
    /// @return its secret
    public static String newLink(Transaction transaction, long staffId, Duration lasts, SecureRandom random) {
        StaffLog.inTurn(transaction); // of two at once the later replaces the earlier
        DSLContext sql = transaction.sql();
        sql.deleteFrom(PASSWORD_RESET)
                .where(PASSWORD_RESET.STAFF_ID.eq(staffId))
                .and(PASSWORD_RESET.USED_AT.isNull())
                .execute();
        String secret = Secrets.next(random);
        sql.insertInto(PASSWORD_RESET)
                .set(PASSWORD_RESET.SECRET_DIGEST, Digest.of(secret))
                .set(PASSWORD_RESET.STAFF_ID, staffId)
                .set(PASSWORD_RESET.ENDS_AT, transaction.now().plus(lasts).toEpochMilli())
                .execute();
        return secret;
    }

    /// Whose password a link sets.
    ///
    /// @throws Problem GONE for one that is used, over or replaced, saying what to do
    public static Member good(DSLContext sql, String secret, Instant now) {
        return sql.select(PASSWORD_RESET.STAFF_ID)
                .from(PASSWORD_RESET)
                .where(PASSWORD_RESET.SECRET_DIGEST.eq(Digest.of(secret)))
                .and(PASSWORD_RESET.USED_AT.isNull())
                .and(PASSWORD_RESET.ENDS_AT.gt(now.toEpochMilli()))
                .fetchOptional(PASSWORD_RESET.STAFF_ID)
                .flatMap(new Staff(sql)::member)
                .filter(member -> member.endedAt() == null)
                .orElseThrow(() -> new Problem(
                                Problem.Category.GONE,
                                "This link was used, or its time is over, or there is a newer one. Ask for another.")
                        .as("problem.reset.gone"));
    }

    /// Sets the password and uses the link up. All sessions end, whoever holds them.
    ///
    /// @return whose it is
    /// @throws Problem GONE as above
    static Member use(Transaction transaction, String secret, String passwordHash) {
        Member member = good(transaction.sql(), secret, transaction.now());
        transaction
                .sql()
                .update(PASSWORD_RESET)
                .set(PASSWORD_RESET.USED_AT, transaction.now().toEpochMilli())
                .where(PASSWORD_RESET.SECRET_DIGEST.eq(Digest.of(secret)))
                .execute();
        setPassword(transaction, member.id(), passwordHash);
        StaffSessions.endAll(transaction, member.id(), 0);
        return member;
    }

    /// Another e-mail address that waits is forgotten: whoever chose it knew the password of before.
    static void setPassword(Transaction transaction, long staffId, String passwordHash) {
        transaction
                .sql()
                .update(STAFF)
                .set(STAFF.PASSWORD_HASH, passwordHash)
                .set(STAFF.PASSWORD_AT, transaction.now().toEpochMilli())
                .where(STAFF.ID.eq(staffId))
                .execute();
        EmailChanges.forget(transaction, staffId);
    }
}
