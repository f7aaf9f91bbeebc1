package press.rotative.site;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_CORRECTION;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.people.Actor;
import press.rotative.sample.PackSample;
import press.rotative.story.Edition;
import press.rotative.story.Newsstand;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.acts.ExpireStory;
import press.rotative.story.acts.SetExpiry;
import press.rotative.wire.Filing;
import press.rotative.wire.Import;
import press.rotative.wire.ImportSource;
import press.rotative.wire.PagePictures;
import press.rotative.wire.StoryFiling;

/// The packed sample newsroom, with a published capture in each edition that says little of itself, served over HTTP.
final class SampleSite implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");
    private static final Path CAPTURES = Path.of("src/test/corpus/captures");
    private static final Map<String, List<String>> CAPTURED = Map.of(
            "fr", List.of("anatomy-fr-01-whole", "anatomy-fr-02-no-picture-no-counters"),
            "en", List.of("anatomy-en-02-no-standfirst", "anatomy-en-04-doubtful-line-and-no-tags"),
            "ar", List.of("anatomy-ar-01-whole", "anatomy-ar-02-parts-missing"));
    private static final Map<String, String> WORDS = Map.of("fr", "ponton", "en", "ferry", "ar", "الميناء");

    private static final Condition SHOWN = STORY.PUB_STATUS.eq("USABLE").and(STORY.EXPIRED_AT.isNull());

    private final Press press;
    private final Site site;
    private final HttpServer server;

    private SampleSite(Press press, HttpServer server) {
        this.press = press;
        this.server = server;
        this.site = Cast.site(
                press, URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /// @param folder empty or missing: the sample is packed there
    /// @param port 0: any that is free
    static SampleSite open(Path folder, int port) throws IOException {
        PackSample.main(new String[] {"src/main/sample", folder.toString()});
        var clock = new TickingClock(NOW.minusMillis(1));
        Press press = Press.open(folder, Optional.empty(), clock);
        for (var captures : CAPTURED.entrySet()) {
            file(press, captures.getKey(), captures.getValue());
        }
        List<StoryId> over = lastCaptured(press);
        over.forEach(story -> press.acts().perform(new SetExpiry(Actor.OPERATOR, story, NOW)));
        clock.advance(Duration.ofMillis(1));
        over.forEach(story -> press.acts().perform(new ExpireStory(story)));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var sample = new SampleSite(press, server);
        server.createContext("/", sample::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return sample;
    }

    /// The last capture of each edition.
    private static List<StoryId> lastCaptured(Press press) {
        return press.database().read(sql -> sql.select(DSL.max(STORY.ID))
                .from(STORY)
                .where(STORY.ORIGIN.isNotNull())
                .groupBy(STORY.EDITION_ID)
                .fetch(row -> new StoryId(row.value1())));
    }

    private static void file(Press press, String edition, List<String> captures) throws IOException {
        var sources = new ArrayList<ImportSource>();
        for (String capture : captures) {
            Path file = CAPTURES.resolve(capture + ".txt");
            sources.add(new ImportSource(capture, () -> Files.newInputStream(file)));
        }
        new Import(new StoryFiling(press.acts(), press.database(), press.blobs(), PagePictures.none()))
                .run(sources.iterator(), new Filing.Wishes(Optional.of(edition), true), imported -> {});
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            SiteAnswer answer = site.answer(
                    new SiteRequest(exchange.getRequestMethod(), uri.getRawPath(), uri.getRawQuery(), null, null));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    SiteAnswer get(String path) {
        return site.answer(SiteRequest.get(path));
    }

    /// A page of every kind in every edition: its name ("fr/story") and its path.
    Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        List<Edition> editions = press.database().read(sql -> new Newsstand(sql).editions());
        for (Edition edition : editions) {
            String code = edition.code();
            pages(edition).forEach((name, path) -> pages.put(code + "/" + name, path));
        }
        return pages;
    }

    private Map<String, String> pages(Edition edition) {
        String code = edition.code();
        var pages = new LinkedHashMap<String, String>();
        String story =
                story(edition, STORY.ID.in(DSL.select(STORY_CORRECTION.STORY_ID).from(STORY_CORRECTION)));
        Document page = Jsoup.parse(get(story).text());
        pages.put("front", "/" + code + "/");
        pages.put("section", page.select(".kick a").attr("href"));
        pages.put("story", story);
        pages.put(
                "story-every-block",
                story(
                        edition,
                        STORY.ID.in(DSL.select(STORY_VERSION.STORY_ID)
                                .from(STORY_VERSION)
                                .where(STORY_VERSION.CONTENT.like("%\"type\":\"correction\"%")))));
        for (StoryKind kind : StoryKind.values()) {
            pages.put(
                    "story-" + kind.name().toLowerCase(Locale.ROOT),
                    story(edition, STORY.KIND.eq(kind.name()).and(SHOWN)));
        }
        pages.put("story-captured", story(edition, STORY.ORIGIN.isNotNull().and(SHOWN)));
        pages.put("search", "/" + code + "/search?q=" + WORDS.get(code));
        pages.put("search-none", "/" + code + "/search?q=zzzz");
        pages.put("search-empty", "/" + code + "/search");
        pages.put("concept", page.select(".tags a").attr("href"));
        pages.put("author", page.select(".by a").attr("href"));
        pages.put("corrections", "/" + code + "/corrections");
        pages.put("own-page", page.select("footer .cols > div:nth-child(2) a").attr("href"));
        pages.put("archive", "/" + code + "/archive");
        pages.put("archive-year", "/" + code + "/archive/2026");
        Document archive = Jsoup.parse(get("/" + code + "/archive").text());
        pages.put("archive-month", archive.select(".periods a").attr("href"));
        pages.put(
                "archive-day",
                Jsoup.parse(get(pages.get("archive-month")).text())
                        .select(".periods a")
                        .attr("href"));
        pages.put("comparison", page.select(".log a").attr("href"));
        pages.put("lost/404", "/" + code + "/nothing/here");
        pages.put("preview", "/" + Route.codeAtEnd(story) + "+");
        pages.put("killed/410", story(edition, STORY.PUB_STATUS.eq("CANCELED")));
        pages.put("expired/410", story(edition, STORY.EXPIRED_AT.isNotNull()));
        pages.put("unreadable/400", "/" + code + "/corrections?before=!");
        return pages;
    }

    /// Addresses that answer no page.
    Set<String> others() {
        var front = Jsoup.parse(get("/fr/").text());
        return Set.of(
                "/",
                "/robots.txt",
                "/sitemap.xml",
                "/fr/sitemap-2026-11.xml",
                "/fr/sitemap-pages.xml",
                "/fr/rss.xml",
                "/fr/suggest?q=po",
                front.select("link[rel=stylesheet]").attr("href"),
                front.select("main img").attr("src"));
    }

    private String story(Edition edition, Condition which) {
        String code = press.database().read(sql -> sql.select(STORY.CODE)
                .from(STORY)
                .where(STORY.EDITION_ID.eq(edition.id().value()))
                .and(STORY.CODE.isNotNull())
                .and(which)
                .orderBy(STORY.ID)
                .limit(1)
                .fetchSingle()
                .value1());
        return get("/" + code).headers().getOrDefault("Location", "/" + code);
    }

    @Override
    public void close() {
        server.stop(0);
        press.close();
    }
}
