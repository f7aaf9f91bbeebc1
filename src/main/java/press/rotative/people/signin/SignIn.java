package press.rotative.people.signin;

import static press.rotative.platform.db.Tables.STAFF;

import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.EmailAddress;
import press.rotative.people.Policy;
import press.rotative.people.Staff;
import press.rotative.people.StaffLog;
import press.rotative.platform.Database;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Seal;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.StaffRecord;
import press.rotative.publication.Acts;

/// The way into the newsroom: a password, then a second factor for whoever may publish or manage.
///
/// Each step that succeeds ends the session of the step before and begins one with another secret. Unknown accounts
/// are answered like wrong passwords, in the same words and after the same work.
public final class SignIn {
    static final int MOST_FAILURES = 5;
    static final Actor NOBODY = new Actor(0, java.util.Set.of());

    private final Database database;
    private final Acts acts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SecondFactors factors;
    private final SecureRandom random;

    public SignIn(
            Database database, Acts acts, Passwords passwords, Attempts attempts, Seal seal, SecureRandom random) {
        this.database = database;
        this.acts = acts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.factors = new SecondFactors(seal, random);
        this.random = random;
    }

    /// What a step came to.
    public sealed interface Step {
        /// @param secret of the session that begins now
        record Taken(Stage stage, String secret) implements Step {}

        /// The same for a wrong password and an account that is not there.
        record Wrong() implements Step {}

        /// Too many wrong ones: begin again.
        record Over() implements Step {}
    }

    /// @throws Problem TOO_MANY after too many attempts at this account or from this address
    public Step password(String email, String password, Asker asker) {
        attempts.count(Attempts.What.SIGN_IN_ADDRESS, asker.whole());
        attempts.count(Attempts.What.SIGN_IN_ACCOUNT, Digest.of(EmailAddress.key(email)));
        Known known = database.read(sql -> known(sql, EmailAddress.key(email)));
        boolean right = passwords.fits(password, known.hash);
        return acts.perform(transaction -> {
                    // Read again: the account may have changed while the password was reckoned.
                    boolean good = right
                            && known(transaction.sql(), EmailAddress.key(email)).equals(known);
                    if (!good) {
                        StaffLog.append(transaction, NOBODY, "sign-in-failed", subject(known.staffId, asker), null);
                        return new Step.Wrong();
                    }
                    return begin(transaction, known.staffId, asker);
                })
                .value();
    }

    private record Known(long staffId, @Nullable String hash) {}

    private static Known known(DSLContext sql, String key) {
        return sql.select(STAFF.ID, STAFF.PASSWORD_HASH)
                .from(STAFF)
                .where(STAFF.EMAIL_KEY.eq(key))
                .and(STAFF.ENDED_AT.isNull())
                .fetchOptional(row -> new Known(row.value1(), row.value2()))
                .orElse(new Known(0, null));
    }

    static String subject(long staffId, Asker asker) {
        return (staffId == 0 ? "unknown" : "staff " + staffId) + " from " + asker.address();
    }

    /// The password was right.
    Step begin(Transaction transaction, long staffId, Asker asker) {
        Actor actor = new Staff(transaction.sql()).actor(staffId).orElseThrow();
        if (SecondFactors.of(transaction.sql(), staffId).any()) {
            return next(transaction, actor, Stage.CODE, asker);
        }
        if (Policy.needsSecondFactor(actor)) {
            factors.beginApp(transaction, staffId);
            return next(transaction, actor, Stage.FACTOR, asker);
        }
        return in(transaction, actor, "password", asker);
    }

    private Step.Taken next(Transaction transaction, Actor actor, Stage stage, Asker asker) {
        return new Step.Taken(stage, StaffSessions.begin(transaction, actor.staffId(), stage, asker, random));
    }

    /// Somebody is in.
    ///
    /// @param how they showed who they are
    Step.Taken in(Transaction transaction, Actor actor, String how, Asker asker) {
        StaffLog.append(
                transaction,
                actor,
                "signed-in",
                "staff " + actor.staffId() + " by " + how + " from " + asker.address(),
                null);
        return next(transaction, actor, Stage.IN, asker);
    }

    /// The second step: a code of the app or a recovery code.
    ///
    /// @throws Problem TOO_MANY after too many attempts
    public Step code(StaffSession half, String code, Asker asker) {
        attempts.count(Attempts.What.SECOND_FACTOR, Long.toString(half.staffId()));
        return acts.perform(transaction -> {
                    Optional<StaffSession> there = waiting(transaction, half, Stage.CODE);
                    if (there.isEmpty()) {
                        return new Step.Over();
                    }
                    Actor actor =
                            new Staff(transaction.sql()).actor(half.staffId()).orElseThrow();
                    String used = factors.use(transaction, half.staffId(), code);
                    if (used == null) {
                        return failed(transaction, there.get(), asker);
                    }
                    StaffSessions.end(transaction, half.staffId(), half.id());
                    return in(transaction, actor, "password and " + used, asker);
                })
                .value();
    }

    static Optional<StaffSession> waiting(Transaction transaction, StaffSession half, Stage stage) {
        return StaffSessions.get(transaction, half.id()).filter(session -> session.stage() == stage);
    }

    private static Step failed(Transaction transaction, StaffSession half, Asker asker) {
        StaffLog.append(transaction, NOBODY, "second-factor-failed", subject(half.staffId(), asker), null);
        if (StaffSessions.countFailure(transaction, half) < MOST_FAILURES) {
            return new Step.Wrong();
        }
        StaffSessions.end(transaction, half.staffId(), half.id());
        return new Step.Over();
    }

    /// The first administrator comes in.
    ///
    /// @param link secret of the operator's link
    /// @throws Problem NOT_FOUND when the link is not good any more
    public Step first(
            String link,
            String name,
            EmailAddress email,
            NewPassword password,
            @Nullable String language,
            Asker asker) {
        attempts.count(Attempts.What.LINK, asker.whole());
        String hash = passwords.hash(password.text());
        return acts.perform(transaction ->
                        begin(transaction, Setup.perform(transaction, link, name, email, hash, language), asker))
                .value();
    }

    /// What an app has to know: the address for the square picture and the same secret in letters.
    public record AppSecret(String address, String letters) {}

    /// The secret of the app that waits to be set up; empty when none does.
    public Optional<AppSecret> appSecret(DSLContext sql, long staffId, String newsroom) {
        byte[] secret = factors.pendingApp(sql, staffId);
        StaffRecord row = sql.selectFrom(STAFF).where(STAFF.ID.eq(staffId)).fetchOne();
        return secret == null || row == null || row.getEmail() == null
                ? Optional.empty()
                : Optional.of(new AppSecret(Totp.address(newsroom, row.getEmail(), secret), Totp.base32(secret)));
    }

    /// What setting up came to.
    public sealed interface SetUp {
        /// @param recoveryCodes to be shown once
        record Done(String secret, List<String> recoveryCodes) implements SetUp {}

        record Wrong() implements SetUp {}

        record Over() implements SetUp {}
    }

    /// The first code of an app that is set up while signing in.
    ///
    /// @throws Problem TOO_MANY after too many attempts
    public SetUp firstCode(StaffSession half, String code, Asker asker) {
        attempts.count(Attempts.What.SECOND_FACTOR, Long.toString(half.staffId()));
        return acts.perform(transaction -> {
                    if (!SecondFactors.mayBegin(transaction, half)) {
                        return new SetUp.Over();
                    }
                    Actor actor =
                            new Staff(transaction.sql()).actor(half.staffId()).orElseThrow();
                    if (!factors.confirmApp(transaction, half.staffId(), code)) {
                        return new SetUp.Wrong();
                    }
                    StaffLog.append(transaction, actor, "factor-added", "staff " + half.staffId() + " app", null);
                    List<String> codes = RecoveryCodes.renew(transaction, half.staffId(), random);
                    SecondFactors.begun(transaction, half.staffId());
                    return new SetUp.Done(
                            in(transaction, actor, "password and app", asker).secret(), codes);
                })
                .value();
    }

    /// What showing once more who one is came to.
    public enum Proof {
        RIGHT,
        WRONG,
        /// too many wrong ones: the session is over
        OVER
    }

    /// Somebody who is in shows once more who they are, by their password.
    ///
    /// @throws Problem TOO_MANY after too many attempts
    public Proof prove(StaffSession session, String password, Asker asker) {
        attempts.count(Attempts.What.SECOND_FACTOR, "proof " + session.staffId());
        @Nullable
        String hash = database.read(sql -> Optional.ofNullable(passwordHash(sql, session.staffId())))
                .orElse(null);
        boolean right = passwords.fits(password, hash);
        return acts.perform(transaction -> {
                    Optional<StaffSession> there = waiting(transaction, session, Stage.IN);
                    if (there.isEmpty()) {
                        return Proof.OVER;
                    }
                    if (right && Objects.equals(hash, passwordHash(transaction.sql(), session.staffId()))) {
                        StaffSessions.proved(transaction, session.id());
                        return Proof.RIGHT;
                    }
                    StaffLog.append(transaction, NOBODY, "proof-failed", subject(session.staffId(), asker), null);
                    if (StaffSessions.countFailure(transaction, there.get()) < MOST_FAILURES) {
                        return Proof.WRONG;
                    }
                    StaffSessions.end(transaction, session.staffId(), session.id());
                    return Proof.OVER;
                })
                .value();
    }

    private static @Nullable String passwordHash(DSLContext sql, long staffId) {
        return sql.select(STAFF.PASSWORD_HASH)
                .from(STAFF)
                .where(STAFF.ID.eq(staffId))
                .and(STAFF.ENDED_AT.isNull())
                .fetchOne(STAFF.PASSWORD_HASH);
    }

    /// Somebody who is in gets new recovery codes; those of before are good for nothing any more.
    ///
    /// @return to be shown once
    /// @throws Problem CONFLICT for who has no second factor that they could stand in for
    public List<String> renewCodes(Actor actor) {
        return acts.perform(transaction -> {
                    if (!SecondFactors.of(transaction.sql(), actor.staffId()).any()) {
                        throw Problem.conflict("Recovery codes stand in for a second step, and you have none.")
                                .as("problem.codes.no.factor");
                    }
                    List<String> codes = RecoveryCodes.renew(transaction, actor.staffId(), random);
                    StaffLog.append(transaction, actor, "codes-renewed", "staff " + actor.staffId(), null);
                    return codes;
                })
                .value();
    }

    public void out(StaffSession session, Actor actor) {
        acts.perform(transaction -> {
            if (StaffSessions.end(transaction, session.staffId(), session.id())) {
                StaffLog.append(transaction, actor, "signed-out", "staff " + session.staffId(), null);
            }
            return true;
        });
    }
}
