package press.rotative.people.acts;

import java.util.Set;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Member;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Role;
import press.rotative.people.Staff;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.Invitations;
import press.rotative.people.signin.SecondFactors;
import press.rotative.people.signin.StaffSessions;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody gets other rights, which hold from their next request on. Who may publish or manage now and has no second
/// factor yet is signed out, so that they set one up when they come back.
///
/// @param staffId whose rights
/// @param grants all that they have from now on
public record ChangeRights(Actor actor, long staffId, Set<Grant> grants) implements Act<Member> {

    /// @throws Problem INVALID for no role, or too many
    public ChangeRights {
        grants = Rights.checked(grants);
    }

    /// @throws Problem FORBIDDEN, NOT_FOUND; CONFLICT for the last administrator
    @Override
    public Member perform(Transaction transaction) {
        StaffLog.inTurn(transaction); // what is decided here hangs on rights and factors that others change
        Member member = Rights.member(transaction, actor, staffId);
        StaffLog.append(transaction, actor, "rights-changed", Rights.subject("staff " + staffId, grants), null);
        if (!grants.contains(Grant.everywhere(Role.ADMINISTRATOR))) {
            Rights.keepAdministrator(transaction, staffId);
        }
        Staff.putGrants(transaction, staffId, grants);
        if (!Policy.allowsSomewhere(new Actor(staffId, grants), Power.MANAGE_STAFF)) {
            Invitations.withdrawOf(transaction, staffId);
        }
        if (Policy.needsSecondFactor(new Actor(staffId, grants))
                && !SecondFactors.of(transaction.sql(), staffId).any()) {
            StaffSessions.endAll(transaction, staffId, 0);
        }
        return member;
    }
}
