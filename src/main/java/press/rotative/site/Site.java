package press.rotative.site;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import press.rotative.media.BlobStore;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.publication.PublicNumber;

/// The public site: a request in, a whole answer out. It does not know of sockets, hosts, cookies or threads.
///
/// Every answer carries the security headers; an address that cannot be read is answered with a page that says so;
/// only a broken promise of ours is a 500.
public final class Site {
    private static final Logger LOG = Logger.getLogger(Site.class);

    private final PageSource pages;
    private final ProblemPages problems;
    private final Map<String, MadePage> assets;
    private final Delivery delivery;

    Site(PageSource pages, ProblemPages problems, Assets assets, boolean overTls) {
        this.pages = pages;
        this.problems = problems;
        this.assets = assets(assets);
        this.delivery = new Delivery(new SecurityHeaders(assets, overTls));
    }

    /// The site over the rooms, with its page cache.
    ///
    /// @param number up to which number of the log pages must be right
    /// @param publicAddress as readers type it; the `Host` of a request is never looked at
    public static Site open(
            Database database, PublicNumber number, BlobStore blobs, Finder finder, Clock clock, URI publicAddress) {
        Assets assets = Assets.load();
        var fresh = new RoomPages(database, blobs, finder, clock, assets, publicAddress);
        var cache = new PageCache(fresh::page, number::current, finder::cursor, clock, PageCache.BUDGET_BYTES);
        return new Site(cache, new ProblemPages(assets), assets, overTls(publicAddress));
    }

    /// The same without a cache: every answer is made when it is asked for.
    public static Site fresh(Database database, BlobStore blobs, Finder finder, Clock clock, URI publicAddress) {
        Assets assets = Assets.load();
        var fresh = new RoomPages(database, blobs, finder, clock, assets, publicAddress);
        return new Site(fresh, new ProblemPages(assets), assets, overTls(publicAddress));
    }

    private static boolean overTls(URI publicAddress) {
        return "https".equals(publicAddress.getScheme());
    }

    /// The answer to this request; may read the database and so must not run on an event loop.
    public SiteAnswer answer(SiteRequest request) {
        return delivery.of(page(request), request);
    }

    /// The answer, if it is at hand and right: never waits.
    public Optional<SiteAnswer> ready(SiteRequest request) {
        if (!request.reads()) {
            return Optional.of(answer(request));
        }
        try {
            Route route = Route.of(request.path(), request.query());
            return ready(route).map(page -> delivery.of(page, request));
        } catch (Problem unreadable) {
            return Optional.of(answer(request));
        }
    }

    /// What to answer when no answer can be made: the server is too busy to ask.
    public SiteAnswer problem(int status, SiteRequest request) {
        return delivery.of(problems.of(status, request.path()), request);
    }

    private Optional<MadePage> ready(Route route) {
        return route instanceof Route.Asset(String path) ? Optional.ofNullable(assets.get(path)) : pages.ready(route);
    }

    private MadePage page(SiteRequest request) {
        if (!request.reads()) {
            return refused(request);
        }
        try {
            Route route = Route.of(request.path(), request.query());
            if (route instanceof Route.Asset(String path)) {
                MadePage asset = assets.get(path);
                return asset == null ? problems.of(404, path) : asset;
            }
            return pages.page(route);
        } catch (Problem problem) {
            return problems.of(problem.category().status(), request.path());
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "page failed path=%s", request.path());
            return problems.of(500, request.path());
        }
    }

    private MadePage refused(SiteRequest request) {
        MadePage page = problems.of(405, request.path());
        var headers = new LinkedHashMap<>(page.headers());
        headers.put("Allow", "GET, HEAD");
        return new MadePage(405, headers, page.body(), page.clocks(), false);
    }

    private static Map<String, MadePage> assets(Assets assets) {
        var made = new LinkedHashMap<String, MadePage>();
        for (Assets.Asset asset : assets.all()) {
            boolean packable = !asset.mediaType().equals("font/woff2");
            made.put(
                    asset.address(),
                    new MadePage(
                            200,
                            Map.of(
                                    "Content-Type",
                                    asset.mediaType(),
                                    "Cache-Control",
                                    "public, max-age=31536000, immutable"),
                            new PageBody(asset.bytes(), packable),
                            PageClocks.ALWAYS,
                            true));
        }
        return Map.copyOf(made);
    }
}
