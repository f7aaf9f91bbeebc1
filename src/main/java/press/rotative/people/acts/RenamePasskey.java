package press.rotative.people.acts;

import press.rotative.people.Actor;
import press.rotative.people.StaffLog;
import press.rotative.people.passkeys.Passkeys;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody calls one of their own passkeys otherwise.
public record RenamePasskey(Actor actor, long passkey, String label) implements Act<Boolean> {

    /// @throws press.rotative.platform.Problem INVALID for no label, or a longer one than fits
    public RenamePasskey {
        label = Passkeys.checkedLabel(label);
    }

    /// @return true
    /// @throws press.rotative.platform.Problem NOT_FOUND for one that is not theirs
    @Override
    public Boolean perform(Transaction transaction) {
        if (!Passkeys.rename(transaction, actor.staffId(), passkey, label)) {
            throw RemovePasskey.none();
        }
        StaffLog.append(
                transaction, actor, "passkey-renamed", "staff " + actor.staffId() + " passkey " + passkey, null);
        return true;
    }
}
