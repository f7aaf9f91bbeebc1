package press.rotative.api;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import press.rotative.Press;

class SqliteIdempotencyTest extends IdempotencyContract {
    @Override
    Press open(Path data, Clock clock) {
        return Press.open(data, Optional.empty(), clock);
    }
}
