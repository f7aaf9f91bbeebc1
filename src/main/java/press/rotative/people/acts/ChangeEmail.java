package press.rotative.people.acts;

import press.rotative.people.Actor;
import press.rotative.people.EmailAddress;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.EmailChanges;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// From now on somebody signs in with another e-mail address: the one that they confirmed ([ConfirmEmail]), or,
/// where no mail is set up, the one that they chose.
public record ChangeEmail(Actor actor, EmailAddress email) implements Act<Boolean> {

    /// @throws Problem CONFLICT when somebody else has it
    @Override
    public Boolean perform(Transaction transaction) {
        EmailChanges.change(transaction, actor.staffId(), email);
        StaffLog.append(transaction, actor, "email-changed", "staff " + actor.staffId(), null);
        return true;
    }
}
