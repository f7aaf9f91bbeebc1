package press.rotative.story;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import press.rotative.Press;
import press.rotative.TestPostgres;

/// The same walks on PostgreSQL.
@Tag("long")
class PostgresModelWalkTest extends ModelWalkTest {
    @Override
    Press fresh(Path data, Clock with) {
        return Press.open(data, Optional.of(TestPostgres.freshDatabase()), with);
    }

    @Override
    int shortWalks() {
        return 1;
    }
}
