package press.rotative.people.acts;

import java.util.Set;
import press.rotative.people.Actor;
import press.rotative.people.ApiKeys;
import press.rotative.people.Grant;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// A program gets a key for the API, with rights of its own.
///
/// @param label who or what will use it
/// @param secret as [ApiKeys#newSecret] makes it; only its digest is kept
public record CreateKey(Actor actor, String label, Set<Grant> grants, String secret) implements Act<Actor> {

    /// @throws press.rotative.platform.Problem INVALID for no label, no role, or too many
    public CreateKey {
        label = ApiKeys.checkedLabel(label);
        grants = Rights.checked(grants);
    }

    /// @return who the key is in the logs
    @Override
    public Actor perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_KEYS);
        Actor key = ApiKeys.insert(transaction, label, grants, secret);
        StaffLog.append(transaction, actor, "key-created", Rights.subject("staff " + key.staffId(), grants), null);
        return key;
    }
}
