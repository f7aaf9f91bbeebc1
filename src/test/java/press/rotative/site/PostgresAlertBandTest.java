package press.rotative.site;

import java.util.Optional;
import press.rotative.TestPostgres;

/// The same on PostgreSQL.
class PostgresAlertBandTest extends AlertBandTest {
    @Override
    Optional<String> database() {
        return Optional.of(TestPostgres.freshDatabase());
    }
}
