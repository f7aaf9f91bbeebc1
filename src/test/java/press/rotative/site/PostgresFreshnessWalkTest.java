package press.rotative.site;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.TestPostgres;

/// The same walks on PostgreSQL; the cold newsroom reads the same database with an index of its own.
class PostgresFreshnessWalkTest extends FreshnessWalkTest {
    private final String database = TestPostgres.freshDatabase();

    @Override
    int shortWalk() {
        return 15;
    }

    @Override
    int stepsBetweenLooks() {
        return 2;
    }

    @Override
    Press fresh(Path data, Clock clock) {
        return Press.open(data, Optional.of(database), clock);
    }

    @Override
    Optional<Press> neighbour(Path data, Clock clock) {
        return Optional.of(Press.open(data, Optional.of(database), clock));
    }

    @Override
    Press cold(Press live, Path data, Clock clock) {
        return Press.open(data, Optional.of(database), clock);
    }
}
