package press.rotative.wire;

import java.util.Optional;
import press.rotative.TestPostgres;

/// The same on PostgreSQL.
class PostgresCapturesKeptTest extends CapturesKeptTest {
    @Override
    Optional<String> database() {
        return Optional.of(TestPostgres.freshDatabase());
    }
}
