package press.rotative.people.acts;

import press.rotative.people.Actor;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.EmailChanges;
import press.rotative.people.signin.StaffSessions;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody is signed out everywhere, as when a computer was lost. Another e-mail address that waits is forgotten,
/// which whoever was in may have chosen.
///
/// @param but a session that goes on, that of who asks; 0: none
public record EndSessions(Actor actor, long staffId, long but) implements Act<Integer> {

    /// @return how many ended
    /// @throws Problem FORBIDDEN, NOT_FOUND
    @Override
    public Integer perform(Transaction transaction) {
        Rights.member(transaction, actor, staffId);
        int ended = StaffSessions.endAll(transaction, staffId, but);
        EmailChanges.forget(transaction, staffId);
        StaffLog.append(transaction, actor, "sessions-ended", "staff " + staffId, null);
        return ended;
    }
}
