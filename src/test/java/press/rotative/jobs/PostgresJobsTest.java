package press.rotative.jobs;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.TestPostgres;

class PostgresJobsTest extends JobsContract {
    @TempDir
    Path data;

    @Override
    Press open(Clock clock) {
        return Press.open(data, Optional.of(TestPostgres.freshDatabase()), clock);
    }
}
