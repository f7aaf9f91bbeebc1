package press.rotative.newsroom.manage;

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

/// An administrator adds, finds and changes names by keyboard, on a wide screen in English and on a phone in Arabic;
/// pages that say what is wrong are judged too.
@Tag("long")
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class ManageInBrowserTest {
    @Inject
    Acts acts;

    @TestHTTPResource("/")
    URI server;

    @Test
    void names_are_added_found_and_changed() throws Exception {
        StoriesOnDesk.file(acts);
        PageJudge.inBrowser(browser -> {
            journey(browser, "en", 1280, ColorScheme.LIGHT);
            journey(browser, "ar", 390, ColorScheme.DARK);
        });
    }

    private void journey(Browser browser, String language, int width, ColorScheme scheme) throws IOException {
        long person = Arrivals.join(
                acts,
                "Jane Mercer",
                language + "@lephare.example",
                language,
                Set.of(Grant.everywhere(Role.ADMINISTRATOR)));
        try (BrowserContext context = PageJudge.context(browser, width, scheme)) {
            context.addCookies(
                    List.of(new Cookie("rotative", Arrivals.comesIn(acts, person)).setUrl(server.toString())));
            Page page = context.newPage();
            page.navigate(server.resolve("/newsroom/manage").toString());
            page.waitForURL("**/newsroom/manage/sections");
            judge(page, width);
            section(page, width, "Culture " + language);
            concept(page, width, "Phare " + language);
            page.navigate(server.resolve("/newsroom/manage/editions/new").toString());
            page.locator("#name").fill("The Beacon");
            page.locator("#code").fill("x");
            page.locator("#language").fill("English");
            page.locator("#zone").fill("Brest");
            page.keyboard().press("Enter");
            page.locator("#code[aria-invalid]").waitFor();
            assertEquals(3, page.locator("[aria-invalid]").count());
            assertEquals("The Beacon", page.locator("#name").inputValue());
            judge(page, width);
        }
    }

    private void section(Page page, int width, String name) throws IOException {
        page.locator("a[href$='/sections/new']").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/sections/new");
        judge(page, width);
        page.locator("#name").fill(name);
        page.locator("#slug").fill("port");
        page.keyboard().press("Enter");
        page.locator("#slug[aria-invalid]").waitFor();
        assertEquals(name, page.locator("#name").inputValue());
        judge(page, width);
        page.locator("#slug").fill("");
        page.keyboard().press("Enter");
        page.waitForURL("**/newsroom/manage/sections/*?done=added");
        judge(page, width);
        String front = page.locator("main a[dir=ltr]").getAttribute("href");
        page.navigate(server.resolve(front).toString());
        assertTrue(page.locator("h1").innerText().contains(name));
        page.goBack();
    }

    private void concept(Page page, int width, String name) throws IOException {
        page.locator("nav.tabs a[href$=concepts]").click();
        page.locator("a[href$='/concepts/new']").click();
        page.locator("#kind").selectOption("place");
        page.locator("#label-fr").fill(name);
        page.keyboard().press("Enter");
        page.waitForURL("**/newsroom/manage/concepts/*?done=added");
        judge(page, width);
        page.navigate(server.resolve("/newsroom/manage/concepts/new").toString());
        page.locator("#kind").selectOption("place");
        page.locator("#label-fr").fill(name);
        page.keyboard().press("Enter");
        page.locator("[name=another]").waitFor();
        judge(page, width);
        page.navigate(server.resolve("/newsroom/manage/concepts").toString());
        page.keyboard().press("/");
        page.locator("main [name=q]").fill(name);
        page.keyboard().press("Enter");
        page.waitForURL("**/newsroom/manage/concepts?q=*");
        page.locator(".list a").first().waitFor();
        assertEquals(1, page.locator(".list a").count());
        judge(page, width);
        merge(page, width, name);
    }

    private void merge(Page page, int width, String name) throws IOException {
        page.locator(".list a").click();
        page.locator("a[href$='/merge']").click();
        page.locator("main [name=q]").fill("ferry");
        page.keyboard().press("Enter");
        page.locator(".list a[href*='into=']").first().waitFor();
        judge(page, width);
        page.locator(".list a[href*='into=']").first().click();
        page.locator("section.band").waitFor();
        judge(page, width);
        page.locator("main form[method=post] button").click();
        page.waitForURL("**/newsroom/manage/concepts/*?done=merged");
        assertTrue(page.locator(".chips span[dir]").allInnerTexts().contains(name));
        judge(page, width);
    }

    private static void judge(Page page, int width) throws IOException {
        assertEquals(List.of(), PageJudge.faults(page), page.url());
        Number wide = (Number) page.evaluate("document.documentElement.scrollWidth");
        assertTrue(wide.intValue() <= width, page.url() + " is " + wide + " pixels wide");
    }
}
