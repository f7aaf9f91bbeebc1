package press.rotative.media;

import java.util.Optional;

/// Bytes by their SHA-256. What [#put] returned for is durable.
public interface BlobStore {

    /// Stores the bytes, unless they are there already.
    ///
    /// @return their digest
    String put(byte[] bytes);

    /// The bytes; empty when they are not there.
    Optional<byte[]> get(String digest);

    /// Removes the bytes for good (lawful removal).
    void destroy(String digest);
}
