package press.rotative.people;

import static press.rotative.platform.db.Tables.STAFF;

import org.jspecify.annotations.Nullable;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody settles how they are called and how their screens are.
///
/// @param language of the screens; null: as the browser prefers
/// @param singleKeys whether single letters are commands
public record ChangeAccount(
        Actor actor, String name, @Nullable String language, boolean singleKeys) implements Act<Boolean> {

    public ChangeAccount {
        name = Staff.checkedName(name);
    }

    @Override
    public Boolean perform(Transaction transaction) {
        transaction
                .sql()
                .update(STAFF)
                .set(STAFF.NAME, name)
                .set(STAFF.LANGUAGE, language)
                .set(STAFF.SINGLE_KEYS, singleKeys)
                .where(STAFF.ID.eq(actor.staffId()))
                .execute();
        StaffLog.append(transaction, actor, "account-changed", "staff " + actor.staffId(), null);
        return true;
    }
}
