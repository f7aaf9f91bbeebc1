package press.rotative.address;

import static press.rotative.platform.db.Tables.ADDRESS_CODE;
import static press.rotative.platform.db.Tables.ADDRESS_PATH;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import press.rotative.platform.SettingStore;
import press.rotative.platform.Transaction;
import press.rotative.publication.Subject;

/// Codes and paths of subjects. A story's canonical path ends in its code and is found by the code alone; pages of
/// sections, concepts and authors have claimed paths, of which the subject's newest is canonical.
public final class Addresses {
    private static final String SECRET = "address.code-secret";

    private final DSLContext sql;

    public Addresses(DSLContext sql) {
        this.sql = sql;
    }

    /// Makes the secret of the codes once, at the first start of an installation.
    public static void prepare(DSLContext sql, SecureRandom random) {
        var settings = new SettingStore(sql);
        if (settings.find(SECRET).isEmpty()) {
            byte[] secret = new byte[32];
            random.nextBytes(secret);
            settings.put(SECRET, HexFormat.of().formatHex(secret));
        }
    }

    /// Has this installation its secret?
    public static boolean prepared(DSLContext sql) {
        return new SettingStore(sql).find(SECRET).isPresent();
    }

    /// Forgets the secret, so that a copy of this data directory makes its own; codes already issued go on to resolve.
    public static void forgetSecret(Transaction transaction) {
        new SettingStore(transaction.sql()).remove(SECRET);
    }

    /// The code of a subject, issued on the first call.
    public static String claimCode(Transaction transaction, Subject subject) {
        DSLContext sql = transaction.sql();
        Optional<String> known = new Addresses(sql).codeOf(subject);
        if (known.isPresent()) {
            return known.get();
        }
        long number = sql.insertInto(ADDRESS_CODE)
                .set(ADDRESS_CODE.SUBJECT_KIND, subject.kind().name())
                .set(ADDRESS_CODE.SUBJECT_ID, subject.id())
                .set(ADDRESS_CODE.AT, transaction.now().toEpochMilli())
                .returningResult(ADDRESS_CODE.NUMBER)
                .fetchSingle()
                .value1();
        byte[] secret = HexFormat.of()
                .parseHex(new SettingStore(sql)
                        .find(SECRET)
                        .orElseThrow(() -> new IllegalStateException("the secret of the short codes is missing")));
        String code = freeCode(sql, new CodeAlphabet(secret), number);
        sql.update(ADDRESS_CODE)
                .set(ADDRESS_CODE.CODE, code)
                .where(ADDRESS_CODE.NUMBER.eq(number))
                .execute();
        return code;
    }

    /// Numbers of one secret never collide; after a change of the secret (a copied sample) an old code may stand in the
    /// way, and the next free number beyond every identity is tried.
    private static String freeCode(DSLContext sql, CodeAlphabet alphabet, long number) {
        for (long candidate = number; ; candidate += 1L << 40) {
            String code = alphabet.code(candidate);
            if (!sql.fetchExists(ADDRESS_CODE, ADDRESS_CODE.CODE.eq(code))) {
                return code;
            }
        }
    }

    public Optional<String> codeOf(Subject subject) {
        return sql.select(ADDRESS_CODE.CODE)
                .from(ADDRESS_CODE)
                .where(ADDRESS_CODE.SUBJECT_KIND.eq(subject.kind().name()))
                .and(ADDRESS_CODE.SUBJECT_ID.eq(subject.id()))
                .and(ADDRESS_CODE.CODE.isNotNull())
                .fetchOptional(ADDRESS_CODE.CODE);
    }

    /// Whose code this is; upper and lower case are the same.
    public Optional<Subject> withCode(String code) {
        if (!CodeAlphabet.looksLikeCode(code)) {
            return Optional.empty();
        }
        return sql.select(ADDRESS_CODE.SUBJECT_KIND, ADDRESS_CODE.SUBJECT_ID)
                .from(ADDRESS_CODE)
                .where(ADDRESS_CODE.CODE.eq(code.toLowerCase(Locale.ROOT)))
                .fetchOptional(row -> new Subject(Subject.Kind.valueOf(row.value1()), row.value2()));
    }

    /// Claims a path for a subject, for ever.
    ///
    /// @param path begins with `/`, percent-decoded
    /// @return false when it already belongs to another subject
    public static boolean claimPath(Transaction transaction, String path, Subject subject) {
        DSLContext sql = transaction.sql();
        Optional<Subject> owner = new Addresses(sql).withPath(path);
        if (owner.isPresent()) {
            return owner.get().equals(subject);
        }
        sql.insertInto(ADDRESS_PATH)
                .set(ADDRESS_PATH.PATH, path)
                .set(ADDRESS_PATH.SUBJECT_KIND, subject.kind().name())
                .set(ADDRESS_PATH.SUBJECT_ID, subject.id())
                .set(ADDRESS_PATH.AT, transaction.now().toEpochMilli())
                .execute();
        return true;
    }

    public Optional<Subject> withPath(String path) {
        return sql.select(ADDRESS_PATH.SUBJECT_KIND, ADDRESS_PATH.SUBJECT_ID)
                .from(ADDRESS_PATH)
                .where(ADDRESS_PATH.PATH.eq(path))
                .fetchOptional(row -> new Subject(Subject.Kind.valueOf(row.value1()), row.value2()));
    }

    /// Every path a subject ever had, oldest first.
    public List<String> pathsOf(Subject subject, int limit) {
        return sql.select(ADDRESS_PATH.PATH)
                .from(ADDRESS_PATH)
                .where(ADDRESS_PATH.SUBJECT_KIND.eq(subject.kind().name()))
                .and(ADDRESS_PATH.SUBJECT_ID.eq(subject.id()))
                .orderBy(ADDRESS_PATH.AT, ADDRESS_PATH.PATH)
                .limit(limit)
                .fetch(ADDRESS_PATH.PATH);
    }
}
