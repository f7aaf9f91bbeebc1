package press.rotative.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import press.rotative.platform.Digest;

/// Renditions that were made, as files `ddd/ID/STAMP/NAME` under one folder. They may be deleted at any time and are
/// made again; they are in no backup. Each file ends in the SHA-256 of what stands before it: one that was torn or
/// changed is not answered but thrown away.
final class RenditionStore {
    private static final int SEAL = 32;
    private static final Pattern NAME = Pattern.compile("(\\dx\\d-)?\\d{1,5}\\.(jpg|webp|avif)");

    private final Path folder;
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final Set<PictureId> gone = ConcurrentHashMap.newKeySet();
    private volatile boolean counted;

    RenditionStore(Path folder) {
        this.folder = folder;
    }

    Optional<byte[]> get(PictureId picture, String stamp, String name) {
        Path file = place(picture, stamp).resolve(name);
        try {
            byte[] sealed = Files.readAllBytes(file);
            if (whole(sealed)) {
                return Optional.of(Arrays.copyOf(sealed, sealed.length - SEAL));
            }
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (NoSuchFileException notMade) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read rendition " + file, e);
        }
    }

    private static boolean whole(byte[] sealed) {
        if (sealed.length <= SEAL) {
            return false;
        }
        var digest = Digest.sha256();
        digest.update(sealed, 0, sealed.length - SEAL);
        return Arrays.equals(digest.digest(), 0, SEAL, sealed, sealed.length - SEAL, sealed.length);
    }

    /// Keeps a rendition, and drops those of the same picture that were made under another stamp. A disk that is full
    /// keeps nothing; the rendition is made again when it is asked for again.
    void put(PictureId picture, String stamp, String name, byte[] made) throws IOException {
        if (gone.contains(picture)) {
            return;
        }
        Path place = place(picture, stamp);
        Files.createDirectories(place);
        Path aside = Files.createTempFile(place, "new-", ".tmp");
        try {
            byte[] sealed = Arrays.copyOf(made, made.length + SEAL);
            System.arraycopy(Digest.sha256().digest(made), 0, sealed, made.length, SEAL);
            Files.write(aside, sealed);
            Path file = place.resolve(name);
            boolean there = Files.exists(file);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (!there && counted) {
                files.incrementAndGet();
                bytes.addAndGet(sealed.length);
            }
        } finally {
            Files.deleteIfExists(aside);
        }
        dropOthers(shelf(picture), place);
        if (gone.contains(picture)) { // it was destroyed just then
            drop(picture);
        }
    }

    private void dropOthers(Path shelf, Path kept) throws IOException {
        try (Stream<Path> stamps = Files.list(shelf)) {
            for (Path stamp : stamps.filter(each -> !each.equals(kept)).toList()) {
                drop(stamp);
            }
        }
    }

    /// Removes all renditions of a picture and keeps none of it any more: what is being made just now stays away, too.
    void destroy(PictureId picture) {
        gone.add(picture);
        drop(picture);
    }

    /// Whether any rendition of a picture is kept.
    boolean has(PictureId picture) {
        return Files.exists(shelf(picture));
    }

    /// Removes all renditions of a picture.
    void drop(PictureId picture) {
        try {
            drop(shelf(picture));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the renditions of picture " + picture.value(), e);
        }
    }

    private void drop(Path part) throws IOException {
        if (!Files.exists(part)) {
            return;
        }
        try (Stream<Path> all = Files.walk(part)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (counted && Files.isRegularFile(each)) {
                    bytes.addAndGet(-Files.size(each));
                    files.decrementAndGet();
                }
                Files.deleteIfExists(each);
            }
        }
    }

    /// How many files are kept, and how many bytes they take.
    record Total(long files, long bytes) {}

    /// The folder is counted when the first asks, and kept account of from then on. Who keeps or drops renditions
    /// never waits for that.
    synchronized Total total() {
        if (!counted) {
            var number = new AtomicLong();
            var size = new AtomicLong();
            walk(file -> {
                number.incrementAndGet();
                size.addAndGet(file.toFile().length());
            });
            files.set(number.get());
            bytes.set(size.get());
            counted = true;
        }
        return new Total(files.get(), bytes.get());
    }

    /// @param found is told of every file that is damaged or that nobody of ours put there
    /// @return how many files were looked at
    long inspect(Consumer<String> found) {
        var count = new AtomicLong();
        walk(file -> {
            count.incrementAndGet();
            try {
                if (!NAME.matcher(file.getFileName().toString()).matches() || !whole(Files.readAllBytes(file))) {
                    found.accept("The rendition " + folder.relativize(file)
                            + " is damaged. Delete it; it is made again when it is asked for.");
                }
            } catch (NoSuchFileException droppedMeanwhile) {
                count.decrementAndGet();
            } catch (IOException e) {
                found.accept("The rendition " + folder.relativize(file) + " cannot be read: " + e.getMessage());
            }
        });
        return count.get();
    }

    private void walk(Consumer<Path> each) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".tmp"))
                    .forEach(each);
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("the folder " + folder + " cannot be walked", e);
        }
    }

    private Path place(PictureId picture, String stamp) {
        return shelf(picture).resolve(stamp);
    }

    private Path shelf(PictureId picture) {
        return folder.resolve("%03d".formatted(picture.value() % 1000)).resolve(Long.toString(picture.value()));
    }
}
