package press.rotative.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import press.rotative.command.socket.ServerLock;

/// Fills an empty data directory with the sample newspaper that was packed when the program was built.
///
/// A copy that was cut short (power, kill) must not pass for a newsroom: a mark stands in the directory until every
/// file is on disk, and where the mark is found the copying begins again.
final class SampleCopy {
    private static final String MARK = "sample-is-being-copied";

    private final Path sample;
    private final Path data;

    /// @param sample where the build packed it; need not exist
    /// @param data must exist and be held by the caller's [ServerLock]
    SampleCopy(Path sample, Path data) {
        this.sample = sample;
        this.data = data;
    }

    void copyIntoEmpty() throws IOException {
        if (!Files.isDirectory(sample)) {
            return;
        }
        Path mark = data.resolve(MARK);
        if (Files.exists(mark)) {
            removeCutCopy(mark);
        } else if (!isEmpty()) {
            return;
        }
        Files.createFile(mark);
        force(data);
        for (Path source : filesOf(sample)) {
            Path target = data.resolve(sample.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(target);
            } else {
                Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
                force(target);
            }
        }
        force(data);
        Files.delete(mark);
        force(data);
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> entries = Files.list(data)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .allMatch(name -> name.equals(ServerLock.FILE) || name.equals("lost+found"));
        }
    }

    private void removeCutCopy(Path mark) throws IOException {
        for (Path source : filesOf(sample).reversed()) {
            Path target = data.resolve(sample.relativize(source).toString());
            if (!Files.isDirectory(target)) {
                Files.deleteIfExists(target);
            }
        }
        Files.delete(mark);
    }

    /// Folders before what is in them.
    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> !path.equals(folder))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
