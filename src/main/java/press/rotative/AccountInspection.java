package press.rotative;

import static press.rotative.platform.db.Tables.STORY_IMPORT;

import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Digest;
import press.rotative.platform.db.tables.records.StoryImportRecord;

/// Accounts of imports against their digests.
final class AccountInspection {
    private AccountInspection() {}

    /// @return how many there are
    static long walk(PagedWalk pages, DSLContext sql, Consumer<String> found) {
        return pages.over(
                (@Nullable StoryImportRecord last) -> sql.selectFrom(STORY_IMPORT)
                        .where(STORY_IMPORT.CAPTURE.gt(last == null ? "" : last.getCapture()))
                        .orderBy(STORY_IMPORT.CAPTURE)
                        .limit(PagedWalk.PAGE)
                        .fetch(),
                page -> page.forEach(row -> compare(row, found)));
    }

    private static void compare(StoryImportRecord row, Consumer<String> found) {
        byte[] account = row.getLedger();
        String name = "The account of the import " + row.getCapture() + " of story " + row.getStoryId();
        if (account == null && row.getDestroyedAt() == null) {
            found.accept(name + " is missing.");
        } else if (account != null && !Digest.of(account).equals(row.getDigest())) {
            found.accept(name + " does not have its digest.");
        }
    }
}
