package press.rotative.people.passkeys;

import static press.rotative.platform.db.Tables.PASSKEY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.PasskeyRecord;

/// The passkeys of the staff. What lies in the database opens nothing: it is public keys.
public final class Passkeys {
    /// How many somebody may have.
    public static final int MOST = 20;

    private static final int LONGEST_LABEL = 100;

    private final DSLContext sql;

    public Passkeys(DSLContext sql) {
        this.sql = sql;
    }

    /// Somebody's, the oldest first.
    public List<Passkey> of(long staffId) {
        return sql.selectFrom(PASSKEY)
                .where(PASSKEY.STAFF_ID.eq(staffId))
                .orderBy(PASSKEY.ID)
                .limit(MOST)
                .fetch(Passkeys::read);
    }

    public int count(long staffId) {
        return sql.fetchCount(PASSKEY, PASSKEY.STAFF_ID.eq(staffId));
    }

    /// @param keyId URL-safe Base64
    public Optional<Passkey> withKey(String keyId) {
        return sql.selectFrom(PASSKEY).where(PASSKEY.CREDENTIAL_ID.eq(keyId)).fetchOptional(Passkeys::read);
    }

    /// @throws Problem INVALID for no label, or a longer one than fits
    public static String checkedLabel(String label) {
        String plain = label.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (plain.isEmpty() || plain.length() > LONGEST_LABEL) {
            throw Problem.invalid("A passkey is called by 1 to " + LONGEST_LABEL + " letters.")
                    .as("problem.passkey.label", LONGEST_LABEL);
        }
        return plain;
    }

    /// Adds one.
    ///
    /// @return empty: this key is here already
    /// @throws Problem CONFLICT when somebody has too many
    public static Optional<Passkey> insert(
            Transaction transaction, long staffId, Passkey.Key key, String handle, String label) {
        DSLContext sql = transaction.sql();
        var passkeys = new Passkeys(sql);
        if (passkeys.count(staffId) >= MOST) {
            throw Problem.conflict("Somebody has at most " + MOST + " passkeys. Remove one that is not used.")
                    .as("problem.passkey.most", MOST);
        }
        boolean added = sql.insertInto(PASSKEY)
                        .set(PASSKEY.STAFF_ID, staffId)
                        .set(PASSKEY.CREDENTIAL_ID, key.id())
                        .set(PASSKEY.HANDLE, handle)
                        .set(PASSKEY.CREDENTIAL, key.data())
                        .set(PASSKEY.SIGN_COUNT, key.signCount())
                        .set(PASSKEY.MAY_SYNC, key.maySync())
                        .set(PASSKEY.SYNCED, key.synced())
                        .set(PASSKEY.TRANSPORTS, key.transports())
                        .set(PASSKEY.LABEL, checkedLabel(label))
                        .set(PASSKEY.CREATED_AT, transaction.now().toEpochMilli())
                        .onConflictDoNothing()
                        .execute()
                == 1;
        return added ? passkeys.withKey(key.id()) : Optional.empty();
    }

    /// Notes that it was used.
    ///
    /// @param passkey as it was when the answer was verified
    /// @return false: it is gone, or was used meanwhile
    public static boolean use(Transaction transaction, Passkey passkey, long signCount, boolean synced) {
        return transaction
                        .sql()
                        .update(PASSKEY)
                        .set(PASSKEY.SIGN_COUNT, signCount)
                        .set(PASSKEY.SYNCED, synced)
                        .set(PASSKEY.USED_AT, transaction.now().toEpochMilli())
                        .where(PASSKEY.ID.eq(passkey.id()))
                        .and(PASSKEY.SIGN_COUNT.eq(passkey.key().signCount()))
                        .execute()
                == 1;
    }

    /// @return false when there is none of somebody's with this number
    public static boolean rename(Transaction transaction, long staffId, long id, String label) {
        return transaction
                        .sql()
                        .update(PASSKEY)
                        .set(PASSKEY.LABEL, label)
                        .where(PASSKEY.ID.eq(id))
                        .and(PASSKEY.STAFF_ID.eq(staffId))
                        .execute()
                == 1;
    }

    /// @return false when there is none of somebody's with this number
    public static boolean remove(Transaction transaction, long staffId, long id) {
        return transaction
                        .sql()
                        .deleteFrom(PASSKEY)
                        .where(PASSKEY.ID.eq(id))
                        .and(PASSKEY.STAFF_ID.eq(staffId))
                        .execute()
                == 1;
    }

    public static void removeAll(Transaction transaction, long staffId) {
        transaction
                .sql()
                .deleteFrom(PASSKEY)
                .where(PASSKEY.STAFF_ID.eq(staffId))
                .execute();
    }

    private static Passkey read(PasskeyRecord row) {
        return new Passkey(
                row.getId(),
                row.getStaffId(),
                new Passkey.Key(
                        row.getCredentialId(),
                        row.getCredential(),
                        row.getSignCount(),
                        row.getMaySync(),
                        row.getSynced(),
                        row.getTransports()),
                row.getHandle(),
                row.getLabel(),
                Instant.ofEpochMilli(row.getCreatedAt()),
                row.getUsedAt() == null ? null : Instant.ofEpochMilli(row.getUsedAt()));
    }
}
