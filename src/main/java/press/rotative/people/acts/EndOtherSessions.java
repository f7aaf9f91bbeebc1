package press.rotative.people.acts;

import press.rotative.people.Actor;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.EmailChanges;
import press.rotative.people.signin.StaffSessions;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody signs out everywhere but where they are. Another e-mail address that waits is forgotten, which whoever
/// was in elsewhere may have chosen.
///
/// @param here the session that goes on
public record EndOtherSessions(Actor actor, long here) implements Act<Integer> {

    /// @return how many ended
    @Override
    public Integer perform(Transaction transaction) {
        int ended = StaffSessions.endAll(transaction, actor.staffId(), here);
        EmailChanges.forget(transaction, actor.staffId());
        if (ended > 0) {
            StaffLog.append(transaction, actor, "sessions-ended", "staff " + actor.staffId(), null);
        }
        return ended;
    }
}
