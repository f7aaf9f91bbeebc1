package press.rotative.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// How far an index has followed the publication log: the last row and its hash. It lies inside the index directory
/// and is written after the index was committed.
record Cursor(long seq, String hash) {
    static final Cursor NONE = new Cursor(0, "");
    private static final String FILE = "cursor";

    /// @return [#NONE] when the file is missing or holds something else
    static Cursor read(Path directory) {
        try {
            String[] parts = Files.readString(directory.resolve(FILE)).strip().split(" ");
            return parts.length == 2 ? new Cursor(Long.parseLong(parts[0]), parts[1]) : NONE;
        } catch (IOException | NumberFormatException unreadable) {
            return NONE;
        }
    }

    void write(Path directory) throws IOException {
        Path beside = directory.resolve(FILE + ".new");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((seq + " " + hash + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(beside, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }
}
