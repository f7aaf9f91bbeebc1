package press.rotative.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import press.rotative.platform.Digest;
import press.rotative.platform.DiskRoom;
import press.rotative.platform.Problem;

/// Blobs as files `ab/abcdef...` under one folder. A file is written aside, fsynced, moved into place and its folder
/// fsynced, so that a name in place always holds the whole content.
public final class FileBlobStore implements BlobStore {
    private static final Logger LOG = Logger.getLogger(FileBlobStore.class);
    private static final int SIDE_BY_SIDE = 32;

    private final Path folder;

    public FileBlobStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public String put(byte[] bytes) {
        String digest = Digest.of(bytes);
        Path place = place(digest);
        if (Files.exists(place)) {
            return digest;
        }
        try {
            makeFolder(folderOf(digest));
            Path aside = Files.createTempFile(folderOf(digest), "new-", ".tmp");
            try {
                writeDurably(bytes, aside);
                moveIntoPlace(aside, place);
                force(folderOf(digest));
            } finally {
                Files.deleteIfExists(aside); // of a refused file nothing stays, above all no space it took
            }
            return digest;
        } catch (IOException e) {
            throw refused(bytes.length, e);
        }
    }

    @Override
    public void putAll(List<byte[]> all) {
        try (var threads = Executors.newFixedThreadPool(Math.clamp(all.size(), 1, SIDE_BY_SIDE))) {
            List<Future<String>> stored =
                    all.stream().map(each -> threads.submit(() -> put(each))).toList();
            for (Future<String> each : stored) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(Problem.Category.OVERLOADED, "The server is stopping.", e);
        }
    }

    @Override
    public Stored put(Path file) {
        long size = file.toFile().length();
        try {
            String digest = digestOf(file);
            Path place = place(digest);
            if (Files.exists(place)) {
                return new Stored(digest, false);
            }
            makeFolder(folderOf(digest));
            Path aside = Files.createTempFile(folderOf(digest), "new-", ".tmp");
            try {
                Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
                force(aside);
                moveIntoPlace(aside, place);
                force(folderOf(digest));
            } finally {
                Files.deleteIfExists(aside);
            }
            return new Stored(digest, true);
        } catch (IOException e) {
            throw refused(size, e);
        }
    }

    private static String digestOf(Path file) throws IOException {
        var digest = Digest.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] part = new byte[1 << 16];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                digest.update(part, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public Optional<Path> localFile(String digest) {
        return Optional.of(place(digest)).filter(Files::isRegularFile);
    }

    private void makeFolder(Path made) throws IOException {
        if (!Files.isDirectory(made)) {
            Files.createDirectories(made);
            force(folder);
        }
    }

    private static void writeDurably(byte[] bytes, Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void moveIntoPlace(Path aside, Path place) throws IOException {
        try {
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Problem refused(long size, IOException cause) {
        return DiskRoom.lacks(folder, size)
                ? new Problem(
                                Problem.Category.OUT_OF_SPACE,
                                "The disk is full. The file was not stored; free some space and send it again.",
                                cause)
                        .as("problem.file.full")
                : new Problem(
                                Problem.Category.OVERLOADED,
                                "The disk failed while storing the file. Nothing was saved; have the disk checked and send it "
                                        + "again.",
                                cause)
                        .as("problem.file.failed");
    }

    @Override
    public Optional<byte[]> get(String digest) {
        try {
            return Optional.of(Files.readAllBytes(place(digest)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read blob " + digest, e);
        }
    }

    @Override
    public void destroy(String digest) {
        try {
            Files.deleteIfExists(place(digest));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot destroy blob " + digest, e);
        }
    }

    /// Takes away what was being stored when a process was killed: nothing knows it, and it may be the bytes of what
    /// is destroyed later.
    ///
    /// @param before what was begun later may still be written, by the time of the file system
    public void sweep(Instant before) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> shelves = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path shelf : shelves) {
                sweep(shelf, before);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("what a killed process left beside the blobs could not be taken away", e);
        }
    }

    private static void sweep(Path shelf, Instant before) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(shelf, "new-*.tmp")) {
            for (Path each : left) {
                sweepOne(each, before);
            }
        }
    }

    private static void sweepOne(Path left, Instant before) throws IOException {
        try {
            if (Files.getLastModifiedTime(left).toInstant().isBefore(before)) {
                Files.deleteIfExists(left);
            }
        } catch (NoSuchFileException gone) {
            LOG.debug("another server took it away", gone);
        }
    }

    private Path place(String digest) {
        if (digest.length() != 64 || !digest.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw new IllegalArgumentException("not a digest: " + digest);
        }
        return folderOf(digest).resolve(digest);
    }

    private Path folderOf(String digest) {
        return folder.resolve(digest.substring(0, 2));
    }
}
