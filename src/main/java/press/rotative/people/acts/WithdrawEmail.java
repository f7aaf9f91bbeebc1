package press.rotative.people.acts;

import press.rotative.people.Actor;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.EmailChanges;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody does not want another e-mail address any more: the link that was sent there is good for nothing.
public record WithdrawEmail(Actor actor) implements Act<Boolean> {

    /// @return false when nothing waited
    @Override
    public Boolean perform(Transaction transaction) {
        boolean waited = EmailChanges.forget(transaction, actor.staffId());
        if (waited) {
            StaffLog.append(transaction, actor, "email-withdrawn", "staff " + actor.staffId(), null);
        }
        return waited;
    }
}
