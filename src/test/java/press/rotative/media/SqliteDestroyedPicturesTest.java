package press.rotative.media;

import java.util.Optional;

class SqliteDestroyedPicturesTest extends DestroyedPicturesContract {
    @Override
    Optional<String> database() {
        return Optional.empty();
    }
}
