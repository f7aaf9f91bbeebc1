package press.rotative.people.acts;

import press.rotative.people.Actor;
import press.rotative.people.ApiKeys;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// A key opens nothing from its next request on, for ever. What was done with it stays, under its name.
///
/// @param key its number
public record RevokeKey(Actor actor, long key) implements Act<Boolean> {

    /// @throws Problem FORBIDDEN; CONFLICT when there is no such key, or it was revoked before
    @Override
    public Boolean perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_KEYS);
        long staffId = ApiKeys.revoke(transaction, key)
                .orElseThrow(() -> Problem.conflict("There is no such key, or it was revoked before.")
                        .as("problem.key.over"));
        StaffLog.append(transaction, actor, "key-revoked", "staff " + staffId, null);
        return true;
    }
}
