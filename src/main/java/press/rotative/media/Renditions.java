package press.rotative.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import press.rotative.media.darkroom.Darkroom;
import press.rotative.media.darkroom.Format;
import press.rotative.media.darkroom.Lane;
import press.rotative.media.darkroom.Order;
import press.rotative.media.darkroom.Result;
import press.rotative.media.darkroom.Texts;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;

/// The sizes and formats of pictures: answered from the store, or made when first asked for, each once however many
/// ask. Only the sizes of [Rendition] and the formats JPEG, WebP and AVIF exist.
///
/// A format in an address is the best that the asker can show. JPEG is always JPEG; WebP is JPEG on a machine without
/// libvips; AVIF, which takes seconds, is made in the background and WebP until then. Whether it may be seen is the
/// caller's to decide.
public final class Renditions {
    private static final Pattern NAME = Pattern.compile("(3x2-|2x1-)?([1-9][0-9]{0,4})\\.(jpg|webp|avif)");

    private static final Logger LOG = Logger.getLogger(Renditions.class);

    /// Raised when the same picture is made in another way, so that what was made before is not answered.
    private static final String CODE_VERSION = "1";

    private static final int AVIF_EFFORT = 2;
    private static final int MOST_FAILED = 10_000;

    private final BlobStore blobs;
    private final Darkroom darkroom;
    private final Trays trays;
    private final RenditionStore store;
    private final ConcurrentMap<Key, CompletableFuture<Optional<byte[]>>> makings = new ConcurrentHashMap<>();
    private final Set<Key> failed = ConcurrentHashMap.newKeySet();

    /// @param data the data directory: renditions are kept in its folder `renditions`
    public Renditions(Path data, BlobStore blobs, Darkroom darkroom) {
        this.blobs = blobs;
        this.darkroom = darkroom;
        this.trays = new Trays(data.resolve("quarantine").resolve("renditions"));
        this.store = new RenditionStore(data.resolve("renditions"));
    }

    /// A rendition.
    ///
    /// @param format of the bytes
    /// @param lasting false while a better format is still being made
    public record Made(byte[] bytes, Format format, boolean lasting) {}

    private record Key(PictureId picture, String stamp, Rendition size, Format format) {
        String name() {
            return size.name(format);
        }
    }

    /// By the last part of its address, as [Rendition#name] makes it.
    ///
    /// @return empty when the picture is not made in this size
    public Optional<Made> named(Picture picture, String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String prefix = matcher.group(1) == null ? "" : matcher.group(1);
        Shape shape = Stream.of(Shape.values())
                .filter(each -> each.prefix().equals(prefix))
                .findFirst()
                .orElseThrow();
        Format format = Stream.of(Format.values())
                .filter(each -> each.extension().equals(matcher.group(3)))
                .findFirst()
                .orElseThrow();
        return find(picture, shape, Integer.parseInt(matcher.group(2)), format);
    }

    /// Waits until it is made.
    ///
    /// @return empty when the picture has no file, or is not made in this size
    /// @throws Problem OVERLOADED when too many wait, or when nothing can be made here
    public Optional<Made> find(Picture picture, Shape shape, int width, Format asked) {
        if (asked == Format.PNG) {
            return Optional.empty();
        }
        return Rendition.find(picture, shape, width)
                .map(size -> found(picture, new Key(picture.id(), stamp(picture), size, asked)));
    }

    private Made found(Picture picture, Key asked) {
        Optional<byte[]> kept = kept(asked);
        if (kept.isPresent()) {
            return new Made(kept.get(), asked.format(), true);
        }
        return switch (asked.format()) {
            case AVIF -> {
                boolean comes = inBackground(picture, asked);
                Made instead = found(picture, as(asked, Format.WEBP));
                yield new Made(instead.bytes(), instead.format(), instead.lasting() && !comes);
            }
            case WEBP -> {
                Optional<byte[]> webp = make(picture, asked);
                yield webp.isPresent()
                        ? new Made(webp.get(), Format.WEBP, true)
                        : found(picture, as(asked, Format.JPEG));
            }
            case JPEG, PNG ->
                new Made(
                        make(picture, asked)
                                .orElseThrow(() -> new Problem(
                                        Problem.Category.OVERLOADED,
                                        "The picture cannot be made at the moment. Ask again in a minute.")),
                        Format.JPEG,
                        true);
        };
    }

    private static Key as(Key key, Format format) {
        return new Key(key.picture(), key.stamp(), key.size(), format);
    }

    private Optional<byte[]> kept(Key key) {
        return store.get(key.picture(), key.stamp(), key.name());
    }

    /// @return false when it will not be made: not here, or not now
    private boolean inBackground(Picture picture, Key key) {
        if (!possible(key, Lane.BACKGROUND)) {
            return false;
        }
        var mine = new CompletableFuture<Optional<byte[]>>();
        if (makings.putIfAbsent(key, mine) != null) {
            return true;
        }
        Trays.Tray tray = trays.open();
        Optional<CompletableFuture<Result>> begun = darkroom.begin(Lane.BACKGROUND, order(picture, key, tray));
        begun.ifPresentOrElse(result -> result.whenComplete((done, failure) -> finish(key, mine, tray, done)), () -> {
            tray.close();
            makings.remove(key, mine);
            mine.complete(Optional.empty());
        });
        return true;
    }

    private boolean possible(Key key, Lane lane) {
        return darkroom.formats(lane).contains(key.format()) && !failed.contains(key);
    }

    private Optional<byte[]> make(Picture picture, Key key) {
        if (!possible(key, Lane.READERS)) {
            return Optional.empty();
        }
        var mine = new CompletableFuture<Optional<byte[]>>();
        CompletableFuture<Optional<byte[]>> other = makings.putIfAbsent(key, mine);
        if (other != null) {
            return other.join();
        }
        Trays.Tray tray = null;
        Result result = new Result.Refused(Result.Reason.NO_DARKROOM);
        try {
            Optional<byte[]> meanwhile = kept(key);
            if (meanwhile.isPresent()) {
                makings.remove(key, mine);
                mine.complete(meanwhile);
                return meanwhile;
            }
            tray = trays.open();
            result = darkroom.perform(Lane.READERS, order(picture, key, tray));
        } finally {
            if (tray == null) {
                makings.remove(key, mine);
                mine.complete(Optional.empty());
            } else {
                finish(key, mine, tray, result);
            }
        }
        return mine.join();
    }

    private void finish(Key key, CompletableFuture<Optional<byte[]>> mine, Trays.Tray tray, Result result) {
        Optional<byte[]> made = Optional.empty();
        try (tray) {
            if (result instanceof Result.Printed) {
                byte[] bytes = Files.readAllBytes(tray.file("print"));
                made = Optional.of(bytes);
                store.put(key.picture(), key.stamp(), key.name(), bytes);
            } else if (result instanceof Result.Refused(Result.Reason reason)
                    && reason != Result.Reason.NO_DARKROOM
                    && failed.size() < MOST_FAILED) {
                failed.add(key);
                LOG.warnf(
                        "rendition not made picture=%d name=%s reason=%s",
                        key.picture().value(), key.name(), reason);
            }
        } catch (IOException fullOrBroken) {
            LOG.warnf("rendition not kept picture=%d name=%s: %s", key.picture().value(), key.name(), fullOrBroken);
        } finally {
            makings.remove(key, mine);
            mine.complete(made);
        }
    }

    private Order.Print order(Picture picture, Key key, Trays.Tray tray) {
        Path developed = blobs.localFile(Objects.requireNonNull(picture.digest()))
                .orElseThrow(() -> new Problem(
                        Problem.Category.OVERLOADED, "The file of the picture is missing. Tell the operator: check."));
        return new Order.Print(
                developed.toAbsolutePath(),
                tray.file("print").toAbsolutePath(),
                Rendition.part(picture, key.size().shape()),
                key.size().width(),
                key.size().height(),
                key.format(),
                AVIF_EFFORT,
                texts(picture.description()));
    }

    private static Texts texts(PictureDescription words) {
        return new Texts(
                words.headline(),
                words.caption(),
                words.alt(),
                words.credit(),
                words.creator(),
                words.provider(),
                words.copyright(),
                words.usageTerms());
    }

    /// Changes with everything that changes the files: pixels, focal point, the words inside.
    private static String stamp(Picture picture) {
        PictureDescription words = picture.description();
        return Digest.of(String.join(
                        "\0",
                        CODE_VERSION,
                        Objects.requireNonNull(picture.digest()),
                        words.focalX() + " " + words.focalY(),
                        texts(words).toString()))
                .substring(0, 16);
    }

    /// What the store holds and how busy the darkroom is.
    ///
    /// @param files renditions kept
    /// @param bytes that they take on the disk
    public record Figures(long files, long bytes) {}

    public Figures figures() {
        RenditionStore.Total total = store.total();
        return new Figures(total.files(), total.bytes());
    }

    /// Looks at every file of the store.
    ///
    /// @return how many there are
    public long inspect(Consumer<String> found) {
        return store.inspect(found);
    }

    /// Removes what was made of a picture that was destroyed, and what is being made of it just now.
    void destroy(PictureId picture) {
        store.destroy(picture);
    }

    /// Whether anything that was made of a picture is kept.
    boolean has(PictureId picture) {
        return store.has(picture);
    }

    /// Removes what was made of a picture.
    public void drop(PictureId picture) {
        store.drop(picture);
    }
}
