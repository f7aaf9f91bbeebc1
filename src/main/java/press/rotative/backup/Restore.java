package press.rotative.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import press.rotative.platform.Problem;
import press.rotative.platform.Seal;

/// Unpacks a backup aside, compares every file with the list of digests, and only then gives the folder its name.
public final class Restore {
    private Restore() {}

    /// @param data empty or not there
    /// @throws Problem INVALID where the backup is none, damaged or cut short; nothing is restored then
    public static void into(Path from, Path data) throws IOException {
        Path parent = data.getParent();
        Files.createDirectories(parent);
        Path aside = Files.createTempDirectory(parent, ".rotative-restore-");
        boolean moved = false;
        try {
            if (Files.isDirectory(from)) {
                copy(from, aside);
            } else {
                unpack(from, aside);
            }
            Manifest manifest = Manifest.read(aside.resolve(Manifest.FILE));
            verify(manifest, aside);
            Files.delete(aside.resolve(Manifest.FILE));
            Path key = aside.resolve(Seal.FILE);
            if (Files.exists(key)) {
                Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE); // an empty folder of that name is replaced
            moved = true;
        } finally {
            if (!moved) {
                Backup.remove(aside);
            }
        }
    }

    /// Whether a restore may go there.
    public static boolean emptyOrAbsent(Path data) throws IOException {
        if (!Files.exists(data, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(data)) {
            return false;
        }
        try (Stream<Path> files = Files.list(data)) {
            return files.findAny().isEmpty();
        }
    }

    private static void copy(Path from, Path aside) throws IOException {
        Manifest manifest = Manifest.read(from.resolve(Manifest.FILE));
        Files.copy(from.resolve(Manifest.FILE), aside.resolve(Manifest.FILE));
        for (String name : manifest.digests().keySet()) {
            Path source = from.resolve(name);
            if (!Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS)) {
                throw Problem.invalid("The backup lacks " + name + ".");
            }
            Path place = aside.resolve(name);
            Files.createDirectories(place.getParent());
            Files.copy(source, place);
        }
    }

    private static void unpack(Path from, Path aside) throws IOException {
        try (InputStream file = Files.newInputStream(from);
                InputStream in = new BufferedInputStream(new GZIPInputStream(file, 1 << 16), 1 << 16)) {
            Tar.read(in, (name, bytes) -> {
                if (!name.equals(Manifest.FILE) && !Manifest.allows(name)) {
                    throw Problem.invalid("The backup holds a file that does not belong there: " + name);
                }
                Path place = aside.resolve(name);
                Files.createDirectories(place.getParent());
                Files.copy(bytes, place);
            });
        } catch (EOFException cut) {
            throw Problem.invalid("The backup " + from
                    + " is cut short: it ends in the middle of a file. Nothing was restored; take another copy of it.");
        } catch (ZipException notPacked) {
            throw Problem.invalid("This is no backup of rotative: " + from);
        }
    }

    private static void verify(Manifest manifest, Path aside) throws IOException {
        Set<String> there = new HashSet<>();
        try (Stream<Path> files = Files.walk(aside)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                there.add(aside.relativize(file).toString().replace('\\', '/'));
            }
        }
        there.remove(Manifest.FILE);
        for (Map.Entry<String, String> each : manifest.digests().entrySet()) {
            if (!there.remove(each.getKey())) {
                throw Problem.invalid("The backup lacks " + each.getKey() + ".");
            }
            if (!Manifest.digestOf(aside.resolve(each.getKey())).equals(each.getValue())) {
                throw Problem.invalid("The backup is damaged: " + each.getKey() + " does not have its digest.");
            }
        }
        if (!there.isEmpty()) {
            throw Problem.invalid("The backup holds files that its list does not name: "
                    + there.iterator().next());
        }
    }
}
