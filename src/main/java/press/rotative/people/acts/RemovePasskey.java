package press.rotative.people.acts;

import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.SecondFactors;
import press.rotative.people.signin.StaffSessions;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody takes one of their own passkeys off, as when a phone was lost: it opens nothing more, and their other
/// sessions end. The last way to come in stays, and so does the only second step of who has to have one.
///
/// @param session that goes on, that of who asks
public record RemovePasskey(Actor actor, long passkey, long session) implements Act<Boolean> {

    /// @return true
    /// @throws Problem NOT_FOUND for one that is not theirs; CONFLICT for the last way in
    @Override
    public Boolean perform(Transaction transaction) {
        // First, so that of two who take off the last two at the same moment one waits for the other.
        StaffLog.inTurn(transaction);
        StaffLog.append(
                transaction, actor, "passkey-removed", "staff " + actor.staffId() + " passkey " + passkey, null);
        if (!SecondFactors.removePasskey(transaction, actor.staffId(), passkey)) {
            throw none();
        }
        SecondFactors.Had left = SecondFactors.of(transaction.sql(), actor.staffId());
        if (!left.password() && left.passkeys() == 0) {
            throw Problem.conflict(
                            "This is the only way in that you have. Add another passkey or set a password first.")
                    .as("problem.passkey.last");
        }
        if (!left.any() && Policy.needsSecondFactor(actor)) {
            throw Problem.conflict(
                            "This is your only second step, and your rights ask for one. Add another passkey first.")
                    .as("problem.passkey.last.step");
        }
        StaffSessions.endAll(transaction, actor.staffId(), session);
        return true;
    }

    static Problem none() {
        return Problem.notFound("There is no such passkey of yours.").as("problem.passkey.none");
    }
}
