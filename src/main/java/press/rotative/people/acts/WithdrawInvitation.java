package press.rotative.people.acts;

import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.Invitations;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// An invitation is good for nothing from now on.
public record WithdrawInvitation(Actor actor, long invitation) implements Act<Boolean> {

    /// @throws Problem FORBIDDEN; CONFLICT when it was used or withdrawn before
    @Override
    public Boolean perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_STAFF);
        if (!Invitations.withdraw(transaction, invitation)) {
            throw Problem.conflict("This invitation was used or withdrawn already.")
                    .as("problem.invitation.over");
        }
        StaffLog.append(transaction, actor, "invitation-withdrawn", "invitation " + invitation, null);
        return true;
    }
}
