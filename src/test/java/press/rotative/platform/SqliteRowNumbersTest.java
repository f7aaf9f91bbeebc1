package press.rotative.platform;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class SqliteRowNumbersTest extends RowNumbersContract {
    @TempDir
    Path data;

    @Override
    Database open() {
        return SqliteDatabase.open(data.resolve("rotative.db"), Clock.systemUTC());
    }
}
