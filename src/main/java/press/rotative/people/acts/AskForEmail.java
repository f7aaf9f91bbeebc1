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

    /// @return secret of the link; empty: somebody has the address. Who asks is told the same, so that nobody finds
    /// out whose addresses these are
    @Override
    public Optional<String> perform(Transaction transaction) {
        StaffLog.append(transaction, actor, "email-asked", "staff " + actor.staffId(), null);
        if (EmailChanges.isTaken(transaction.sql(), actor.staffId(), email)) {
            EmailChanges.forget(transaction, actor.staffId());
            return Optional.empty();
        }
        return Optional.of(EmailChanges.ask(transaction, actor.staffId(), email, random));
    }
}
