package press.rotative.media;

import java.util.Optional;
import press.rotative.TestPostgres;

class PostgresDestroyedPicturesTest extends DestroyedPicturesContract {
    @Override
    Optional<String> database() {
        return Optional.of(TestPostgres.freshDatabase());
    }
}
