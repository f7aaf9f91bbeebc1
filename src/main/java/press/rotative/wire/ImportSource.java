package press.rotative.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// One source of an import: its name as the report says it, and the way to its bytes. Opened once, when its turn comes.
///
/// @param folder where it lies, if it is a file
public record ImportSource(String name, Opening opening, Optional<Path> folder) {

    /// A source that is no file.
    public ImportSource(String name, Opening opening) {
        this(name, opening, Optional.empty());
    }

    /// Opens the bytes of a source.
    @FunctionalInterface
    public interface Opening {
        /// @throws IOException with a message that can be shown after the name of the source
        InputStream open() throws IOException;
    }

    /// A source that is known to be unreadable; the reason comes up when its turn comes.
    static ImportSource broken(String name, String reason) {
        return new ImportSource(name, () -> {
            throw new IOException(reason);
        });
    }
}
