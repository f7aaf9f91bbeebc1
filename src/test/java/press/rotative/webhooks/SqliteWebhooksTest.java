package press.rotative.webhooks;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;

class SqliteWebhooksTest extends WebhooksContract {
    @TempDir
    Path data;

    @Override
    Press open(Clock clock) {
        return Press.open(data, Optional.empty(), clock);
    }
}
