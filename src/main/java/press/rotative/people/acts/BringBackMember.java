package press.rotative.people.acts;

import static press.rotative.platform.db.Tables.STAFF;

import press.rotative.people.Actor;
import press.rotative.people.Member;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody who was suspended may come in again, with the rights, the password and the second factor they had.
public record BringBackMember(Actor actor, long staffId) implements Act<Member> {

    /// @throws Problem FORBIDDEN, NOT_FOUND; CONFLICT for who is here
    @Override
    public Member perform(Transaction transaction) {
        Member member = Rights.member(transaction, actor, staffId);
        if (member.endedAt() == null) {
            throw Problem.conflict("This person is not suspended.").as("problem.staff.here");
        }
        transaction
                .sql()
                .update(STAFF)
                .setNull(STAFF.ENDED_AT)
                .where(STAFF.ID.eq(staffId))
                .execute();
        StaffLog.append(transaction, actor, "member-brought-back", "staff " + staffId, null);
        return member;
    }
}
