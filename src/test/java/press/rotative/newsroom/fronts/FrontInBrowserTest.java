package press.rotative.newsroom.fronts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
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
import press.rotative.newsroom.OwnData;
import press.rotative.newsroom.StoriesOnDesk;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.signin.Arrivals;
import press.rotative.publication.Acts;
import press.rotative.site.PageJudge;

/// An editor arranges a front by keyboard alone, on a wide screen in English and on a phone in Arabic.
@Tag("long")
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class FrontInBrowserTest {
    @Inject
    Acts acts;

    @TestHTTPResource("/")
    URI server;

    @Test
    void blocks_and_stories_are_moved_by_keyboard() throws Exception {
        StoriesOnDesk.Filed filed = StoriesOnDesk.file(acts);
        PageJudge.inBrowser(browser -> {
            journey(browser, filed, "en", 1280, ColorScheme.LIGHT);
            journey(browser, filed, "ar", 390, ColorScheme.DARK);
        });
    }

    private void journey(Browser browser, StoriesOnDesk.Filed filed, String language, int width, ColorScheme scheme)
            throws IOException {
        long person = Arrivals.join(
                acts, "Jane Mercer", language + "@lephare.example", language, Set.of(Grant.everywhere(Role.EDITOR)));
        try (BrowserContext context = PageJudge.context(browser, width, scheme)) {
            context.addCookies(
                    List.of(new Cookie("rotative", Arrivals.comesIn(acts, person)).setUrl(server.toString())));
            Page page = context.newPage();
            page.navigate(server.resolve("/newsroom/fronts").toString());
            judge(page, width);
            page.locator("main .list a").first().click();
            page.locator(".blocks").waitFor();
            judge(page, width);
            page.locator("button[value=down-0]").focus();
            page.keyboard().press("Enter");
            page.locator("button[value=down-1]:focus").waitFor();
            page.keyboard().press("Enter");
            page.locator("button[value=down-2]:focus").waitFor();
            assertEquals("lead", page.locator("[name=b2-kind]").inputValue());
            page.locator("[name=b2-words]").fill("ferry");
            page.locator("button[value=find-2]").focus();
            page.keyboard().press("Enter");
            String pick = "button[value=pick-2-" + filed.live().value() + "]";
            page.locator(pick).waitFor();
            judge(page, width);
            page.locator(pick).focus();
            page.keyboard().press("Enter");
            page.locator("button[value=drop-2-" + filed.live().value() + "]:focus")
                    .waitFor();
            page.locator("[name=b1-count]").fill("99");
            page.locator("button[value=save]").click();
            page.locator("[name=b1-count][aria-invalid]").waitFor();
            assertEquals("99", page.locator("[name=b1-count]").inputValue());
            judge(page, width);
            page.locator("[name=b1-count]").fill("2");
            page.locator("button[value=save]").click();
            page.waitForURL("**/newsroom/fronts/*?done=front.saved");
            judge(page, width);
            page.navigate(server.resolve("/fr/").toString());
            assertTrue(page.locator("main .teaser.lead").innerText().contains("ferry"));
            page.goBack();
            page.locator("button[value=release]").click();
            page.locator("button[value=release-yes]").click();
            page.waitForURL("**/newsroom/fronts/*?done=front.released");
            section(page, filed, width);
        }
    }

    /// What stands above the list of a section, by the same keys.
    private void section(Page page, StoriesOnDesk.Filed filed, int width) throws IOException {
        page.navigate(server.resolve("/newsroom/fronts").toString());
        judge(page, width);
        page.locator("main .list a[href*='/sections/']").first().click();
        page.locator(".blocks").waitFor();
        judge(page, width);
        page.locator("[name=b0-words]").fill("ferry");
        page.locator("button[value=find-0]").focus();
        page.keyboard().press("Enter");
        String pick = "button[value=pick-0-" + filed.live().value() + "]";
        page.locator(pick).waitFor();
        page.locator(pick).focus();
        page.keyboard().press("Enter");
        page.locator("button[value=drop-0-" + filed.live().value() + "]:focus").waitFor();
        page.locator("[name=b1-title]").fill("À lire");
        judge(page, width);
        page.locator("button[value=save]").click();
        page.waitForURL("**/sections/*?done=front.saved.section");
        judge(page, width);
        String address = page.locator("main .end[href^='/fr/']").getAttribute("href");
        page.navigate(server.resolve(address).toString());
        assertTrue(page.locator("main .teaser.lead").innerText().contains("ferry"));
        judge(page, width);
        page.goBack();
        page.locator("button[value=release]").click();
        page.locator("button[value=release-yes]").click();
        page.waitForURL("**/sections/*?done=front.released.section");
    }

    private static void judge(Page page, int width) throws IOException {
        assertEquals(List.of(), PageJudge.faults(page), page.url());
        Number wide = (Number) page.evaluate("document.documentElement.scrollWidth");
        assertTrue(wide.intValue() <= width, page.url() + " is " + wide + " pixels wide");
    }
}
