package press.rotative.people.acts;

import static press.rotative.platform.db.Tables.PASSWORD_RESET;
import static press.rotative.platform.db.Tables.STAFF;

import press.rotative.people.Actor;
import press.rotative.people.Member;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.EmailChanges;
import press.rotative.people.signin.Invitations;
import press.rotative.people.signin.StaffSessions;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody may come in no more: their sessions end at once, and so do links that were made for them. Their name stays
/// at what they did, and they can be brought back.
public record SuspendMember(Actor actor, long staffId) implements Act<Member> {

    /// @throws Problem FORBIDDEN, NOT_FOUND; CONFLICT for oneself, the last administrator, and who is suspended already
    @Override
    public Member perform(Transaction transaction) {
        Member member = Rights.member(transaction, actor, staffId);
        if (staffId == actor.staffId()) {
            throw Problem.conflict("Nobody suspends themselves. Ask another administrator.")
                    .as("problem.staff.self");
        }
        if (member.endedAt() != null) {
            throw Problem.conflict("This person is suspended already.").as("problem.staff.suspended");
        }
        StaffLog.append(transaction, actor, "member-suspended", "staff " + staffId, null);
        Rights.keepAdministrator(transaction, staffId);
        transaction
                .sql()
                .update(STAFF)
                .set(STAFF.ENDED_AT, transaction.now().toEpochMilli())
                .where(STAFF.ID.eq(staffId))
                .execute();
        StaffSessions.endAll(transaction, staffId, 0);
        Invitations.withdrawOf(transaction, staffId);
        transaction
                .sql()
                .deleteFrom(PASSWORD_RESET)
                .where(PASSWORD_RESET.STAFF_ID.eq(staffId))
                .execute();
        EmailChanges.forget(transaction, staffId);
        return member;
    }
}
