package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.platform.Problem;
import press.rotative.story.StoryKind;

/// The sample newspaper as a browser gets it: every kind of page in every edition, judged by the Nu HTML checker and by
/// axe.
@Tag("long")
class SamplePagesTest {
    private static final double MOST_SHIFT = 0.02;

    @TempDir
    private static Path folder;

    private static SampleSite sample;
    private static Map<String, String> pages;

    @BeforeAll
    static void open() throws Exception {
        sample = SampleSite.open(folder.resolve("data"), 0);
        pages = sample.pages();
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @Test
    void every_page_answers_with_its_status() {
        pages.forEach((name, path) -> {
            int status = name.matches(".*/\\d{3}") ? Integer.parseInt(name.substring(name.length() - 3)) : 200;
            assertEquals(status, sample.get(path).status(), name + " " + path);
        });
    }

    /// By what the program knows of addresses and stories: a new kind has to be judged too.
    @Test
    void no_kind_of_address_and_no_kind_of_story_is_missing_among_the_pages_that_are_judged() {
        var judged = new HashSet<Class<?>>();
        pages.values().forEach(path -> judged.add(route(path)));
        for (String path : sample.others()) {
            SiteAnswer answer = sample.get(path);
            assertTrue(
                    answer.status() == 302
                            || answer.status() == 200
                                    && !answer.headers()
                                            .getOrDefault("Content-Type", "")
                                            .startsWith("text/html"),
                    path + " answers a page");
            judged.add(route(path));
        }
        assertEquals(Set.of(Route.class.getPermittedSubclasses()), judged);
        for (String edition : List.of("fr", "en", "ar")) {
            for (StoryKind kind : StoryKind.values()) {
                assertTrue(pages.containsKey(edition + "/story-" + kind.name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    private static Class<?> route(String address) {
        int mark = address.indexOf('?');
        String path = mark < 0 ? address : address.substring(0, mark);
        try {
            return Route.of(path, mark < 0 ? null : address.substring(mark + 1)).getClass();
        } catch (Problem unreadable) {
            return Route.of(path, null).getClass();
        }
    }

    @Test
    void every_link_of_every_page_leads_somewhere() {
        var wrong = new ArrayList<String>();
        var asked = new LinkedHashMap<String, Integer>();
        pages.values().forEach(path -> {
            var page = Jsoup.parse(sample.get(path).text());
            page.select("a[href^=/], link[href^=/], img[src^=/]").forEach(element -> {
                String href = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                int status =
                        asked.computeIfAbsent(href, each -> sample.get(each).status());
                if (!Set.of(200, 302).contains(status)) {
                    wrong.add(path + " links to " + href + ": " + status);
                }
            });
        });
        assertTrue(asked.size() > 100, "only " + asked.size() + " links");
        assertEquals(List.of(), wrong);
    }

    @Test
    void a_story_shows_every_kind_of_block() {
        for (String edition : List.of("fr", "en", "ar")) {
            var prose = Jsoup.parse(sample.get(pages.get(edition + "/story-every-block"))
                            .text())
                    .selectFirst(".prose");
            for (String part : List.of(
                    "p",
                    "h2",
                    "h3",
                    "blockquote",
                    "ul li",
                    "figure img",
                    "aside.inset",
                    "table",
                    "a[rel=nofollow]",
                    ".note")) {
                assertTrue(prose.selectFirst(part) != null, edition + " has no " + part);
            }
        }
    }

    @Test
    void the_html_checker_finds_no_error() throws Exception {
        var html = new LinkedHashMap<String, byte[]>();
        pages.forEach((name, path) -> html.put(name, sample.get(path).text().getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(), PageJudge.htmlErrors(folder, html));
    }

    /// On a phone in light and on a desk in dark, side by side. What axe says; whether a page is wider than its
    /// window, asks a stranger for something, or jumps while it loads and is read.
    @Test
    void no_page_has_a_fault_on_a_phone_and_on_a_desk_in_light_and_dark() throws Exception {
        var faults = Collections.synchronizedList(new ArrayList<String>());
        try (var threads = Executors.newFixedThreadPool(2)) {
            var phone = threads.submit(() -> look(390, ColorScheme.LIGHT, faults));
            var desk = threads.submit(() -> look(1280, ColorScheme.DARK, faults));
            assertEquals(pages.size(), phone.get());
            assertEquals(pages.size(), desk.get());
        }
        assertEquals(List.of(), faults);
    }

    /// @return how many pages were looked at
    private static int look(int width, ColorScheme scheme, List<String> faults) throws IOException {
        var looked = new AtomicInteger();
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = PageJudge.context(browser, width, scheme)) {
                for (var each : pages.entrySet()) {
                    String name = each.getKey() + " " + width + " " + scheme + " ";
                    try (Page page = context.newPage()) {
                        page.onRequest(request -> {
                            if (!request.url().startsWith(sample.address())) {
                                faults.add(name + "asks " + request.url());
                            }
                        });
                        page.navigate(sample.address() + each.getValue());
                        if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > innerWidth"))) {
                            faults.add(name + "is wider than its window");
                        }
                        double shift = shift(page);
                        if (shift > MOST_SHIFT) {
                            faults.add(name + "jumps by " + shift);
                        }
                        PageJudge.faults(page).forEach(fault -> faults.add(name + fault));
                        looked.incrementAndGet();
                    }
                }
            }
        });
        return looked.get();
    }

    /// Layout shift as web.dev/cls counts it, with all sessions added up, down to the end of the page and back.
    private static double shift(Page page) {
        return ((Number) page.evaluate("""
                async () => {
                  let sum = 0;
                  new PerformanceObserver(list => list.getEntries().forEach(each => {
                    if (!each.hadRecentInput) sum += each.value; })).observe({type: 'layout-shift', buffered: true});
                  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
                  await document.fonts.ready;
                  for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
                    scrollTo(0, y);
                    await frame();
                    await Promise.allSettled([...document.images].filter(image => !image.complete
                      && image.getBoundingClientRect().top < innerHeight).map(image => image.decode()));
                  }
                  await frame();
                  scrollTo(0, 0);
                  await frame();
                  return sum;
                }""")).doubleValue();
    }

    /// Pictures, the icon among them, are not counted.
    @Test
    void a_story_takes_few_requests_and_few_bytes() throws Exception {
        var heavy = new ArrayList<String>();
        PageJudge.inBrowser(browser -> {
            for (var each : pages.entrySet()) {
                if (each.getKey().contains("story")) {
                    try (BrowserContext context = PageJudge.context(browser, 1280, ColorScheme.LIGHT)) {
                        Weight weight = weight(context, each.getValue());
                        if (weight.requests() > 6 || weight.fonts() > 60_000 || weight.text() > 20_000) {
                            heavy.add(each.getKey() + " " + weight);
                        }
                    }
                }
            }
        });
        assertEquals(List.of(), heavy);
    }

    /// @param fonts bytes
    /// @param text bytes of HTML, style and script, compressed by gzip
    private record Weight(int requests, int fonts, int text) {}

    private static Weight weight(BrowserContext context, String path) throws IOException {
        var asked = new ArrayList<String>();
        Page page = context.newPage();
        page.onRequest(
                request -> asked.add(request.url().substring(sample.address().length())));
        page.navigate(sample.address() + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        asked.removeIf(each -> each.startsWith("/pictures/") || each.endsWith(".svg"));
        int fonts = 0;
        int text = 0;
        for (String each : asked) {
            byte[] body = sample.get(each).body();
            if (each.endsWith(".woff2")) {
                fonts += body.length;
            } else {
                text += gzipped(body);
            }
        }
        return new Weight(asked.size(), fonts, text);
    }

    private static int gzipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }
}
