package press.rotative.people.signin;

import static press.rotative.platform.db.Tables.STAFF;

import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.passkeys.Passkeys;
import press.rotative.platform.Problem;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Seal;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.StaffRecord;

/// What somebody shows besides a password: codes of an app, passkeys, recovery codes.
public final class SecondFactors {
    private final Seal seal;
    private final SecureRandom random;

    SecondFactors(Seal seal, SecureRandom random) {
        this.seal = seal;
        this.random = random;
    }

    /// What somebody has.
    ///
    /// @param password whether they have one; a passkey alone is enough to come in
    /// @param recoveryCodes how many are left
    public record Had(boolean password, boolean app, int passkeys, int recoveryCodes) {
        public boolean any() {
            return app || passkeys > 0;
        }
    }

    public static Had of(DSLContext sql, long staffId) {
        boolean app = sql.fetchExists(STAFF, STAFF.ID.eq(staffId).and(STAFF.TOTP_AT.isNotNull()));
        boolean password = sql.fetchExists(STAFF, STAFF.ID.eq(staffId).and(STAFF.PASSWORD_HASH.isNotNull()));
        return new Had(password, app, new Passkeys(sql).count(staffId), RecoveryCodes.left(sql, staffId));
    }

    /// Makes the secret of an app that will count once its first code was right.
    void beginApp(Transaction transaction, long staffId) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        transaction
                .sql()
                .update(STAFF)
                .set(STAFF.TOTP_PENDING, seal.close(purpose(staffId), secret))
                .where(STAFF.ID.eq(staffId))
                .execute();
    }

    /// The secret of an app that waits for its first code.
    byte @Nullable [] pendingApp(DSLContext sql, long staffId) {
        String sealed = sql.select(STAFF.TOTP_PENDING)
                .from(STAFF)
                .where(STAFF.ID.eq(staffId))
                .fetchOne(STAFF.TOTP_PENDING);
        return sealed == null ? null : opened(staffId, sealed);
    }

    /// @return whether the first code was right; then the app counts
    boolean confirmApp(Transaction transaction, long staffId, String code) {
        byte[] secret = pendingApp(transaction.sql(), staffId);
        if (secret == null) {
            throw Problem.conflict("No app waits to be set up. Begin again.").as("problem.app.none");
        }
        OptionalLong step = Totp.step(secret, code, transaction.now(), 0);
        if (step.isEmpty()) {
            return false;
        }
        transaction
                .sql()
                .update(STAFF)
                .set(STAFF.TOTP_SECRET, STAFF.TOTP_PENDING)
                .setNull(STAFF.TOTP_PENDING)
                .set(STAFF.TOTP_AT, transaction.now().toEpochMilli())
                .set(STAFF.TOTP_STEP, step.getAsLong())
                .where(STAFF.ID.eq(staffId))
                .execute();
        return true;
    }

    /// Takes away all that somebody has; who needs a second factor sets up another when signing in.
    public static void removeAll(Transaction transaction, long staffId) {
        removeApp(transaction, staffId);
        Passkeys.removeAll(transaction, staffId);
        RecoveryCodes.remove(transaction, staffId);
    }

    /// Takes away one passkey, and with the last second factor the recovery codes that stood in for it.
    ///
    /// @return false when there is none of theirs with this number
    public static boolean removePasskey(Transaction transaction, long staffId, long passkey) {
        boolean removed = Passkeys.remove(transaction, staffId, passkey);
        if (removed && !of(transaction.sql(), staffId).any()) {
            RecoveryCodes.remove(transaction, staffId);
        }
        return removed;
    }

    /// Whether somebody who is half way in, without a second factor, may set up their first one. Nobody else gets one
    /// for them until the transaction ends; the session of who may not is over.
    static boolean mayBegin(Transaction transaction, StaffSession half) {
        RowLocks.change(transaction.sql(), STAFF.ID, List.of(half.staffId()));
        if (SignIn.waiting(transaction, half, Stage.FACTOR).isEmpty()) {
            return false;
        }
        if (of(transaction.sql(), half.staffId()).any()) {
            StaffSessions.end(transaction, half.staffId(), half.id());
            return false;
        }
        return true;
    }

    /// Somebody has a second factor from now on: whoever came half way in without one does not go on, and no app waits
    /// for its first code.
    static void begun(Transaction transaction, long staffId) {
        transaction
                .sql()
                .update(STAFF)
                .setNull(STAFF.TOTP_PENDING)
                .where(STAFF.ID.eq(staffId))
                .execute();
        StaffSessions.endWaiting(transaction, staffId);
    }

    static void removeApp(Transaction transaction, long staffId) {
        transaction
                .sql()
                .update(STAFF)
                .setNull(STAFF.TOTP_SECRET)
                .setNull(STAFF.TOTP_PENDING)
                .setNull(STAFF.TOTP_AT)
                .setNull(STAFF.TOTP_STEP)
                .where(STAFF.ID.eq(staffId))
                .execute();
    }

    /// Takes a code of the app, or a recovery code, each once.
    ///
    /// @return what it was; null: wrong, or used before
    @Nullable
    String use(Transaction transaction, long staffId, String typed) {
        StaffRecord row =
                transaction.sql().selectFrom(STAFF).where(STAFF.ID.eq(staffId)).fetchSingle();
        if (row.getTotpAt() != null && row.getTotpSecret() != null) {
            long used = row.getTotpStep() == null ? 0 : row.getTotpStep();
            OptionalLong step = Totp.step(opened(staffId, row.getTotpSecret()), typed, transaction.now(), used);
            if (step.isPresent() && usedNow(transaction, staffId, step.getAsLong())) {
                return "app";
            }
        }
        return RecoveryCodes.use(transaction, staffId, typed) ? "recovery-code" : null;
    }

    /// False for who comes second with the same code.
    private static boolean usedNow(Transaction transaction, long staffId, long step) {
        return transaction
                        .sql()
                        .update(STAFF)
                        .set(STAFF.TOTP_STEP, step)
                        .where(STAFF.ID.eq(staffId))
                        .and(STAFF.TOTP_STEP.isNull().or(STAFF.TOTP_STEP.lt(step)))
                        .execute()
                == 1;
    }

    private byte[] opened(long staffId, String sealed) {
        return seal.open(purpose(staffId), sealed).orElseThrow(() -> new Problem(
                        Problem.Category.CONFLICT,
                        "The code of your app cannot be checked: the key of this installation is another one. "
                                + "Use a recovery code, or ask the operator.")
                .as("problem.app.key"));
    }

    private static String purpose(long staffId) {
        return "totp " + staffId;
    }
}
