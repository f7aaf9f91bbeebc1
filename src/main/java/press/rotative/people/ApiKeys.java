package press.rotative.people;

import static press.rotative.platform.db.Tables.API_KEY;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.platform.Digest;
import press.rotative.platform.Transaction;

/// Keys of programs that use the API. A key is `rot_` and 256 random bits in URL-safe Base64 (RFC 4648, section 5);
/// only its SHA-256 is stored, so that it is shown once.
public final class ApiKeys {
    private final DSLContext sql;

    public ApiKeys(DSLContext sql) {
        this.sql = sql;
    }

    /// A new secret; hand it to [#create] and show it once.
    public static String newSecret(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return "rot_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Makes a member of staff for the key, with the role, and stores the key's digest.
    public static Actor create(Transaction transaction, Actor creator, Role role, String label, String secret) {
        Policy.require(creator, Power.MANAGE_KEYS);
        DSLContext sql = transaction.sql();
        long at = transaction.now().toEpochMilli();
        long staffId = Staff.insert(transaction, label, Set.of(Grant.everywhere(role)));
        sql.insertInto(API_KEY)
                .set(API_KEY.STAFF_ID, staffId)
                .set(API_KEY.SECRET_DIGEST, Digest.of(secret))
                .set(API_KEY.CREATED_AT, at)
                .execute();
        StaffLog.append(transaction, creator, "key-created", "staff " + staffId + " " + role.label(), null);
        return new Actor(staffId, role);
    }

    /// Who a secret belongs to; empty for an unknown, revoked or ended one.
    public Optional<Actor> actorWith(String secret) {
        return sql.select(API_KEY.STAFF_ID)
                .from(API_KEY)
                .where(API_KEY.SECRET_DIGEST.eq(Digest.of(secret)))
                .and(API_KEY.REVOKED_AT.isNull())
                .fetchOptional(API_KEY.STAFF_ID)
                .flatMap(new Staff(sql)::actor);
    }
}
