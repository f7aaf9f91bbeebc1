package press.rotative.media;

import java.util.Optional;
import press.rotative.TestPostgres;

/// The same words on PostgreSQL.
class PostgresPictureWordsTest extends PictureWordsTest {
    @Override
    Optional<String> database() {
        return Optional.of(TestPostgres.freshDatabase());
    }
}
