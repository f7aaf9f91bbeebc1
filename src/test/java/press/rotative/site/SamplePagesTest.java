package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample newspaper as a browser gets it: every kind of page in every edition, judged by the Nu HTML checker and by
/// axe.
class SamplePagesTest {
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

    @Test
    void axe_finds_no_fault_on_a_phone_and_on_a_desk_in_light_and_dark() throws Exception {
        var faults = new ArrayList<String>();
        look((name, page) -> PageJudge.faults(page).forEach(fault -> faults.add(name + " " + fault)));
        assertEquals(List.of(), faults);
    }

    @Test
    void no_page_is_wider_than_its_window_and_none_asks_a_stranger() throws Exception {
        var wrong = new ArrayList<String>();
        look((name, page) -> {
            page.onRequest(request -> {
                if (!request.url().startsWith(sample.address())) {
                    wrong.add(name + " asks " + request.url());
                }
            });
            page.reload();
            String wide = "document.documentElement.scrollWidth > innerWidth";
            if (Boolean.TRUE.equals(page.evaluate(wide))) {
                wrong.add(name + " is wider than its window");
            }
        });
        assertEquals(List.of(), wrong);
    }

    private interface Look {
        void at(String name, Page page) throws Exception;
    }

    private static void look(Look look) throws Exception {
        PageJudge.inBrowser(browser -> {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                int width = scheme == ColorScheme.LIGHT ? 390 : 1280;
                try (BrowserContext context = PageJudge.context(browser, width, scheme)) {
                    for (var each : pages.entrySet()) {
                        try (Page page = context.newPage()) {
                            page.navigate(sample.address() + each.getValue());
                            look.at(each.getKey() + " " + width + " " + scheme, page);
                        } catch (java.io.IOException e) {
                            throw e;
                        } catch (Exception e) {
                            throw new IllegalStateException(each.getKey(), e);
                        }
                    }
                }
            }
        });
    }
}
