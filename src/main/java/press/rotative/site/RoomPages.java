package press.rotative.site;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import press.rotative.media.BlobStore;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Rendition;
import press.rotative.platform.Database;
import press.rotative.publication.Publication;
import press.rotative.publication.Subject;
import press.rotative.story.Newsstand;

/// Makes every answer anew from the rooms: each from one database snapshot.
final class RoomPages implements PageSource {
    private final Database database;
    private final BlobStore blobs;
    private final Finder finder;
    private final Clock clock;
    private final Assets assets;
    private final Places places;
    private final ProblemPages problems;

    RoomPages(Database database, BlobStore blobs, Finder finder, Clock clock, Assets assets, URI publicAddress) {
        this.database = database;
        this.blobs = blobs;
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

    /// A picture answers while a usable story shows it, else it is gone; one that was never held was never there. Its
    /// bytes are read outside the snapshot.
    private MadePage picture(Route.PictureFile route) {
        var id = new PictureId(route.picture());
        Instant now = clock.instant();
        Optional<String> digest = database.read(sql -> new Newsstand(sql).shows(id)
                        && new Pictures(sql).get(id).rights().runAt(now)
                ? new Pictures(sql)
                        .renditions(List.of(id)).getOrDefault(id, List.of()).stream()
                                .filter(size -> size.width() == route.width())
                                .map(Rendition::digest)
                                .findFirst()
                : Optional.empty());
        Optional<byte[]> bytes = digest.flatMap(blobs::get);
        if (bytes.isEmpty()) {
            boolean held = database.read(
                    sql -> new Pictures(sql).find(id).filter(Picture::held).isPresent());
            return problems.of(held ? 410 : 404, "/");
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "image/jpeg");
        headers.put("Cache-Control", "public, max-age=3600");
        // Feed readers and other sites' previews may show it; scripts of theirs may not read it.
        headers.put("Cross-Origin-Resource-Policy", "cross-origin");
        return new MadePage(
                200, Map.copyOf(headers), new PageBody(bytes.get(), false), PageClocks.of(0, Instant.MAX), false);
    }
}
