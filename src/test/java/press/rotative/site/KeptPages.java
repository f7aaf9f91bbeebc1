package press.rotative.site;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

/// A site without a newsroom.
public final class KeptPages {
    private KeptPages() {}

    /// Pages of every kind that is kept, one that is not, and none that is lost.
    public static Site site() {
        var cache = new PageCache(
                KeptPages::page, PageCache.Later.UNKNOWN, () -> 1, () -> 1, Clock.systemUTC(), PageCache.BUDGET_BYTES);
        return new Site(cache, new ProblemPages(SampleViews.ASSETS), SampleViews.ASSETS, true);
    }

    private static MadePage page(Route route) {
        PageClocks clocks = PageClocks.of(1, Instant.MAX);
        String text = "<!doctype html><title>" + route + "</title>" + "some words ".repeat(300);
        return switch (route) {
            case Route.Page(String path, var before)
            when path.endsWith("/gone") -> MadePage.html(410, text.getBytes(StandardCharsets.UTF_8), clocks);
            case Route.Page(String path, var before)
            when path.endsWith("/moved") -> MadePage.redirect(301, "/fr/port", clocks);
            case Route.Page(String path, var before)
            when path.endsWith("/lost") -> new ProblemPages(SampleViews.ASSETS).of(404, path);
            default -> MadePage.html(200, text.getBytes(StandardCharsets.UTF_8), clocks);
        };
    }
}
