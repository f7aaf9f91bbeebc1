package press.rotative.people;

import static press.rotative.platform.db.Tables.API_KEY;
import static press.rotative.platform.db.Tables.STAFF;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Secrets;
import press.rotative.platform.Transaction;

/// Keys of programs that use the API. A key is `rot_` and 256 random bits in URL-safe Base64 (RFC 4648, section 5);
/// only its SHA-256 is stored, so that it is shown once.
public final class ApiKeys {
    private final DSLContext sql;

    public ApiKeys(DSLContext sql) {
        this.sql = sql;
    }

    /// A new secret; hand it to [press.rotative.people.acts.CreateKey] and show it once.
    public static String newSecret(SecureRandom random) {
        return "rot_" + Secrets.next(random);
    }

    /// @throws Problem INVALID for no name, or a longer one than fits
    public static String checkedLabel(String label) {
        return Staff.checkedName(label);
    }

    /// Makes a member of staff for the key, with its rights, and stores the key's digest.
    ///
    /// @throws Problem CONFLICT when there is a key of this secret: the form that made it was sent before
    public static Actor insert(Transaction transaction, String label, Set<Grant> grants, String secret) {
        String digest = Digest.of(secret);
        if (transaction.sql().fetchExists(API_KEY, API_KEY.SECRET_DIGEST.eq(digest))) {
            throw Problem.conflict("This form was sent already, and the key is there.")
                    .as("problem.form.sent");
        }
        long staffId = Staff.insert(transaction, checkedLabel(label), grants);
        transaction
                .sql()
                .insertInto(API_KEY)
                .set(API_KEY.STAFF_ID, staffId)
                .set(API_KEY.SECRET_DIGEST, digest)
                .set(API_KEY.CREATED_AT, transaction.now().toEpochMilli())
                .execute();
        return new Actor(staffId, grants);
    }

    /// One key, without its secret.
    ///
    /// @param staffId by which the logs name it
    /// @param revokedAt null: it is good
    public record Key(
            long id,
            long staffId,
            String label,
            Set<Grant> grants,
            Instant createdAt,
            @Nullable Instant revokedAt) {
        public Key {
            grants = Set.copyOf(grants);
        }
    }

    /// A key that is good; empty for one that is not, or is not there.
    public Optional<Key> good(long id) {
        return before(id + 1, 1).stream()
                .filter(key -> key.id() == id && key.revokedAt() == null)
                .findFirst();
    }

    /// The newest first.
    ///
    /// @param before keys of smaller numbers only
    public List<Key> before(long before, int limit) {
        var staff = new Staff(sql);
        return sql.select(API_KEY.ID, API_KEY.STAFF_ID, STAFF.NAME, API_KEY.CREATED_AT, API_KEY.REVOKED_AT)
                .from(API_KEY)
                .join(STAFF)
                .on(STAFF.ID.eq(API_KEY.STAFF_ID))
                .where(API_KEY.ID.lt(before))
                .orderBy(API_KEY.ID.desc())
                .limit(limit)
                .fetch(row -> new Key(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        staff.grants(row.value2()),
                        Instant.ofEpochMilli(row.value4()),
                        row.value5() == null ? null : Instant.ofEpochMilli(row.value5())));
    }

    /// From now on it opens nothing.
    ///
    /// @return whose it was; empty when there is no such key, or it was revoked before
    public static Optional<Long> revoke(Transaction transaction, long id) {
        DSLContext sql = transaction.sql();
        boolean revoked = sql.update(API_KEY)
                        .set(API_KEY.REVOKED_AT, transaction.now().toEpochMilli())
                        .where(API_KEY.ID.eq(id))
                        .and(API_KEY.REVOKED_AT.isNull())
                        .execute()
                == 1;
        return revoked
                ? sql.select(API_KEY.STAFF_ID)
                        .from(API_KEY)
                        .where(API_KEY.ID.eq(id))
                        .fetchOptional(API_KEY.STAFF_ID)
                : Optional.empty();
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
