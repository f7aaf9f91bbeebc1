package press.rotative.people.acts;

import java.security.SecureRandom;
import java.util.Optional;
import press.rotative.people.Actor;
import press.rotative.people.EmailAddress;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.EmailChanges;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody chooses another e-mail address for themselves. It counts when the link is followed that is sent there
/// ([ConfirmEmail]).
public record AskForEmail(Actor actor, EmailAddress email, SecureRandom random) implements Act<Optional<String>> {

    /// @return secret of the link; empty: somebody has the address. What waits is the same then, and who asks is
    /// told the same, so that nobody finds out whose addresses these are; but no link leads on
    @Override
    public Optional<String> perform(Transaction transaction) {
        StaffLog.inTurn(transaction);
        StaffLog.append(transaction, actor, "email-asked", "staff " + actor.staffId(), null);
        String secret = EmailChanges.ask(transaction, actor.staffId(), email, random);
        return EmailChanges.isTaken(transaction.sql(), actor.staffId(), email) ? Optional.empty() : Optional.of(secret);
    }
}
