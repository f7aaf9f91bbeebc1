package press.rotative.wire;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.rotative.Press;
import press.rotative.TestPostgres;

/// The same filing on PostgreSQL.
class PostgresStoryFilingTest extends StoryFilingTest {
    @Override
    Press fresh(Path data, Clock clock) {
        return Press.open(data, Optional.of(TestPostgres.freshDatabase()), clock);
    }

    /// Over a thousand captures take PostgreSQL long.
    @Override
    @Test
    @Tag("long")
    void one_act_files_at_most_500_and_the_next_one_the_rest() {
        super.one_act_files_at_most_500_and_the_next_one_the_rest();
    }
}
