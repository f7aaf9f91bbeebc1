package press.rotative.people.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.EmailAddress;
import press.rotative.people.Member;
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

/// How people get passkeys: on their account, as their second step, or instead of a password when they join. The first
/// one comes with recovery codes.
public final class PasskeySetUp {
    private final Database database;
    private final Acts acts;
    private final Attempts attempts;
    private final Challenges challenges;
    private final SignIn signIn;
    private final SecureRandom random;
    private final Clock clock;

    public PasskeySetUp(
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
        this.random = random;
        this.clock = clock;
    }

    /// For the holder of a session.
    ///
    /// @param ceremony [Ceremony#ADD] or [Ceremony#SET_UP]
    /// @param newsroom as the browser names the site
    public PasskeySignIn.Asked ask(Site site, Ceremony ceremony, StaffSession session, Member member, String newsroom) {
        List<Passkey> had = database.read(sql -> new Passkeys(sql).of(member.id()));
        Challenge challenge = challenges.next(had.stream().map(Passkey::handle).findFirst(), clock.instant());
        return new PasskeySignIn.Asked(
                PasskeyOptions.toMake(site, challenge, newsroom, member.email(), member.name(), had),
                challenges.ticket(challenge, ceremony, Long.toString(session.id())));
    }

    /// For who comes by a link; the page puts in how they are called.
    ///
    /// @param ceremony [Ceremony#FIRST] or [Ceremony#JOIN]
    /// @param link secret of the link
    /// @param browser the secret by which the browser is known again
    public PasskeySignIn.Asked ask(Site site, Ceremony ceremony, String link, String browser, String newsroom) {
        Challenge challenge = challenges.next(Optional.empty(), clock.instant());
        return new PasskeySignIn.Asked(
                PasskeyOptions.toMake(site, challenge, newsroom, "", "", List.of()),
                challenges.ticket(challenge, ceremony, bound(link, browser)));
    }

    private static String bound(String link, String browser) {
        return Digest.of(link + " " + browser);
    }

    /// What an answer came to.
    public sealed interface Outcome {
        /// @param secret of the session that begins now; null: the one that is goes on
        /// @param recoveryCodes to be shown once; empty: those of before are good
        record Done(long staffId, @Nullable String secret, List<String> recoveryCodes) implements Outcome {
            public Done {
                recoveryCodes = List.copyOf(recoveryCodes);
            }

            /// The secret, where a session begins.
            public String begun() {
                return Objects.requireNonNull(secret);
            }
        }

        record Wrong(Refusal why) implements Outcome {}

        /// The session is over.
        record Over() implements Outcome {}
    }

    /// Another passkey of somebody who is in.
    ///
    /// @param label what they call it
    /// @throws Problem INVALID for no label, CONFLICT for too many or one that is here already, TOO_MANY after too
    /// many attempts
    public Outcome add(StaffSession session, Actor actor, String label, Answer answer, Site site, Asker asker) {
        attempts.count(Attempts.What.SECOND_FACTOR, "add " + session.staffId());
        Look look = look(answer, site, Ceremony.ADD, Long.toString(session.id()));
        return acts.perform(transaction -> {
                    if (SignIn.waiting(transaction, session, Stage.IN).isEmpty()) {
                        return new Outcome.Over();
                    }
                    Optional<Refusal> why = take(transaction, look);
                    if (why.isPresent()) {
                        return refuse(transaction, actor.staffId(), why.get(), asker);
                    }
                    keep(transaction, actor, look, label);
                    return new Outcome.Done(actor.staffId(), null, missingCodes(transaction, actor));
                })
                .value();
    }

    /// The first second factor of somebody who signs in, whose password was right.
    ///
    /// @throws Problem TOO_MANY after too many attempts, CONFLICT for one that is here already
    public Outcome setUp(StaffSession half, String label, Answer answer, Site site, Asker asker) {
        attempts.count(Attempts.What.SECOND_FACTOR, Long.toString(half.staffId()));
        Look look = look(answer, site, Ceremony.SET_UP, Long.toString(half.id()));
        return acts.perform(transaction -> {
                    if (!SecondFactors.mayBegin(transaction, half)) {
                        return new Outcome.Over();
                    }
                    Optional<Refusal> why = take(transaction, look);
                    if (why.isPresent()) {
                        return refuse(transaction, half.staffId(), why.get(), asker);
                    }
                    Actor actor =
                            new Staff(transaction.sql()).actor(half.staffId()).orElseThrow();
                    keep(transaction, actor, look, label);
                    return in(transaction, actor, "password and passkey", asker);
                })
                .value();
    }

    /// The first administrator comes in, without a password.
    ///
    /// @param link secret of the operator's link
    /// @throws Problem NOT_FOUND when the link is not good any more, TOO_MANY
    public Outcome first(
            String link,
            String browser,
            String name,
            EmailAddress email,
            String label,
            @Nullable String language,
            Answer answer,
            Site site,
            Asker asker) {
        attempts.count(Attempts.What.LINK, asker.whole());
        Look look = look(answer, site, Ceremony.FIRST, bound(link, browser));
        return acts.perform(transaction -> take(transaction, look)
                        .map(why -> refuse(transaction, 0, why, asker))
                        .orElseGet(() -> {
                            long id = Setup.perform(transaction, link, name, email, null, language);
                            return begin(transaction, id, look, label, asker);
                        }))
                .value();
    }

    /// Somebody who was invited joins, without a password.
    ///
    /// @param link secret of the invitation's link
    /// @throws Problem NOT_FOUND or GONE for a link that is not good, CONFLICT when the address is somebody's by
    /// now, TOO_MANY
    public Outcome join(
            String link,
            String browser,
            String name,
            String label,
            @Nullable String language,
            Answer answer,
            Site site,
            Asker asker) {
        attempts.count(Attempts.What.LINK, asker.whole());
        Look look = look(answer, site, Ceremony.JOIN, bound(link, browser));
        return acts.perform(transaction -> take(transaction, look)
                        .map(why -> refuse(transaction, 0, why, asker))
                        .orElseGet(() -> {
                            long id = Links.join(transaction, link, name, null, language);
                            return begin(transaction, id, look, label, asker);
                        }))
                .value();
    }

    private Outcome begin(Transaction transaction, long staffId, Look look, String label, Asker asker) {
        Actor actor = new Staff(transaction.sql()).actor(staffId).orElseThrow();
        keep(transaction, actor, look, label);
        return in(transaction, actor, "passkey", asker);
    }

    /// @param challenge null: none of ours
    private record Look(@Nullable Challenge challenge, Authenticators.Made made) {}

    private Look look(Answer answer, Site site, Ceremony ceremony, String bound) {
        return challenges
                .open(answer.ticket(), ceremony, bound, clock.instant())
                .map(challenge -> new Look(challenge, Authenticators.made(answer, site, challenge)))
                .orElseGet(() -> new Look(null, new Authenticators.Made.Bad(Refusal.CHALLENGE)));
    }

    /// Uses the challenge up, whatever the answer is worth.
    ///
    /// @return why it is not taken; empty: it is
    private static Optional<Refusal> take(Transaction transaction, Look look) {
        if (look.challenge != null && !Challenges.use(transaction, look.challenge)) {
            return Optional.of(Refusal.CHALLENGE);
        }
        return switch (look.made) {
            case Authenticators.Made.Bad(Refusal why) -> Optional.of(why);
            case Authenticators.Made.Good _ -> Optional.empty();
        };
    }

    private static Outcome refuse(Transaction transaction, long staffId, Refusal why, Asker asker) {
        String whose = staffId == 0 ? "unknown" : "staff " + staffId;
        StaffLog.append(
                transaction,
                SignIn.NOBODY,
                "passkey-refused",
                whose + " " + why.words() + " from " + asker.address(),
                null);
        return new Outcome.Wrong(why);
    }

    private static void keep(Transaction transaction, Actor actor, Look look, String label) {
        if (!(look.made instanceof Authenticators.Made.Good(Passkey.Key key)) || look.challenge == null) {
            throw new IllegalStateException("only what was taken is kept");
        }
        Passkey kept = Passkeys.insert(transaction, actor.staffId(), key, look.challenge.handle(), label)
                .orElseThrow(
                        () -> Problem.conflict("This passkey is here already.").as("problem.passkey.held"));
        StaffLog.append(
                transaction, actor, "passkey-added", "staff " + actor.staffId() + " passkey " + kept.id(), null);
        SecondFactors.begun(transaction, actor.staffId());
    }

    private Outcome in(Transaction transaction, Actor actor, String how, Asker asker) {
        List<String> codes = missingCodes(transaction, actor);
        return new Outcome.Done(
                actor.staffId(), signIn.in(transaction, actor, how, asker).secret(), codes);
    }

    private List<String> missingCodes(Transaction transaction, Actor actor) {
        boolean had = RecoveryCodes.left(transaction.sql(), actor.staffId()) > 0;
        return had ? List.of() : RecoveryCodes.renew(transaction, actor.staffId(), random);
    }
}
