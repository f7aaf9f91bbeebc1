package press.rotative.api;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import press.rotative.Press;
import press.rotative.TestPostgres;

class PostgresIdempotencyTest extends IdempotencyContract {
    private final String database = TestPostgres.freshDatabase();

    @Override
    Press open(Path data, Clock clock) {
        return Press.open(data, Optional.of(database), clock);
    }
}
