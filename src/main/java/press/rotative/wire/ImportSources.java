package press.rotative.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sources that an operator named: files, folders with all they hold, and `-` for standard input, in the order
/// given, the entries of a folder by name. Folders are listed when their turn comes, so that a large one needs no
/// memory.
/// Hidden entries are passed over, and beside saved pages their pictures, styles and scripts; a link that leads
/// out of its folder is refused.
public final class ImportSources implements Iterator<ImportSource> {

    private static final int DEEPEST = 50;
    private static final Set<String> PAGES = Set.of("html", "htm", "xhtml");

    /// Files that belong to saved pages: they are no captures, and are read only as parts of their page.
    private static final Set<String> PARTS_OF_PAGES = Set.of(
            "jpg",
            "jpeg",
            "png",
            "gif",
            "webp",
            "avif",
            "svg",
            "ico",
            "bmp",
            "css",
            "js",
            "mjs",
            "json",
            "map",
            "woff",
            "woff2",
            "ttf",
            "otf",
            "eot",
            "mp3",
            "mp4",
            "webm",
            "download");

    /// @param pages a page lies in the folder or in one around it, up to the one that was named
    private record Waiting(Path path, @Nullable Path folder, int depth, boolean pages) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<String> named;
    private final InputStream standardInput;
    private @Nullable ImportSource next;

    /// @param named paths, or `-`; relative ones belong to the working directory of this process
    public ImportSources(List<String> named, InputStream standardInput) {
        this.named = new ArrayDeque<>(named);
        this.standardInput = standardInput;
    }

    @Override
    public boolean hasNext() {
        while (next == null && !(waiting.isEmpty() && named.isEmpty())) {
            next = waiting.isEmpty() ? first(named.pop()) : source(waiting.pop());
        }
        return next != null;
    }

    @Override
    public ImportSource next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ImportSource source = next;
        next = null;
        return source == null ? ImportSource.broken("", "is gone") : source;
    }

    private @Nullable ImportSource first(String name) {
        if (name.equals("-")) {
            return new ImportSource("-", () -> standardInput);
        }
        try {
            return source(new Waiting(Path.of(name), null, 0, false));
        } catch (java.nio.file.InvalidPathException impossible) {
            return ImportSource.broken(name, "is no name of a file. Check how it is written.");
        }
    }

    /// The source of a path; null for a folder, whose entries then wait.
    private @Nullable ImportSource source(Waiting entry) {
        Path path = entry.path();
        String name = path.toString();
        if (!Files.exists(path)) {
            return ImportSource.broken(name, "does not exist. Check its name.");
        }
        if (entry.folder() != null && leadsOut(path, entry.folder())) {
            return ImportSource.broken(
                    name, "is a link that leads out of its folder. Name the file itself to import it.");
        }
        if (Files.isDirectory(path)) {
            return entries(entry);
        }
        if (!Files.isRegularFile(path)) {
            return ImportSource.broken(name, "is neither a file nor a folder. Use - to import from standard input.");
        }
        return new ImportSource(
                name,
                () -> {
                    if (!Files.isReadable(path)) {
                        throw new IOException("may not be read by this user. Change its permissions.");
                    }
                    return Files.newInputStream(path);
                },
                Optional.ofNullable(path.toAbsolutePath().getParent()));
    }

    private @Nullable ImportSource entries(Waiting folder) {
        String name = folder.path().toString();
        if (folder.depth() == DEEPEST) {
            return ImportSource.broken(name, "lies too deep: folders are followed " + DEEPEST + " deep.");
        }
        Path top = folder.folder() == null ? folder.path() : folder.folder();
        List<Path> entries = new ArrayList<>();
        try (Stream<Path> listed = Files.list(folder.path())) {
            listed.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .forEach(entries::add);
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return ImportSource.broken(name, "cannot be listed. Change its permissions.");
        }
        if (entries.isEmpty() && folder.folder() == null) {
            return ImportSource.broken(name, "is a folder without files. Name another one.");
        }
        boolean pages = folder.pages() || entries.stream().anyMatch(path -> PAGES.contains(ending(path)));
        for (Path path : entries.reversed()) {
            if (!pages || !PARTS_OF_PAGES.contains(ending(path)) || Files.isDirectory(path)) {
                waiting.push(new Waiting(path, top, folder.depth() + 1, pages));
            }
        }
        return null;
    }

    private static String ending(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean leadsOut(Path path, Path folder) {
        try {
            return Files.isSymbolicLink(path)
                    && (!path.toRealPath().startsWith(folder.toRealPath()) || Files.isDirectory(path));
        } catch (IOException broken) {
            return true;
        }
    }
}
