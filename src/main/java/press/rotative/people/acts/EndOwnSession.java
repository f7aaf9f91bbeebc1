package press.rotative.people.acts;

import press.rotative.people.Actor;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.StaffSessions;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody ends one of their own sessions, in another browser.
public record EndOwnSession(Actor actor, long session) implements Act<Boolean> {

    /// @return false when it was over, or somebody else's
    @Override
    public Boolean perform(Transaction transaction) {
        boolean ended = StaffSessions.end(transaction, actor.staffId(), session);
        if (ended) {
            StaffLog.append(transaction, actor, "sessions-ended", "staff " + actor.staffId(), null);
        }
        return ended;
    }
}
