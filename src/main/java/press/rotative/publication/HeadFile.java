package press.rotative.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/// The head of the publication log, kept outside the database: one line `seq hash`, 85 bytes, overwritten in place and
/// fsynced before an act is acknowledged. A database that lost rows is recognised by it at the next start. A new file
/// gets its line at once, so that a disk that runs full later has room for every other.
public final class HeadFile implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("(\\d{19}) ([0-9a-f]{64})\n");

    private final Path path;
    private final FileChannel channel;
    private long written;

    private HeadFile(Path path, FileChannel channel, long written) {
        this.path = path;
        this.channel = channel;
        this.written = written;
    }

    public static HeadFile open(Path path) {
        try {
            var channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var file = new HeadFile(path, channel, 0);
            if (channel.size() == 0) {
                file.write(new Chain.Head(0, Chain.GENESIS));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + path, e);
        }
    }

    /// What the file says; empty or number 0 when it is new.
    ///
    /// @throws IllegalStateException when it holds something else
    public Optional<Chain.Head> read() {
        try {
            String text = Files.readString(path, StandardCharsets.US_ASCII);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            var line = LINE.matcher(text);
            if (!line.matches()) {
                throw new IllegalStateException(path + " is damaged");
            }
            return Optional.of(new Chain.Head(Long.parseLong(line.group(1)), line.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /// Writes the head and forces it to the disk; an older head than the one written last is ignored.
    public synchronized void write(Chain.Head head) {
        if (head.seq() < written) {
            return;
        }
        try {
            String line = "%019d %s\n".formatted(head.seq(), head.hash());
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)), 0);
            channel.force(false);
            written = head.seq();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
