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

/// The heads of the publication log and of the staff log, kept outside the database: two lines `seq hash`, 170
/// bytes, overwritten in place and fsynced before an act is acknowledged. A database that lost rows is recognised by
/// them at the next start. A new file gets its lines at once, so that a disk that runs full later has room for all
/// others.
public final class HeadFile implements AutoCloseable {
    private static final Pattern LINES = Pattern.compile("(\\d{19}) ([0-9a-f]{64})\n(?:(\\d{19}) ([0-9a-f]{64})\n)?");
    private static final Chain.Head NOTHING = new Chain.Head(0, Chain.GENESIS);

    /// @param staff number 0 in a file of the time when it held one line
    public record Heads(Chain.Head publication, Chain.Head staff) {
        private static final Heads NONE = new Heads(NOTHING, NOTHING);
    }

    private final Path path;
    private final FileChannel channel;
    private Heads written;

    private HeadFile(Path path, FileChannel channel, Heads written) {
        this.path = path;
        this.channel = channel;
        this.written = written;
    }

    public static HeadFile open(Path path) {
        try {
            var channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var file = new HeadFile(path, channel, parse(path).orElse(Heads.NONE));
            if (channel.size() == 0) {
                file.force();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + path, e);
        }
    }

    /// What the file says; numbers 0 when it is new.
    ///
    /// @throws IllegalStateException when it holds something else
    public Heads read() {
        try {
            return parse(path).orElseThrow(() -> new IllegalStateException(path + " is damaged"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /// @return empty: the file is damaged
    private static Optional<Heads> parse(Path path) throws IOException {
        String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return Optional.of(Heads.NONE);
        }
        var lines = LINES.matcher(text);
        return lines.matches()
                ? Optional.of(new Heads(
                        new Chain.Head(Long.parseLong(lines.group(1)), lines.group(2)),
                        lines.group(3) == null
                                ? NOTHING
                                : new Chain.Head(Long.parseLong(lines.group(3)), lines.group(4))))
                : Optional.empty();
    }

    /// Writes the heads and forces them to the disk; of each chain an older head than the one written last is ignored.
    public synchronized void write(Optional<Chain.Head> publication, Optional<Chain.Head> staff) {
        var newest = new Heads(
                newer(written.publication(), publication.orElse(NOTHING)),
                newer(written.staff(), staff.orElse(NOTHING)));
        if (!newest.equals(written)) {
            Heads before = written;
            written = newest;
            try {
                force();
            } catch (IOException e) {
                written = before;
                throw new UncheckedIOException("cannot write " + path, e);
            }
        }
    }

    private static Chain.Head newer(Chain.Head one, Chain.Head other) {
        return other.seq() > one.seq() ? other : one;
    }

    private void force() throws IOException {
        String lines = line(written.publication()) + line(written.staff());
        channel.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII)), 0);
        channel.force(false);
    }

    private static String line(Chain.Head head) {
        return "%019d %s\n".formatted(head.seq(), head.hash());
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
