package press.rotative.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.newsroom.media.SentPictures;
import press.rotative.people.Actor;
import press.rotative.people.Role;
import press.rotative.people.acts.EndSessions;
import press.rotative.people.signin.Arrivals;
import press.rotative.people.signin.Codes;
import press.rotative.people.signin.Stage;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;
import press.rotative.site.PageJudge;
import press.rotative.site.PageWatch;

/// A real browser whose session ends under a long form, and under a form with a file: nothing is lost.
@Tag("long")
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class SignInAgainInBrowserTest {
    private static final String PASSWORD = "sept bateaux et un phare";
    private static final String WORDS = "## Qui nous sommes\n\nUn journal & « ses » lecteurs, <vraiment>.\n\nنص عربي";

    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    @TempDir
    Path folder;

    private long chief;
    private List<String> codes = List.of();

    @Test
    void nothing_is_lost_when_the_session_ends_under_a_form() throws Exception {
        StoriesOnDesk.file(acts);
        chief = Arrivals.join(acts, "Maud Kervarn", "maud@lephare.example", "fr", PASSWORD, Role.ADMINISTRATOR);
        codes = withApp();
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = PageJudge.context(browser, 1280, ColorScheme.LIGHT)) {
                anOwnPage(context.newPage());
            }
            try (BrowserContext context = PageJudge.context(browser, 390, ColorScheme.DARK)) {
                context.setExtraHTTPHeaders(Map.of("Accept-Language", "ar"));
                aPicture(context.newPage());
            }
        });
    }

    private List<String> withApp() throws Exception {
        var browser = new Browsing(server);
        browser.cookies().put("rotative", Arrivals.at(acts, chief, Stage.FACTOR));
        String secret = Codes.secretIn(browser.get("/newsroom/sign-in/factor").body());
        String page = browser.post("/newsroom/sign-in/factor", "code", Codes.now(secret, 0))
                .body();
        return Pattern.compile("<li><code>([^<]+)</code>")
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private void in(Page page) {
        page.context()
                .addCookies(List.of(new Cookie("rotative", Arrivals.comesIn(acts, chief)).setUrl(server.toString())));
    }

    private void signedOut() {
        acts.perform(new EndSessions(Actor.OPERATOR, chief, 0));
    }

    private void anOwnPage(Page page) throws IOException {
        in(page);
        page.navigate(server.resolve("/newsroom/manage/pages/new").toString());
        page.locator("#edition")
                .selectOption(page.locator("#edition option[lang=fr]").getAttribute("value"));
        page.locator("#kind").selectOption("about");
        page.locator("#title").fill("À propos");
        page.locator("#body").fill(WORDS);
        signedOut();
        page.locator("main button.pri").click();
        page.locator("#again-email").waitFor();
        judge(page, 1280);
        page.locator("#again-email").fill("maud@lephare.example");
        page.locator("#again-password").fill("pas le bon");
        page.keyboard().press("Enter");
        page.locator("[role=alert]").waitFor();
        assertEquals("maud@lephare.example", page.locator("#again-email").inputValue());
        page.locator("#again-password").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.locator("#again-code").waitFor();
        judge(page, 1280);
        page.locator("#again-code").fill(codes.getFirst());
        page.keyboard().press("Enter");
        page.waitForURL("**/newsroom/manage/pages/*?done=added");
        assertEquals("À propos", page.locator("#title").inputValue());
        assertEquals(WORDS, page.locator("#body").inputValue());

        page.locator("#title").fill("À propos de nous");
        signedOut();
        page.locator("main button.pri").first().click();
        page.locator("#again-email").waitFor();
        page.reload();
        page.locator("#again-email").waitFor();
        in(page);
        page.locator("button[name=again-elsewhere]").click();
        page.waitForURL("**/newsroom/manage/pages/*?done=*");
        assertEquals("À propos de nous", page.locator("#title").inputValue());
    }

    private void aPicture(Page page) throws IOException {
        in(page);
        page.route("**/assets/media-*.js", Route::abort); // without the script the form itself sends the files
        page.navigate(server.resolve("/newsroom/pictures").toString());
        Path file = Files.write(folder.resolve("port.png"), SentPictures.png(7, 800, 600));
        page.locator("input[type=file]").setInputFiles(file);
        signedOut();
        page.locator("form[data-upload] button").first().click();
        page.locator("ol a[target=_blank]").waitFor();
        assertEquals("rtl", page.locator("html").getAttribute("dir"));
        judge(page, 390);
        in(page);
        page.reload();
        page.waitForURL("**/newsroom/pictures**");
        assertEquals(0, page.locator("ol a[target=_blank]").count());
        assertTrue(page.locator("a[href*='/newsroom/pictures/']").count() > 0, page.content());
    }

    private static void judge(Page page, int width) throws IOException {
        assertEquals(List.of(), PageJudge.faults(page), page.url());
        assertTrue(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue() <= width, page.url());
        PageWatch.picture(page, "again-" + width + "-" + System.nanoTime());
    }
}
