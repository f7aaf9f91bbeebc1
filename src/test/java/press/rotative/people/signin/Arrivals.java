package press.rotative.people.signin;

import java.security.SecureRandom;
import java.util.Set;
import press.rotative.people.EmailAddress;
import press.rotative.people.Grant;
import press.rotative.people.Staff;
import press.rotative.publication.Acts;

/// People who are in already, for tests of what comes after signing in.
public final class Arrivals {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Asker ASKER = new Asker("127.0.0.0/24", "127.0.0.1", "a test");

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
