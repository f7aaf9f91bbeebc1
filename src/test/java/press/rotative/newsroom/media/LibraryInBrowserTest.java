package press.rotative.newsroom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.signin.Arrivals;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;
import press.rotative.site.PageJudge;
import press.rotative.site.PageWatch;

/// A picture editor sends files with a bar each, opens one, sets its focal point by click and by keyboard, and its
/// rights.
@Tag("long")
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class LibraryInBrowserTest {
    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    @Test
    void files_are_sent_described_and_cropped() throws Exception {
        PageJudge.inBrowser(browser -> {
            for (String language : List.of("en", "ar")) {
                journey(browser, language);
            }
        });
    }

    private void journey(Browser browser, String language) throws IOException {
        long person = Arrivals.join(
                acts,
                "Inès Cadiou",
                language + "@lephare.example",
                language,
                Set.of(Grant.everywhere(Role.PICTURE_EDITOR)));
        try (BrowserContext context = PageJudge.context(browser, 1280, ColorScheme.LIGHT)) {
            context.addCookies(
                    List.of(new Cookie("rotative", Arrivals.comesIn(acts, person)).setUrl(server.toString())));
            Page page = context.newPage();
            page.navigate(server.resolve("/newsroom/pictures").toString());
            page.keyboard().press("u");
            assertTrue((Boolean) page.evaluate("document.activeElement.type === 'file'"));
            int seed = language.equals("en") ? 20 : 40;
            page.locator("input[type=file]").setInputFiles(new FilePayload[] {
                new FilePayload("port.png", "image/png", SentPictures.png(seed, 1200, 600)),
                new FilePayload("digue.png", "image/png", SentPictures.png(seed + 1, 800, 1000)),
                new FilePayload("notes.png", "image/png", new byte[] {1, 2, 3})
            });
            page.locator("form.upload button").click();
            Locator lines = page.locator("[data-progress] li");
            page.waitForFunction(
                    "document.querySelectorAll('[data-progress] .okc, [data-progress] .bad').length === 3");
            assertEquals(3, lines.count());
            assertEquals(List.of(), PageJudge.faults(page));
            page.reload();
            PageWatch.picture(page, "media-" + language);
            page.locator("[data-progress] a, .shelf a").last().click();
            page.waitForURL("**/newsroom/pictures/*");
            Locator spot = page.locator("[data-spot] input");
            spot.click(new Locator.ClickOptions().setPosition(80, 40));
            assertEquals("25", page.locator("[name=across]").inputValue());
            spot.press("ArrowRight");
            spot.press("Shift+ArrowDown");
            assertEquals("26", page.locator("[name=across]").inputValue());
            String down = page.locator("[name=down]").inputValue();
            page.locator("[name=caption]").fill("Le port");
            page.locator("[name=alt]").fill("Un bassin vide");
            page.locator("[name=credit]").fill("© Inès Cadiou");
            page.locator("#describe .pri").click();
            page.waitForURL("**done=picture.described");
            assertEquals(down, page.locator("[name=down]").inputValue());
            page.locator("[name=ends]").fill("2031-05-04T12:00");
            page.locator("[name=caption]").fill("Le port vide");
            page.locator("button[formaction$=rights]").click();
            page.waitForURL("**done=picture.rights");
            assertEquals("Le port vide", page.locator("[name=caption]").inputValue());
            assertEquals(List.of(), PageJudge.faults(page));
            PageWatch.picture(page, "picture-" + language);
            long id = Long.parseLong(page.url().replaceAll(".*/([0-9]+)\\?.*", "$1"));
            assertEquals(
                    260,
                    database.read(sql -> new Pictures(sql).get(new PictureId(id)))
                            .description()
                            .focalX());
        }
        for (int width : List.of(390, 1280)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (BrowserContext context = PageJudge.context(browser, width, scheme)) {
                    context.addCookies(
                            List.of(new Cookie("rotative", Arrivals.comesIn(acts, person)).setUrl(server.toString())));
                    Page page = context.newPage();
                    for (String path : List.of("/newsroom/pictures", "/newsroom/pictures/1")) {
                        page.navigate(server.resolve(path).toString());
                        String which = language + path.replace('/', '-') + "-" + width + "-" + scheme;
                        assertEquals(List.of(), PageJudge.faults(page), which);
                        Number wide = (Number) page.evaluate("document.documentElement.scrollWidth");
                        assertTrue(wide.intValue() <= width, which + " is " + wide + " pixels wide");
                        PageWatch.picture(page, which);
                    }
                }
            }
        }
    }
}
