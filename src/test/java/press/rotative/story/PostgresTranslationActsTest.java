package press.rotative.story;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.TestPostgres;

class PostgresTranslationActsTest extends TranslationActsContract {
    @TempDir
    Path data;

    @Override
    Press open(Clock clock) {
        return Press.open(data, Optional.of(TestPostgres.freshDatabase()), clock);
    }
}
