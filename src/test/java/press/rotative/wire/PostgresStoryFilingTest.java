package press.rotative.wire;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.TestPostgres;

/// The same filing on PostgreSQL.
class PostgresStoryFilingTest extends StoryFilingTest {
    @Override
    Press fresh(Path data, Clock clock) {
        return Press.open(data, Optional.of(TestPostgres.freshDatabase()), clock);
    }
}
