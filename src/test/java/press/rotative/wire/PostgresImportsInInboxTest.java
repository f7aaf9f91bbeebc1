package press.rotative.wire;

import java.util.Optional;
import press.rotative.TestPostgres;

/// The same inbox on PostgreSQL.
class PostgresImportsInInboxTest extends ImportsInInboxTest {
    @Override
    Optional<String> database() {
        return Optional.of(TestPostgres.freshDatabase());
    }
}
