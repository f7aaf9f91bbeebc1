package press.rotative.story.house;

import java.util.Optional;
import press.rotative.TestPostgres;

/// The same on PostgreSQL, where acts run side by side.
class PostgresHouseTest extends HouseTest {
    @Override
    Optional<String> database() {
        return Optional.of(TestPostgres.freshDatabase());
    }
}
