package press.rotative.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The directories of indexes below `<data>/search`: one for each code version.
final class Directories {
    private final Path home;
    private final int version;
    private final int oldestReadable;

    /// @param oldestReadable indexes of this code version and later hold the same fields
    Directories(Path home, int version, int oldestReadable) {
        this.home = home;
        this.version = version;
        this.oldestReadable = oldestReadable;
    }

    Path current() {
        return home.resolve("v" + version);
    }

    /// Where a new index is built while the current one still answers.
    Path aside() {
        return home.resolve("v" + version + ".new");
    }

    /// The newest index of a former code version that this code can still read.
    Optional<Path> former() {
        for (int each = version - 1; each >= oldestReadable; each--) {
            if (holdsIndex(home.resolve("v" + each))) {
                return Optional.of(home.resolve("v" + each));
            }
        }
        return Optional.empty();
    }

    /// Whether an index was ever committed there.
    static boolean holdsIndex(Path index) {
        if (!Files.isDirectory(index)) {
            return false;
        }
        try (Stream<Path> files = Files.list(index)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"));
        } catch (IOException unreadable) {
            return false;
        }
    }

    static void empty(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(directory)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }

    void putAsideInPlace() throws IOException {
        empty(current());
        Files.move(aside(), current());
    }

    /// Removes what other code versions left.
    void dropOthers() throws IOException {
        if (!Files.isDirectory(home)) {
            return;
        }
        List<Path> others;
        try (Stream<Path> there = Files.list(home)) {
            others = there.filter(each -> each.getFileName().toString().matches("v[0-9]+(\\.new)?"))
                    .filter(each -> !each.equals(current()))
                    .toList();
        }
        for (Path other : others) {
            empty(other);
        }
    }
}
