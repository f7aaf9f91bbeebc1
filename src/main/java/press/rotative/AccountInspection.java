package press.rotative;

import static press.rotative.platform.db.Tables.STORY_IMPORT;

import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Digest;

/// Accounts of imports against their digests.
final class AccountInspection {
    /// So many are held at once: they have up to [StoryImports#LARGEST_BYTES] each.
    private static final int PAGE = 32;

    private AccountInspection() {}

    private record Row(String capture, long story, byte @Nullable [] account, String digest, boolean destroyed) {}

    /// @return how many there are
    static long walk(PagedWalk pages, DSLContext sql, Consumer<String> found) {
        return pages.over(
                (@Nullable Row last) -> sql.select(
                                STORY_IMPORT.CAPTURE,
                                STORY_IMPORT.STORY_ID,
                                STORY_IMPORT.LEDGER,
                                STORY_IMPORT.DIGEST,
                                STORY_IMPORT.DESTROYED_AT)
                        .from(STORY_IMPORT)
                        .where(STORY_IMPORT.CAPTURE.gt(last == null ? "" : last.capture()))
                        .orderBy(STORY_IMPORT.CAPTURE)
                        .limit(PAGE)
                        .fetch(row ->
                                new Row(row.value1(), row.value2(), row.value3(), row.value4(), row.value5() != null)),
                page -> page.forEach(row -> compare(row, found)));
    }

    private static void compare(Row row, Consumer<String> found) {
        byte[] account = row.account();
        String name = "The account of the import " + row.capture() + " of story " + row.story();
        if (account == null && !row.destroyed()) {
            found.accept(name + " is missing.");
        } else if (account != null && !Digest.of(account).equals(row.digest())) {
            found.accept(name + " does not have its digest.");
        }
    }
}
