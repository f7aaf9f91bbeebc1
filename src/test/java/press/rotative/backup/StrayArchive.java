package press.rotative.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// An archive as somebody with bad intent would write it: one file of a backup under a name of their choice.
public final class StrayArchive {
    private StrayArchive() {}

    public static void write(Path archive, String name, Path backup) throws IOException {
        try (var stream = new GZIPOutputStream(Files.newOutputStream(archive))) {
            Tar.add(stream, name, backup.resolve(Manifest.FILE));
            Tar.end(stream);
        }
    }
}
