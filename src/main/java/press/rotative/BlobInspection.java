package press.rotative;

import static press.rotative.platform.db.Tables.BLOB;

import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.media.BlobStore;
import press.rotative.platform.Digest;
import press.rotative.platform.db.tables.records.BlobRecord;

/// The files of pictures: each that is named has its bytes. A file without a row is no difference: it was stored by an
/// act that then failed.
final class BlobInspection {
    private BlobInspection() {}

    /// @return how many files are named
    static long walk(PagedWalk pages, DSLContext sql, BlobStore store, Consumer<String> found) {
        return pages.over(
                (@Nullable BlobRecord last) -> sql.selectFrom(BLOB)
                        .where(BLOB.DIGEST.gt(last == null ? "" : last.getDigest()))
                        .orderBy(BLOB.DIGEST)
                        .limit(PagedWalk.PAGE)
                        .fetch(),
                page -> page.forEach(row -> compare(row, store, found)));
    }

    private static void compare(BlobRecord row, BlobStore store, Consumer<String> found) {
        Optional<byte[]> bytes = store.get(row.getDigest());
        if (row.getDestroyedAt() != null) {
            if (bytes.isPresent()) {
                found.accept("The file " + row.getDigest() + " was destroyed, but its bytes are still there.");
            }
        } else if (bytes.isEmpty()) {
            found.accept("The file " + row.getDigest() + " is missing.");
        } else if (bytes.get().length != row.getSize()) {
            found.accept("The file " + row.getDigest() + " has " + bytes.get().length + " bytes instead of "
                    + row.getSize() + ".");
        } else if (!Digest.of(bytes.get()).equals(row.getDigest())) {
            found.accept("The file " + row.getDigest() + " was changed: it does not have its digest.");
        }
    }
}
