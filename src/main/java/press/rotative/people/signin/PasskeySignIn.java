package press.rotative.people.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Staff;
import press.rotative.people.StaffLog;
import press.rotative.people.passkeys.Answer;
import press.rotative.people.passkeys.Authenticators;
import press.rotative.people.passkeys.Ceremony;
import press.rotative.people.passkeys.Challenge;
import press.rotative.people.passkeys.Challenges;
import press.rotative.people.passkeys.Passkey;
import press.rotative.people.passkeys.PasskeyOptions;
import press.rotative.people.passkeys.Passkeys;
import press.rotative.people.passkeys.Refusal;
import press.rotative.people.passkeys.Site;
import press.rotative.platform.Database;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Seal;
import press.rotative.platform.Transaction;
import press.rotative.publication.Acts;

/// Showing who one is by a passkey: instead of password and second step, as the second step, and once more before acts
/// that ask for it. A passkey is held and asks who holds it, so it is both factors.
public final class PasskeySignIn {
    private final Database database;
    private final Acts acts;
    private final Attempts attempts;
    private final Challenges challenges;
    private final SignIn signIn;
    private final Clock clock;

    public PasskeySignIn(
            Database database,
            Acts acts,
            Attempts attempts,
            SignIn signIn,
            Seal seal,
            SecureRandom random,
            Clock clock) {
        this.database = database;
        this.acts = acts;
        this.attempts = attempts;
        this.challenges = new Challenges(seal, random);
        this.signIn = signIn;
        this.clock = clock;
    }

    /// What a browser is asked.
    ///
    /// @param options as [PasskeyOptions] writes them
    /// @param ticket to be sent back with the answer
    public record Asked(Map<String, Object> options, String ticket) {
        public Asked {
            options = Map.copyOf(options);
        }
    }

    /// What an answer came to.
    public sealed interface Outcome {
        /// @param secret of the session that begins now; null: the one that is goes on
        record Right(@Nullable String secret) implements Outcome {}

        /// @param staffId whose passkey it is; 0: nobody's that is known here
        record Wrong(Refusal why, long staffId) implements Outcome {}

        /// Too many wrong ones, or too late: begin again.
        record Over() implements Outcome {}
    }

    /// For whoever comes in: no name is asked for, so none is told.
    ///
    /// @param browser the secret by which the browser is known again
    public Asked ask(Site site, String browser) {
        return ask(site, Ceremony.SIGN_IN, Digest.of(browser), List.of());
    }

    /// For the holder of a session: one of their own passkeys.
    ///
    /// @param ceremony [Ceremony#SECOND_STEP] or [Ceremony#PROOF]
    public Asked ask(Site site, Ceremony ceremony, StaffSession session) {
        List<Passkey> own = database.read(sql -> new Passkeys(sql).of(session.staffId()));
        return ask(site, ceremony, Long.toString(session.id()), own);
    }

    private Asked ask(Site site, Ceremony ceremony, String bound, List<Passkey> allowed) {
        Challenge challenge = challenges.next(Optional.empty(), clock.instant());
        return new Asked(PasskeyOptions.toUse(site, challenge, allowed), challenges.ticket(challenge, ceremony, bound));
    }

    /// Somebody comes in, past both steps.
    ///
    /// @throws Problem TOO_MANY after too many attempts by this passkey's holder or from this address
    public Outcome signIn(Answer answer, Site site, String browser, Asker asker) {
        attempts.count(Attempts.What.SIGN_IN_ADDRESS, asker.whole());
        Look look = look(answer, site, Ceremony.SIGN_IN, Digest.of(browser));
        if (look.passkey != null) {
            attempts.count(Attempts.What.SIGN_IN_ACCOUNT, "passkey " + look.passkey.staffId());
        }
        return acts.perform(transaction -> take(transaction, look, 0)
                        .map(why -> refuse(transaction, look, why, asker))
                        .orElseGet(() -> in(transaction, holder(transaction, look), "passkey", asker)))
                .value();
    }

    private static Actor holder(Transaction transaction, Look look) {
        return new Staff(transaction.sql())
                .actor(Objects.requireNonNull(look.passkey).staffId())
                .orElseThrow();
    }

    private Outcome in(Transaction transaction, Actor actor, String how, Asker asker) {
        return new Outcome.Right(signIn.in(transaction, actor, how, asker).secret());
    }

    /// The second step, after a right password.
    ///
    /// @throws Problem TOO_MANY after too many attempts
    public Outcome code(StaffSession half, Answer answer, Site site, Asker asker) {
        attempts.count(Attempts.What.SECOND_FACTOR, Long.toString(half.staffId()));
        return inSession(half, Stage.CODE, Ceremony.SECOND_STEP, answer, site, asker, transaction -> {
            StaffSessions.end(transaction, half.staffId(), half.id());
            Actor actor = new Staff(transaction.sql()).actor(half.staffId()).orElseThrow();
            return in(transaction, actor, "password and passkey", asker);
        });
    }

    /// Somebody who is in shows once more who they are.
    ///
    /// @throws Problem TOO_MANY after too many attempts
    public Outcome prove(StaffSession session, Answer answer, Site site, Asker asker) {
        attempts.count(Attempts.What.SECOND_FACTOR, "proof " + session.staffId());
        return inSession(session, Stage.IN, Ceremony.PROOF, answer, site, asker, transaction -> {
            StaffSessions.proved(transaction, session.id());
            return new Outcome.Right(null);
        });
    }

    private Outcome inSession(
            StaffSession session,
            Stage stage,
            Ceremony ceremony,
            Answer answer,
            Site site,
            Asker asker,
            Function<Transaction, Outcome> right) {
        Look look = look(answer, site, ceremony, Long.toString(session.id()));
        return acts.perform(transaction -> {
                    Optional<StaffSession> there = SignIn.waiting(transaction, session, stage);
                    if (there.isEmpty()) {
                        return new Outcome.Over();
                    }
                    Optional<Refusal> why = take(transaction, look, session.staffId());
                    if (why.isEmpty()) {
                        return right.apply(transaction);
                    }
                    Outcome refused = refuse(transaction, look, why.get(), asker);
                    if (StaffSessions.countFailure(transaction, there.get()) < SignIn.MOST_FAILURES) {
                        return refused;
                    }
                    StaffSessions.end(transaction, session.staffId(), session.id());
                    return new Outcome.Over();
                })
                .value();
    }

    /// An answer as far as it is known what it is worth before the act.
    ///
    /// @param challenge null: none of ours
    /// @param passkey null: none that is here
    /// @param handle whom the authenticator takes for the holder; empty: it does not say
    private record Look(
            @Nullable Challenge challenge, @Nullable Passkey passkey, String handle, Authenticators.Used used) {

        static Look bad(@Nullable Challenge challenge, Refusal why) {
            return new Look(challenge, null, "", new Authenticators.Used.Bad(why));
        }
    }

    private Look look(Answer answer, Site site, Ceremony ceremony, String bound) {
        Challenge challenge = challenges
                .open(answer.ticket(), ceremony, bound, clock.instant())
                .orElse(null);
        if (challenge == null) {
            return Look.bad(null, Refusal.CHALLENGE);
        }
        Authenticators.Shown shown = Authenticators.shown(answer).orElse(null);
        if (shown == null) {
            return Look.bad(challenge, Refusal.UNREADABLE);
        }
        Passkey passkey =
                database.read(sql -> new Passkeys(sql).withKey(shown.keyId())).orElse(null);
        return passkey == null
                ? Look.bad(challenge, Refusal.UNKNOWN)
                : new Look(challenge, passkey, shown.handle(), Authenticators.used(shown, passkey, site, challenge));
    }

    /// Uses the challenge up, whatever the answer is worth, and notes at the passkey that it was used.
    ///
    /// @param staffId whose passkey it has to be; 0: whoever's, which the authenticator then has to say
    /// @return why it is not taken; empty: it is
    private static Optional<Refusal> take(Transaction transaction, Look look, long staffId) {
        if (look.challenge != null && !Challenges.use(transaction, look.challenge)) {
            return Optional.of(Refusal.CHALLENGE);
        }
        if (look.passkey != null && !isOf(look.passkey, staffId, look.handle)) {
            return Optional.of(Refusal.OWNER);
        }
        return switch (look.used) {
            case Authenticators.Used.Bad(Refusal why) -> Optional.of(why);
            case Authenticators.Used.Good good -> taken(transaction, Objects.requireNonNull(look.passkey), good);
        };
    }

    private static boolean isOf(Passkey passkey, long staffId, String handle) {
        return staffId == 0
                ? handle.equals(passkey.handle())
                : passkey.staffId() == staffId && (handle.isEmpty() || handle.equals(passkey.handle()));
    }

    private static Optional<Refusal> taken(Transaction transaction, Passkey passkey, Authenticators.Used.Good good) {
        if (new Staff(transaction.sql()).actor(passkey.staffId()).isEmpty()) {
            return Optional.of(Refusal.UNKNOWN);
        }
        boolean noted = Passkeys.use(transaction, passkey, good.signCount(), good.synced());
        return noted ? Optional.empty() : Optional.of(Refusal.CHALLENGE);
    }

    private static Outcome refuse(Transaction transaction, Look look, Refusal why, Asker asker) {
        String whose =
                look.passkey == null ? "unknown" : "staff " + look.passkey.staffId() + " passkey " + look.passkey.id();
        StaffLog.append(
                transaction,
                SignIn.NOBODY,
                "passkey-refused",
                whose + " " + why.words() + " from " + asker.address(),
                null);
        return new Outcome.Wrong(why, look.passkey == null ? 0 : look.passkey.staffId());
    }
}
