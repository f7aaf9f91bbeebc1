package press.rotative.people.acts;

import java.security.SecureRandom;
import press.rotative.people.Actor;
import press.rotative.people.Member;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.PasswordResets;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody who forgot their password gets a link from who manages the staff; it does not lead past their second step.
public record MakeResetLink(Actor actor, long staffId, SecureRandom random) implements Act<String> {

    /// @return the secret of the link, kept nowhere
    /// @throws Problem FORBIDDEN, NOT_FOUND; CONFLICT for who is suspended
    @Override
    public String perform(Transaction transaction) {
        Member member = Rights.member(transaction, actor, staffId);
        if (member.endedAt() != null) {
            throw Problem.conflict("This person is suspended. Bring them back first.")
                    .as("problem.staff.suspended");
        }
        StaffLog.append(transaction, actor, "reset-link-made", "staff " + staffId, null);
        return PasswordResets.newLink(transaction, staffId, PasswordResets.HANDED, random);
    }
}
