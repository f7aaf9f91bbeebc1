package press.rotative.people.acts;

import press.rotative.people.Actor;
import press.rotative.people.Member;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.EmailChanges;
import press.rotative.people.signin.SecondFactors;
import press.rotative.people.signin.StaffSessions;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody lost their phone and their recovery codes: what they showed besides their password counts no more. They
/// are signed out, and set up another second factor when they sign in. Another e-mail address that waits is
/// forgotten.
public record RemoveFactors(Actor actor, long staffId) implements Act<Member> {

    /// @throws Problem FORBIDDEN, NOT_FOUND; CONFLICT for oneself
    @Override
    public Member perform(Transaction transaction) {
        Member member = Rights.member(transaction, actor, staffId);
        if (staffId == actor.staffId()) {
            throw Problem.conflict("Nobody takes off their own second step. Ask another administrator.")
                    .as("problem.staff.self.factor");
        }
        SecondFactors.removeAll(transaction, staffId);
        StaffSessions.endAll(transaction, staffId, 0);
        EmailChanges.forget(transaction, staffId);
        StaffLog.append(transaction, actor, "factors-removed", "staff " + staffId, null);
        return member;
    }
}
