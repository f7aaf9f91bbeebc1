package press.rotative.site;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.media.Renditions;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.publication.Preparation;
import press.rotative.publication.PublicNumber;
import press.rotative.publication.Subject;
import press.rotative.story.house.HouseFile;

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
    private final KnownAddresses known = new KnownAddresses();
    private final Preparation preparation;
    private final LongSupplier renders;
    private final Function<Subject, Optional<ActReceipt>> receipts;

    Site(PageSource pages, ProblemPages problems, Assets assets, boolean overTls) {
        this(pages, problems, assets, overTls, Preparation.NONE, () -> 0, subject -> Optional.empty());
    }

    private Site(
            PageSource pages,
            ProblemPages problems,
            Assets assets,
            boolean overTls,
            Preparation preparation,
            LongSupplier renders,
            Function<Subject, Optional<ActReceipt>> receipts) {
        this.pages = pages;
        this.receipts = receipts;
        this.preparation = preparation;
        this.renders = renders;
        this.problems = problems;
        this.assets = assets(assets);
        this.delivery = new Delivery(new SecurityHeaders(assets, overTls));
    }

    /// The site over the rooms, with its page cache.
    ///
    /// @param number up to which number of the log pages must be right
    /// @param publicAddress as readers type it; the `Host` of a request is never looked at
    public static Site open(
            Database database,
            PublicNumber number,
            Renditions renditions,
            Finder finder,
            Clock clock,
            URI publicAddress) {
        Assets assets = Assets.ofProgram();
        var fresh = new RoomPages(database, renditions, finder, clock, assets, publicAddress);
        var renders = new Renders(fresh::page);
        var freshness = new Freshness(clock);
        var cache = new PageCache(
                freshness.seeing(renders), fresh, number::current, finder::cursor, clock, PageCache.BUDGET_BYTES);
        return new Site(
                cache,
                new ProblemPages(assets),
                assets,
                overTls(publicAddress),
                new EarlyRenders(cache, fresh::note, freshness),
                renders::total,
                freshness::of);
    }

    /// What makes pages ready before an act is public.
    public Preparation preparation() {
        return preparation;
    }

    /// When the pages that the last act on a subject could change were right for readers.
    ///
    /// @return empty: it was too long ago, or before this server started
    public Optional<ActReceipt> receipt(Subject subject) {
        return receipts.apply(subject);
    }

    /// How many pages were made since the start.
    public long renders() {
        return renders.getAsLong();
    }

    /// The same without a cache: every answer is made when it is asked for.
    public static Site fresh(Database database, Renditions renditions, Finder finder, Clock clock, URI publicAddress) {
        Assets assets = Assets.ofProgram();
        var fresh = new RoomPages(database, renditions, finder, clock, assets, publicAddress);
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
            return ready(route)
                    .map(page -> delivery.atHand(page, request.ifNoneMatch(), request.acceptEncoding()))
                    .map(answer -> request.method().equals("HEAD") ? answer.withoutBody() : answer);
        } catch (Problem unreadable) {
            return Optional.of(answer(request));
        }
    }

    /// The answer to a GET, if it is at hand with all its bytes and right; null otherwise, and for what others answer.
    /// Never waits, so it may run on an event loop. Asked again for the same page in the same way, it is the same
    /// object.
    ///
    /// @param target of the request line: an absolute path, maybe with a query
    public @Nullable SiteAnswer atHand(String target, @Nullable String ifNoneMatch, @Nullable String acceptEncoding) {
        try {
            Route remembered = known.known(target);
            Route route = remembered == null ? KnownAddresses.read(target) : remembered;
            Optional<MadePage> page = ready(route);
            if (page.isEmpty()) {
                return null;
            }
            if (remembered == null) {
                known.remember(target, route);
            }
            return delivery.atHand(page.get(), ifNoneMatch, acceptEncoding);
        } catch (Problem unreadable) {
            return null;
        }
    }

    /// What to answer when no answer can be made: the server is too busy to ask.
    public SiteAnswer problem(int status, SiteRequest request) {
        return delivery.of(problems.of(status, request.path()), request);
    }

    private Optional<MadePage> ready(Route route) {
        MadePage asset = route instanceof Route.Asset(String path) ? assets.get(path) : null;
        return asset == null ? pages.ready(route) : Optional.of(asset);
    }

    private MadePage page(SiteRequest request) {
        if (!request.reads()) {
            return refused(request);
        }
        try {
            Route route = Route.of(request.path(), request.query());
            if (route instanceof Route.Asset(String path)) {
                MadePage asset = assets.get(path);
                if (asset != null || !HouseFile.mayStandAt(path)) {
                    return asset == null ? problems.of(404, path) : asset;
                }
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
