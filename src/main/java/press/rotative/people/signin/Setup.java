package press.rotative.people.signin;

import static press.rotative.platform.db.Tables.PASSKEY;
import static press.rotative.platform.db.Tables.STAFF;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.EmailAddress;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.Staff;
import press.rotative.people.StaffLog;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Secrets;
import press.rotative.platform.SettingStore;
import press.rotative.platform.Transaction;

/// How the first administrator comes in: by a link that the operator is shown. It is good for half an hour and once;
/// from then on nobody comes in this way, whatever else happens.
public final class Setup {
    public static final Duration LASTS = Duration.ofMinutes(30);

    private static final String LINK = "setup.link";
    private static final String CLOSED = "setup.closed";

    private Setup() {}

    /// Whether a first administrator is still wanted.
    public static boolean isOpen(DSLContext sql) {
        return new SettingStore(sql).find(CLOSED).isEmpty() && !somebodyCanSignIn(sql);
    }

    private static boolean somebodyCanSignIn(DSLContext sql) {
        return sql.fetchExists(STAFF, STAFF.PASSWORD_HASH.isNotNull()) || sql.fetchExists(PASSKEY);
    }

    /// Makes a new link; the one before is good for nothing any more.
    ///
    /// @return its secret; empty: nobody is wanted
    public static Optional<String> newLink(Transaction transaction, SecureRandom random) {
        if (!isOpen(transaction.sql())) {
            return Optional.empty();
        }
        String secret = Secrets.next(random);
        Instant end = transaction.now().plus(LASTS);
        new SettingStore(transaction.sql()).put(LINK, Digest.of(secret) + " " + end.toEpochMilli());
        return Optional.of(secret);
    }

    /// Whether somebody who holds this secret may become the first administrator now.
    public static boolean fits(DSLContext sql, String secret, Instant now) {
        if (!isOpen(sql)) {
            return false;
        }
        String[] link = new SettingStore(sql).find(LINK).orElse("").split(" ");
        return link.length == 2
                && MessageDigest.isEqual(link[0].getBytes(), Digest.of(secret).getBytes())
                && Long.parseLong(link[1]) > now.toEpochMilli();
    }

    /// Makes the first administrator and closes the way for ever.
    ///
    /// @param passwordHash as [Passwords#hash] makes it; null: they come in by a passkey
    /// @return row of `staff`
    /// @throws Problem NOT_FOUND when the link is not good (any more)
    static long perform(
            Transaction transaction,
            String secret,
            String name,
            EmailAddress email,
            @Nullable String passwordHash,
            @Nullable String language) {
        if (!fits(transaction.sql(), secret, transaction.now())) {
            throw closed();
        }
        long id = Staff.join(
                transaction, name, email, passwordHash, language, Set.of(Grant.everywhere(Role.ADMINISTRATOR)));
        var settings = new SettingStore(transaction.sql());
        settings.put(CLOSED, transaction.now().toString());
        settings.remove(LINK);
        StaffLog.append(transaction, new Actor(id, Role.ADMINISTRATOR), "first-administrator", "staff " + id, null);
        return id;
    }

    public static Problem closed() {
        return Problem.notFound("This link is not good, or not any more. The operator can print a new one while nobody "
                        + "can sign in: ./rotative staff setup-link")
                .as("problem.setup.closed");
    }
}
