package press.rotative.newsroom.desk;

import java.util.Optional;
import press.rotative.TestPostgres;

/// The same clocks on PostgreSQL.
class PostgresLateClocksTest extends LateClocksTest {
    @Override
    Optional<String> database() {
        return Optional.of(TestPostgres.freshDatabase());
    }
}
