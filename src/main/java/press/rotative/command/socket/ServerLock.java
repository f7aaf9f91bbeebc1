package press.rotative.command.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Says that one server works on a data directory. The operating system lets go of it when the process dies, however
/// it dies, so a lock file that was left behind means nothing by itself.
public final class ServerLock implements AutoCloseable {
    /// The name of the lock in the data directory.
    public static final String FILE = "server.lock";

    private final FileChannel channel;

    private ServerLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Another server has the directory. The message is for the user.
    public static final class Held extends Exception {
        private final String sentence;

        Held(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /// Takes the directory for this process, and makes it (mode 0700) where it is not there yet.
    ///
    /// @throws Held when another process works there
    public static ServerLock take(Path data) throws IOException, Held {
        if (!Files.isDirectory(data)) {
            Files.createDirectories(data);
            if (Files.getFileStore(data).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
            }
        }
        FileChannel channel = FileChannel.open(
                data.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            String holder =
                    Files.readString(data.resolve(FILE), StandardCharsets.UTF_8).strip();
            channel.close();
            throw new Held("Another server is working on the data directory " + data
                    + (holder.isEmpty() ? "" : " (process " + holder + ")")
                    + ". Stop it first, or name another directory with --data.");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
        return new ServerLock(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
