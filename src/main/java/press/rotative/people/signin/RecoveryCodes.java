package press.rotative.people.signin;

import static press.rotative.platform.db.Tables.RECOVERY_CODE;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import press.rotative.platform.Digest;
import press.rotative.platform.Transaction;

/// Codes on paper that stand in once each for a second factor that was lost. They are shown once; only digests are
/// kept, and 80 random bits each make a plain digest enough.
final class RecoveryCodes {
    static final int COUNT = 10;

    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz0"; // 32: no 1, i, l, o
    private static final int LETTERS = 16;
    private static final int GROUP = 4;

    private RecoveryCodes() {}

    /// Makes new ones; those of before are good for nothing any more.
    static List<String> renew(Transaction transaction, long staffId, SecureRandom random) {
        DSLContext sql = transaction.sql();
        sql.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.STAFF_ID.eq(staffId)).execute();
        List<String> codes =
                Stream.generate(() -> code(random)).distinct().limit(COUNT).toList();
        for (String code : codes) {
            sql.insertInto(RECOVERY_CODE)
                    .set(RECOVERY_CODE.STAFF_ID, staffId)
                    .set(RECOVERY_CODE.CODE_DIGEST, Digest.of(plain(code)))
                    .execute();
        }
        return codes;
    }

    static void remove(Transaction transaction, long staffId) {
        transaction
                .sql()
                .deleteFrom(RECOVERY_CODE)
                .where(RECOVERY_CODE.STAFF_ID.eq(staffId))
                .execute();
    }

    /// Uses one up.
    ///
    /// @return whether it was one, and not used before
    static boolean use(Transaction transaction, long staffId, String typed) {
        return transaction
                        .sql()
                        .update(RECOVERY_CODE)
                        .set(RECOVERY_CODE.USED_AT, transaction.now().toEpochMilli())
                        .where(RECOVERY_CODE.STAFF_ID.eq(staffId))
                        .and(RECOVERY_CODE.CODE_DIGEST.eq(Digest.of(plain(typed))))
                        .and(RECOVERY_CODE.USED_AT.isNull())
                        .execute()
                == 1;
    }

    static int left(DSLContext sql, long staffId) {
        return sql.fetchCount(RECOVERY_CODE, RECOVERY_CODE.STAFF_ID.eq(staffId), RECOVERY_CODE.USED_AT.isNull());
    }

    private static String code(SecureRandom random) {
        var code = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]", "");
    }
}
