package press.rotative.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.platform.db.Tables;

class SqliteDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void a_copy_is_whole_for_its_owner_alone_and_never_written_over_a_file() throws Exception {
        Path copy = folder.resolve("copy.db");
        try (var database = SqliteDatabase.open(folder.resolve("rotative.db"), Clock.systemUTC())) {
            database.write(transaction -> {
                new SettingStore(transaction.sql()).put("name", "kept");
                return true;
            });
            database.copyInto(copy);
            assertThrows(RuntimeException.class, () -> database.copyInto(copy));
        }
        if (copy.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
        }
        try (var database = SqliteDatabase.open(copy, Clock.systemUTC())) {
            int kept = database.read(sql -> sql.fetchCount(Tables.SETTING));
            assertEquals(1, kept);
        }
    }
}
