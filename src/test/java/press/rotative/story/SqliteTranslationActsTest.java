package press.rotative.story;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;

class SqliteTranslationActsTest extends TranslationActsContract {
    @TempDir
    Path data;

    @Override
    Press open(Clock clock) {
        return Press.open(data, Optional.empty(), clock);
    }
}
