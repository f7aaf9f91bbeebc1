package press.rotative.people.acts;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;

class SqlitePeopleActsTest extends PeopleActsContract {
    @TempDir
    Path data;

    @Override
    Press open(Clock clock) {
        return Press.open(data, Optional.empty(), clock);
    }
}
