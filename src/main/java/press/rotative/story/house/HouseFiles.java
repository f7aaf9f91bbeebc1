package press.rotative.story.house;

import static press.rotative.platform.db.Tables.HOUSE_FILE;

import java.util.Optional;
import org.jooq.DSLContext;
import press.rotative.platform.Digest;
import press.rotative.platform.Transaction;

/// The files that looks name. They never change and never go.
public final class HouseFiles {
    private static final String FOLDER = "/assets/";
    private static final int DIGITS = 16;

    private final DSLContext sql;

    public HouseFiles(DSLContext sql) {
        this.sql = sql;
    }

    /// A file with its bytes, at most some hundred kilobytes.
    public record Whole(HouseFile file, byte[] bytes) {}

    /// @param kind `logo`, `icon` or `look`
    /// @param extension without a dot
    static Whole named(String kind, String extension, String mediaType, int width, int height, byte[] bytes) {
        String name = kind + "-" + Digest.of(bytes).substring(0, DIGITS) + "." + extension;
        return new Whole(new HouseFile(name, mediaType, width, height), bytes);
    }

    public Optional<Whole> at(String address) {
        return HouseFile.mayStandAt(address) ? find(address.substring(FOLDER.length())) : Optional.empty();
    }

    private Optional<Whole> find(String name) {
        return sql.selectFrom(HOUSE_FILE)
                .where(HOUSE_FILE.NAME.eq(name))
                .fetchOptional(row -> new Whole(
                        new HouseFile(row.getName(), row.getMediaType(), row.getWidth(), row.getHeight()),
                        row.getBytes()));
    }

    boolean holds(HouseFile file) {
        return sql.fetchExists(HOUSE_FILE, HOUSE_FILE.NAME.eq(file.name()));
    }

    static void keep(Transaction transaction, Whole whole) {
        HouseFile file = whole.file();
        transaction
                .sql()
                .insertInto(HOUSE_FILE)
                .set(HOUSE_FILE.NAME, file.name())
                .set(HOUSE_FILE.MEDIA_TYPE, file.mediaType())
                .set(HOUSE_FILE.WIDTH, file.width())
                .set(HOUSE_FILE.HEIGHT, file.height())
                .set(HOUSE_FILE.BYTES, whole.bytes())
                .set(HOUSE_FILE.DIGEST, Digest.of(whole.bytes()))
                .set(HOUSE_FILE.AT, transaction.now().toEpochMilli())
                .onConflictDoNothing()
                .execute();
    }
}
