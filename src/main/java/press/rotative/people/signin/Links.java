package press.rotative.people.signin;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.EmailAddress;
import press.rotative.people.Member;
import press.rotative.people.Staff;
import press.rotative.people.StaffLog;
import press.rotative.platform.Database;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Acts;

/// The ways in by a link: an invitation, a new password. Like a right password, they lead to the second factor, never
/// past it.
public final class Links {
    private final Database database;
    private final Acts acts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SignIn signIn;
    private final SecureRandom random;

    public Links(
            Database database, Acts acts, Passwords passwords, Attempts attempts, SignIn signIn, SecureRandom random) {
        this.database = database;
        this.acts = acts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.signIn = signIn;
        this.random = random;
    }

    /// Somebody who was invited joins.
    ///
    /// @param language of their screens
    /// @throws Problem NOT_FOUND or GONE for a link that is not good, CONFLICT when the address is somebody's by
    /// now, TOO_MANY
    public SignIn.Step join(String secret, String name, NewPassword password, @Nullable String language, Asker asker) {
        attempts.count(Attempts.What.LINK, asker.whole());
        String hash = passwords.hash(password.text());
        return acts.perform(transaction ->
                        signIn.begin(transaction, join(transaction, secret, name, hash, language), asker))
                .value();
    }

    /// Uses the link up and adds whom it was for.
    ///
    /// @param passwordHash null: they come in by a passkey
    /// @return row of `staff`
    static long join(
            Transaction transaction,
            String secret,
            String name,
            @Nullable String passwordHash,
            @Nullable String language) {
        var invitations = new Invitations(transaction.sql());
        Invitation invitation = invitations.good(secret, transaction.now());
        if (!Invitations.use(transaction, invitation.id())) {
            invitations.good(secret, transaction.now()); // says why
        }
        long id = Staff.join(transaction, name, invitation.email(), passwordHash, language, invitation.grants());
        StaffLog.append(
                transaction,
                new Actor(id, invitation.grants()),
                "member-joined",
                "staff " + id + " by invitation " + invitation.id(),
                null);
        return id;
    }

    /// Counts that somebody asks for a new password; the same for addresses that nobody has.
    ///
    /// @throws Problem TOO_MANY when this was asked for too often, for this address or from this network
    public void countReset(String email, Asker asker) {
        attempts.count(Attempts.What.RESET_ADDRESS, asker.whole());
        attempts.count(Attempts.What.RESET_ACCOUNT, Digest.of(EmailAddress.key(email)));
    }

    /// A link that goes to somebody by mail.
    public record MailedLink(Member member, String secret) {}

    /// @return empty when nobody who may come in has the address. That takes another time than making a link: do it
    /// where nobody waits for it
    public Optional<MailedLink> resetFor(String email, Asker asker) {
        Optional<Long> known =
                database.read(sql -> new Staff(sql).withAddress(email)).map(Member::id);
        return known.flatMap(id -> acts.perform(transaction -> new Staff(transaction.sql())
                        .member(id)
                        .filter(member -> member.endedAt() == null)
                        .map(member -> {
                            StaffLog.append(
                                    transaction,
                                    new Actor(0, Set.of()),
                                    "reset-asked",
                                    "staff " + id + " from " + asker.address(),
                                    null);
                            return new MailedLink(member, newLink(transaction, id, PasswordResets.MAILED));
                        }))
                .value());
    }

    private String newLink(Transaction transaction, long staffId, Duration lasts) {
        return PasswordResets.newLink(transaction, staffId, lasts, random);
    }

    /// Somebody sets a new password by a link.
    ///
    /// @throws Problem GONE for a link that is not good, TOO_MANY
    public SignIn.Step reset(String secret, NewPassword password, Asker asker) {
        attempts.count(Attempts.What.LINK, asker.whole());
        String hash = passwords.hash(password.text());
        return acts.perform(transaction -> {
                    Member member = PasswordResets.use(transaction, secret, hash);
                    StaffLog.append(
                            transaction,
                            member.actor(),
                            "password-reset",
                            "staff " + member.id() + " from " + asker.address(),
                            null);
                    return signIn.begin(transaction, member.id(), asker);
                })
                .value();
    }

    /// Somebody who is in chooses another password; their other sessions end.
    ///
    /// @throws Problem OVERLOADED when too many wait
    public void change(StaffSession session, Actor actor, NewPassword password) {
        String hash = passwords.hash(password.text());
        acts.perform(transaction -> {
            PasswordResets.setPassword(transaction, actor.staffId(), hash);
            StaffSessions.endAll(transaction, actor.staffId(), session.id());
            StaffLog.append(transaction, actor, "password-changed", "staff " + actor.staffId(), null);
            return true;
        });
    }
}
