package press.rotative.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells a full disk from a broken one by the room that is left: the words of the system differ by language, and SQLite
/// names a full disk in more than one way.
public final class DiskRoom {
    /// What a file system may need beside the bytes themselves.
    private static final long TO_WORK = 256 * 1024;

    private DiskRoom() {}

    /// @param path a file or folder, which need not be there yet
    /// @return true when `bytes` more do not fit there; false also where that cannot be known
    public static boolean lacks(Path path, long bytes) {
        try {
            return Files.getFileStore(existing(path.toAbsolutePath())).getUsableSpace() < bytes + TO_WORK;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Path existing(Path path) {
        Path parent = path.getParent();
        return Files.exists(path) || parent == null ? path : existing(parent);
    }
}
