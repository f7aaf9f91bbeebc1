package press.rotative.people.signin;

import static press.rotative.platform.db.Tables.STAFF_SESSION;

import java.security.SecureRandom;
import java.util.Set;
import press.rotative.people.EmailAddress;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.Staff;
import press.rotative.people.passkeys.Passkey;
import press.rotative.people.passkeys.Passkeys;
import press.rotative.platform.Database;
import press.rotative.platform.Transaction;
import press.rotative.publication.Acts;

/// People who are in already, for tests of what comes after signing in.
public final class Arrivals {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Passwords PASSWORDS = new Passwords(RANDOM);
    public static final Asker ASKER = new Asker("127.0.0.0/24", "127.0.0.1", "a test");

    /// A hash of no password.
    private static final String NO_HASH = "$argon2id$v=19$m=19456,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

    private Arrivals() {}

    /// Somebody of the staff.
    ///
    /// @param language of their screens; null: as the browser prefers
    /// @return row of `staff`
    public static long join(Acts acts, String name, String email, String language, Set<Grant> grants) {
        return acts.perform(transaction ->
                        Staff.join(transaction, name, new EmailAddress(email), NO_HASH, language, grants))
                .value();
    }

    /// Somebody of the staff with a password, in the whole newsroom.
    public static long join(Acts acts, String name, String email, String language, String password, Role role) {
        String hash = PASSWORDS.hash(password);
        return acts.perform(transaction -> Staff.join(
                        transaction, name, new EmailAddress(email), hash, language, Set.of(Grant.everywhere(role))))
                .value();
    }

    /// They have a passkey, which nobody holds.
    public static void havePasskey(Acts acts, long staffId, String label) {
        var key = new Passkey.Key("k" + System.nanoTime(), "AA", 0, true, true, "internal");
        acts.perform(transaction -> Passkeys.insert(transaction, staffId, key, "handle", label));
    }

    public static String emailOf(Database database, long staffId) {
        return database.read(sql -> new Staff(sql).member(staffId))
                .orElseThrow()
                .email();
    }

    /// Their sessions are so old that they are asked once more who they are.
    public static int provedLongAgo(Transaction transaction, long staffId) {
        return transaction
                .sql()
                .update(STAFF_SESSION)
                .set(STAFF_SESSION.PROVED_AT, 0L)
                .where(STAFF_SESSION.STAFF_ID.eq(staffId))
                .execute();
    }

    /// @return value of the session cookie
    public static String comesIn(Acts acts, long staffId) {
        return at(acts, staffId, Stage.IN);
    }

    /// The same for somebody who has not come so far yet.
    public static String at(Acts acts, long staffId, Stage stage) {
        return acts.perform(transaction -> {
                    if (stage == Stage.FACTOR) {
                        var seal = press.rotative.platform.Seal.of(
                                java.nio.file.Path.of(System.getProperty("rotative.data")),
                                java.util.Optional.empty(),
                                RANDOM);
                        new SecondFactors(seal, RANDOM).beginApp(transaction, staffId);
                    }
                    return StaffSessions.begin(transaction, staffId, stage, ASKER, RANDOM);
                })
                .value();
    }
}
