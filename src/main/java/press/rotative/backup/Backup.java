package press.rotative.backup;

import static press.rotative.platform.db.Tables.BLOB;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jooq.DSLContext;
import press.rotative.Press;
import press.rotative.people.StaffLog;
import press.rotative.platform.Seal;
import press.rotative.platform.SqliteDatabase;
import press.rotative.publication.HeadFile;
import press.rotative.publication.PublicationLog;

/// Writes a whole copy aside and gives it its name when it is complete. First the database, from one moment; then the
/// files that this copy names. A file is stored before the act that names it and never changes, so none can be
/// missing but what is destroyed just then.
public final class Backup {
    private static final int PAGE = 500;

    private final Press press;
    private final List<String> missing = new ArrayList<>();

    public Backup(Press press) {
        this.press = press;
    }

    /// @param target must not be there; a name that ends in `.tar.gz` or `.tgz` makes one file, any other a folder
    public void write(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IOException("There is no folder " + parent + " to write the backup into");
        }
        Path aside = Files.createTempDirectory(parent, ".rotative-backup-");
        try {
            Path whole = Files.createDirectory(aside.resolve("whole"));
            fill(whole);
            Path finished = packed(target) ? pack(whole, aside.resolve("packed")) : whole;
            if (Files.exists(target)) {
                throw new IOException(target + " appeared meanwhile; it is left as it is");
            }
            Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
            force(parent);
        } finally {
            remove(aside);
        }
    }

    /// Files that the database names and the store does not have: the backup is made without them.
    public List<String> missing() {
        return List.copyOf(missing);
    }

    private static boolean packed(Path target) {
        String name = target.getFileName().toString();
        return name.endsWith(".tar.gz") || name.endsWith(".tgz");
    }

    private void fill(Path whole) throws IOException {
        List<String> blobs;
        if (press.database() instanceof SqliteDatabase sqlite) {
            Path copy = whole.resolve("rotative.db");
            sqlite.copyInto(copy);
            blobs = fromCopy(copy, whole.resolve("publication.head"));
        } else {
            blobs = press.database().read(Backup::blobs);
        }
        for (String digest : blobs) {
            link(digest, whole);
        }
        Path key = press.data().resolve(Seal.FILE);
        if (Files.isRegularFile(key)) {
            Files.copy(key, whole.resolve(Seal.FILE), StandardCopyOption.COPY_ATTRIBUTES);
        }
        var digests = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(whole)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(whole.relativize(file).toString().replace('\\', '/'), Manifest.digestOf(file));
                force(file);
            }
        }
        Path manifest = whole.resolve(Manifest.FILE);
        Files.writeString(manifest, new Manifest(digests).text());
        force(manifest);
    }

    /// The head file of a copy is written from the copy itself: the living one may be further already.
    private List<String> fromCopy(Path copy, Path headFile) {
        try (SqliteDatabase database = SqliteDatabase.open(copy, press.clock());
                HeadFile head = HeadFile.open(headFile)) {
            database.read(sql -> {
                head.write(Optional.of(new PublicationLog(sql).head()), Optional.of(StaffLog.head(sql)));
                return true;
            });
            return database.read(Backup::blobs);
        }
    }

    private static List<String> blobs(DSLContext sql) {
        List<String> all = new ArrayList<>();
        String last = "";
        while (true) {
            List<String> page = sql.select(BLOB.DIGEST)
                    .from(BLOB)
                    .where(BLOB.DIGEST.gt(last))
                    .and(BLOB.DESTROYED_AT.isNull())
                    .orderBy(BLOB.DIGEST)
                    .limit(PAGE)
                    .fetch(BLOB.DIGEST);
            if (page.isEmpty()) {
                return all;
            }
            all.addAll(page);
            last = page.getLast();
        }
    }

    private void link(String digest, Path whole) throws IOException {
        String name = "blobs/" + digest.substring(0, 2) + "/" + digest;
        Path source = press.data().resolve(name);
        Path place = whole.resolve(name);
        if (!Files.isRegularFile(source)) {
            missing.add(digest);
            return;
        }
        Files.createDirectories(place.getParent());
        try {
            Files.createLink(place, source);
        } catch (FileSystemException | UnsupportedOperationException otherDisk) {
            Files.copy(source, place);
        }
    }

    private static Path pack(Path whole, Path packed) throws IOException {
        Files.createFile(
                packed,
                java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                        java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
        try (var out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(packed), 1 << 16))) {
            Manifest manifest = Manifest.read(whole.resolve(Manifest.FILE));
            Tar.add(out, Manifest.FILE, whole.resolve(Manifest.FILE));
            for (String name : new TreeMap<>(manifest.digests()).keySet()) {
                Tar.add(out, name, whole.resolve(name));
            }
            Tar.end(out);
        }
        force(packed);
        return packed;
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Removes a folder that was made aside.
    static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
