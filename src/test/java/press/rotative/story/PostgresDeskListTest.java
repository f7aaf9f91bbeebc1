package press.rotative.story;

import java.util.Optional;
import press.rotative.TestPostgres;

/// The same lists on PostgreSQL.
class PostgresDeskListTest extends DeskListTest {
    @Override
    Optional<String> database() {
        return Optional.of(TestPostgres.freshDatabase());
    }
}
