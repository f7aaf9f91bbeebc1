package press.rotative.media;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Bytes by their SHA-256. What [#put] returned for is durable.
public interface BlobStore {

    /// Stores the bytes, unless they are there already.
    ///
    /// @return their digest
    String put(byte[] bytes);

    /// Stores many side by side, so that one wait for the disk makes several of them durable.
    void putAll(List<byte[]> all);

    /// @param anew they were not there before
    record Stored(String digest, boolean anew) {}

    /// Stores a file, which may be moved away from its place, unless its bytes are there already.
    Stored put(Path file);

    /// A file on this machine that holds the bytes, for programs that read files; it must not be changed. Empty when
    /// they are not there.
    Optional<Path> localFile(String digest);

    /// The bytes; empty when they are not there.
    Optional<byte[]> get(String digest);

    /// Removes the bytes for good (lawful removal).
    void destroy(String digest);
}
