package press.rotative.site;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Renditions;
import press.rotative.media.Rights;
import press.rotative.platform.Database;
import press.rotative.publication.Publication;
import press.rotative.publication.Subject;
import press.rotative.search.Likeness;
import press.rotative.story.Newsstand;
import press.rotative.story.StoryId;

/// Makes every answer anew from the rooms: each from one database snapshot.
final class RoomPages implements PageSource, PageCache.Later {
    private final Database database;
    private final Renditions renditions;
    private final Finder finder;
    private final Clock clock;
    private final Assets assets;
    private final Places places;
    private final ProblemPages problems;
    private final Changes changes = new Changes();
    private final NewestNames names;

    RoomPages(Database database, Renditions renditions, Finder finder, Clock clock, Assets assets, URI publicAddress) {
        this.database = database;
        this.renditions = renditions;
        this.finder = finder;
        this.clock = clock;
        this.assets = assets;
        this.places = new Places(publicAddress);
        this.problems = new ProblemPages(assets);
        this.names = new NewestNames(changes, System::nanoTime);
    }

    @Override
    public MadePage page(Route route) {
        return route instanceof Route.PictureFile picture
                ? picture(picture)
                : database.read(sql -> new PageMaker(snapshot(sql), assets, places, problems).make(route));
    }

    private RoomSnapshot snapshot(DSLContext sql) {
        return new RoomSnapshot(sql, clock.instant(), finder, names::at);
    }

    @Override
    public Optional<MadePage> ready(Route route) {
        return Optional.empty();
    }

    /// @param stories of how many it is told where they stand
    Reached reached(List<Publication> publications, int stories) {
        Set<Subject> own = publications.stream().map(Publication::subject).collect(Collectors.toSet());
        Set<Subject> touched = subjects(publications);
        return database.read(sql -> Reached.of(snapshot(sql), own, touched, stories));
    }

    /// The same, kept: pages that the act left alone stay right.
    ///
    /// @param publications of one act
    Reached note(List<Publication> publications) {
        long first = publications.getFirst().seq();
        long last = publications.getLast().seq();
        changes.rename(first, last, Renamed.by(publications));
        Reached reached = reached(publications, Freshness.watches(publications) ? Freshness.MOST_STORIES : 0);
        changes.add(first, last, reached.touched(), subjects(publications));
        return reached;
    }

    private static Set<Subject> subjects(List<Publication> publications) {
        return publications.stream()
                .flatMap(publication -> publication.touched().stream())
                .collect(Collectors.toSet());
    }

    /// A page is unchanged where no act since touched its address, and the index names the same stories like it as
    /// before, none of which was touched either.
    @Override
    public @Nullable PageClocks unchanged(Route route, PageClocks clocks, long number) {
        return later(route, clocks, number, (before, cursor) -> {
            Likeness again = finder.again(before);
            return again.found().equals(before.found()) ? again : null;
        });
    }

    /// The same where it can be told without asking the index: nothing that it took reaches the page either.
    @Override
    public @Nullable PageClocks surelyUnchanged(Route route, PageClocks clocks, long number) {
        return later(
                route,
                clocks,
                number,
                (before, cursor) -> finder.isStill(before, clocks.search(), cursor) ? before : null);
    }

    /// The same answer at a later cursor; null where it is another, or not known to be the same.
    @FunctionalInterface
    private interface Still {
        @Nullable
        Likeness at(Likeness before, long cursor);
    }

    private @Nullable PageClocks later(Route route, PageClocks clocks, long number, Still still) {
        List<Likeness> alike = leftAlone(route, clocks, number);
        if (alike == null) {
            return null;
        }
        long cursor = finder.cursor();
        var now = new ArrayList<Likeness>(alike.size());
        for (Likeness before : alike) {
            Likeness each = still.at(before, cursor);
            if (each == null) {
                return null;
            }
            now.add(each);
        }
        return clocks.at(number, clocks.readSearch() ? cursor : PageClocks.NO_SEARCH, now);
    }

    /// What the page asked the index; null where an act may have touched it, or it asked for more than can be compared.
    private @Nullable List<Likeness> leftAlone(Route route, PageClocks clocks, long number) {
        String path = plainPath(route);
        List<Likeness> alike = clocks.readSearch() ? clocks.alike() : List.of();
        if (path == null || alike == null) {
            return null;
        }
        var listed = new ArrayList<StoryId>();
        alike.forEach(each -> listed.addAll(each.found()));
        return changes.leftAlone(path, listed, clocks.log(), number) ? alike : null;
    }

    /// Where a page stands, if it is one whose every part an act names by its address; else null.
    private static @Nullable String plainPath(Route route) {
        return switch (route) {
            case Route.Front(String edition) -> "/" + edition + "/";
            case Route.FeedOf(String edition, String list, Route.FeedFormat format) ->
                (list == null ? "/" + edition : list) + "/" + format.file();
            case Route.Page(String path, String before) -> path;
            default -> null;
        };
    }

    /// A picture answers while it has rights and a usable story shows it; its bytes are read outside the snapshot. One
    /// that the public has seen is gone (410), any other was never there (404).
    private MadePage picture(Route.PictureFile route) {
        var id = new PictureId(route.picture());
        Instant now = clock.instant();
        Optional<Picture> found = database.read(sql -> new Pictures(sql).find(id));
        boolean visible = found.filter(picture -> picture.rights().runAt(now)).isPresent()
                && database.read(sql -> new Newsstand(sql).shows(id));
        if (!visible) {
            return problems.of(
                    found.filter(known -> known.shown() && (known.held() || known.destroyed()))
                                    .isPresent()
                            ? 410
                            : 404,
                    "/");
        }
        Picture picture = found.orElseThrow();
        return renditions
                .find(picture, route.shape(), route.width(), route.format())
                .map(made -> picture(made, picture.rights(), now))
                .orElseGet(() -> problems.of(404, "/"));
    }

    /// Kept by others for an hour, but never beyond the end of the rights; shortly while a better format is made.
    private static MadePage picture(Renditions.Made made, Rights rights, Instant now) {
        long hour = made.lasting() ? 3600 : 30;
        long seconds = rights.turnAfter(now)
                .map(turn -> Math.min(hour, Duration.between(now, turn).toSeconds()))
                .orElse(hour);
        var headers = Map.of(
                "Content-Type",
                made.format().mediaType(),
                "Cache-Control",
                "public, max-age=" + seconds,
                // Feed readers and other sites' previews may show it; scripts of theirs may not read it.
                "Cross-Origin-Resource-Policy",
                "cross-origin");
        return new MadePage(200, headers, new PageBody(made.bytes(), false), PageClocks.of(0, Instant.MAX), false);
    }
}
