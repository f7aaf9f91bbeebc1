package press.rotative.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import press.rotative.media.Intake;
import press.rotative.media.Taken;
import press.rotative.people.Actor;
import press.rotative.platform.Fetcher;
import press.rotative.platform.Problem;
import press.rotative.wire.clipping.Clipping;

/// Gets the files of the pictures of a page: from beside the page, inside its own folder only, links resolved;
/// and, when the operator asked for it, from where they stand on the web. Each file goes the way of every
/// upload. What cannot be got is said and not held; its caption and credit stay.
public final class PagePictures {

    private static final int MOST_OF_ONE_PAGE = 60;
    private static final Duration HOWEVER_LONG = Duration.ofDays(1000);

    private final Optional<Intake> intake;
    private final Optional<Fetcher> fetcher;

    private final Duration inAll;
    private final AtomicLong spentNanos = new AtomicLong();

    private PagePictures(Optional<Intake> intake, Optional<Fetcher> fetcher, Duration inAll) {
        this.intake = intake;
        this.fetcher = fetcher;
        this.inAll = inAll;
    }

    /// No file is looked for.
    public static PagePictures none() {
        return new PagePictures(Optional.empty(), Optional.empty(), HOWEVER_LONG);
    }

    /// Files beside the page.
    public static PagePictures beside(Intake intake) {
        return new PagePictures(Optional.of(intake), Optional.empty(), HOWEVER_LONG);
    }

    /// Files beside the page, else from the web.
    public static PagePictures fetched(Intake intake, Fetcher fetcher) {
        return fetched(intake, fetcher, HOWEVER_LONG);
    }

    /// The same for somebody who waits.
    ///
    /// @param inAll how long all pages together may take; the picture that is on its way then is still waited for
    public static PagePictures fetched(Intake intake, Fetcher fetcher, Duration inAll) {
        return new PagePictures(Optional.of(intake), Optional.of(fetcher), inAll);
    }

    /// What was got for one page.
    ///
    /// @param files by the address that the clipping gives
    /// @param notes sentences about what was not got
    record Got(Map<String, Taken> files, List<String> notes) {
        Got {
            files = Map.copyOf(files);
            notes = List.copyOf(notes);
        }
    }

    /// @param actor who takes them in
    /// @throws Problem of the server, or TOO_MANY for who sends too much: the page can be sent again later
    Got get(Filing.Item item, Actor actor) {
        Map<String, Taken> files = new LinkedHashMap<>();
        Set<String> notes = new LinkedHashSet<>();
        Set<String> wanted = addresses(item.clipping());
        if (intake.isPresent()) {
            wanted.stream().limit(MOST_OF_ONE_PAGE).forEach(address -> {
                try {
                    one(address, item, actor).ifPresent(taken -> files.put(address, taken));
                } catch (Problem problem) {
                    if (problem.passes()) {
                        drop(files.values());
                        throw problem; // nothing is wrong with the picture: sent again later, the page has it
                    }
                    notes.add("The picture " + shortened(address) + " is not held: " + problem.sentence());
                }
            });
        }
        return new Got(files, List.copyOf(notes));
    }

    /// No act names these.
    void drop(Collection<Taken> files) {
        intake.ifPresent(each -> files.forEach(each::drop));
    }

    private Optional<Taken> one(String address, Filing.Item item, Actor actor) {
        Optional<Path> file = item.folder().flatMap(folder -> inside(folder, address));
        if (file.isPresent()) {
            try (InputStream in = Files.newInputStream(file.get())) {
                return Optional.of(intake.orElseThrow().take(actor, in));
            } catch (IOException unreadable) {
                throw Problem.invalid("The file beside the page cannot be read.");
            }
        }
        Optional<URI> remote = fetcher.isPresent() ? remote(address, item.clipping()) : Optional.empty();
        return remote.map(uri -> fetched(uri, actor));
    }

    private Taken fetched(URI address, Actor actor) {
        if (spentNanos.get() >= inAll.toNanos()) {
            throw Problem.invalid("It was not asked for: pictures took longer than " + inAll.toSeconds() + " seconds.");
        }
        long begun = System.nanoTime();
        try {
            return switch (fetcher.orElseThrow().get(address)) {
                case Fetcher.Fetched.Got got -> intake.orElseThrow().take(actor, new ByteArrayInputStream(got.bytes()));
                case Fetcher.Fetched.Refused(String reason) -> throw Problem.invalid(reason);
            };
        } finally {
            spentNanos.addAndGet(System.nanoTime() - begun);
        }
    }

    /// The file that a relative address names, when it lies in this folder or below it, and links lead nowhere else.
    static Optional<Path> inside(Path folder, String address) {
        if (address.contains("://") || address.startsWith("/") || address.startsWith("mailto:")) {
            return Optional.empty();
        }
        try {
            String plain = address.split("[?#]", 2)[0];
            Path named = folder.resolve(URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8));
            if (!Files.isRegularFile(named)) {
                return Optional.empty();
            }
            Path file = named.toRealPath();
            return file.startsWith(folder.toRealPath()) ? Optional.of(file) : Optional.empty();
        } catch (IOException | IllegalArgumentException noFile) {
            return Optional.empty();
        }
    }

    private static Optional<URI> remote(String address, Clipping clipping) {
        try {
            URI uri = new URI(address);
            if (!uri.isAbsolute() && clipping.canonical().isPresent()) {
                uri = new URI(clipping.canonical().get()).resolve(uri);
            }
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web ? Optional.of(uri) : Optional.empty();
        } catch (java.net.URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static Set<String> addresses(Clipping clipping) {
        Set<String> addresses = new LinkedHashSet<>();
        clipping.hero().flatMap(Clipping.Picture::file).ifPresent(addresses::add);
        for (Clipping.Block block : clipping.blocks()) {
            if (block instanceof Clipping.PictureBlock shown) {
                shown.picture().file().ifPresent(addresses::add);
            }
        }
        return addresses;
    }

    private static String shortened(String address) {
        return address.length() <= 120 ? address : address.substring(0, 120) + "…";
    }
}
