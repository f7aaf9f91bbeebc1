package press.rotative.story;

import java.util.Optional;
import press.rotative.TestPostgres;

/// The same names on PostgreSQL.
class PostgresManagedNamesTest extends ManagedNamesTest {
    @Override
    Optional<String> database() {
        return Optional.of(TestPostgres.freshDatabase());
    }
}
