package press.rotative.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// The quarantine: a folder in which every file that comes in or is being made has a tray of its own. A tray is emptied
/// when its work is over, however it ended; what an interrupted server left is thrown away before the first new one, or
/// when a server that begins says so.
public final class Trays {
    private static final Logger LOG = Logger.getLogger(Trays.class);

    private final Path folder;
    private boolean swept;

    /// @param folder of this kind of work alone
    public Trays(Path folder) {
        this.folder = folder;
    }

    /// A folder for one piece of work.
    ///
    /// @throws Problem OUT_OF_SPACE when none can be made
    public synchronized Tray open() {
        try {
            empty();
            return new Tray(Files.createTempDirectory(folder, "tray"));
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    /// Throws away what an interrupted server left; what cannot be thrown away now is tried again with the first tray.
    public synchronized void sweep() {
        try {
            empty();
        } catch (IOException later) {
            LOG.warn("the quarantine " + folder + " cannot be emptied just now", later);
        }
    }

    private void empty() throws IOException {
        if (!swept) {
            remove(folder);
            Files.createDirectories(folder);
            swept = true;
        }
    }

    /// A file that does not fit.
    public static Problem noRoom(IOException full) {
        return new Problem(
                        Problem.Category.OUT_OF_SPACE,
                        "There is no room for the file on the server. Nothing was stored; tell the operator.",
                        full)
                .as("problem.picture.room");
    }

    /// A folder that goes with what lies in it.
    public record Tray(Path folder) implements AutoCloseable {
        public Path file(String name) {
            return folder.resolve(name);
        }

        @Override
        public void close() {
            try {
                remove(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot empty " + folder, e);
            }
        }
    }

    private static void remove(@Nullable Path folder) throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
