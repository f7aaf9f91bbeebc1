package press.rotative.platform;

import java.time.Clock;
import press.rotative.TestPostgres;

class PostgresRowNumbersTest extends RowNumbersContract {
    @Override
    Database open() {
        return PostgresDatabase.open(TestPostgres.freshDatabase(), Clock.systemUTC());
    }
}
