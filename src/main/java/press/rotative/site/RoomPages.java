package press.rotative.site;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Renditions;
import press.rotative.media.Rights;
import press.rotative.platform.Database;
import press.rotative.publication.Publication;
import press.rotative.publication.Subject;
import press.rotative.story.Newsstand;

/// Makes every answer anew from the rooms: each from one database snapshot.
final class RoomPages implements PageSource {
    private final Database database;
    private final Renditions renditions;
    private final Finder finder;
    private final Clock clock;
    private final Assets assets;
    private final Places places;
    private final ProblemPages problems;

    RoomPages(Database database, Renditions renditions, Finder finder, Clock clock, Assets assets, URI publicAddress) {
        this.database = database;
        this.renditions = renditions;
        this.finder = finder;
        this.clock = clock;
        this.assets = assets;
        this.places = new Places(publicAddress);
        this.problems = new ProblemPages(assets);
    }

    @Override
    public MadePage page(Route route) {
        return route instanceof Route.PictureFile picture
                ? picture(picture)
                : database.read(
                        sql -> new PageMaker(new RoomSnapshot(sql, clock.instant(), finder), assets, places, problems)
                                .make(route));
    }

    @Override
    public Optional<MadePage> ready(Route route) {
        return Optional.empty();
    }

    TouchedBy touchedBy(List<Publication> publications) {
        Set<Subject> touched = publications.stream()
                .flatMap(publication -> publication.touched().stream())
                .collect(java.util.stream.Collectors.toSet());
        return database.read(sql -> TouchedBy.of(new RoomSnapshot(sql, clock.instant(), finder), touched));
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
                    found.filter(known -> known.shown() && known.held()).isPresent() ? 410 : 404, "/");
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
