package press.rotative.newsroom.manage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

/// A journey through own pages, menus and look in a real browser, by keyboard where it matters; every screen and every
/// public page on the way is judged by axe.
@Tag("long")
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class HouseInBrowserTest {
    private static final String LOGO = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 240 60\">"
            + "<path fill=\"#0b5c7a\" d=\"M0 0h240v60h-240z\"/></svg>";

    @Inject
    Acts acts;

    @TestHTTPResource("/")
    URI server;

    @Test
    void a_newsroom_makes_itself_at_home() throws Exception {
        StoriesOnDesk.file(acts);
        PageJudge.inBrowser(browser -> {
            journey(browser, "fr", 1280, ColorScheme.LIGHT, "Mentions légales", "mentions-legales");
            journey(browser, "ar", 390, ColorScheme.DARK, "البيانات القانونية", "imprint");
        });
    }

    private void journey(Browser browser, String language, int width, ColorScheme scheme, String title, String slug)
            throws IOException {
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
            ownPage(page, width, language, title, slug);
            menu(page, width, language, title);
            look(page, width, language);
        }
    }

    private void ownPage(Page page, int width, String language, String title, String slug) throws IOException {
        page.navigate(server.resolve("/newsroom/manage/pages").toString());
        judge(page, width);
        page.locator("a[href$='/pages/new']").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/pages/new");
        page.locator("#edition option[lang=" + language + "]").first().waitFor(attached());
        page.locator("#edition")
                .selectOption(page.locator("#edition option[lang=" + language + "]")
                        .first()
                        .getAttribute("value"));
        page.locator("#kind").selectOption("imprint");
        page.locator("#title").fill(title);
        page.locator("#body").fill("## 1\n\n[x](javascript:alert)");
        page.locator("#slug").fill(slug);
        page.locator("main button.pri").focus();
        page.keyboard().press("Enter");
        page.locator("#body[aria-invalid]").waitFor();
        assertEquals(title, page.locator("#title").inputValue());
        judge(page, width);
        page.locator("#body").fill("## 1\n\n**2** [3](/" + language + "/)\n\n- 4\n- 5");
        page.locator("main button.pri").click();
        page.waitForURL("**/newsroom/manage/pages/*?done=added");
        judge(page, width);
        page.locator("button[value=publish]").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**?done=page.published");
        judge(page, width);
        page.navigate(server.resolve("/" + language + "/" + slug).toString());
        assertEquals(title, page.locator("h1").innerText());
        judge(page, width);
        assertTrue(page.locator("footer a", new Page.LocatorOptions().setHasText(title))
                .isVisible());
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private void menu(Page page, int width, String language, String title) throws IOException {
        page.navigate(server.resolve("/newsroom/manage/menus").toString());
        judge(page, width);
        page.locator("main a[href$='/main']").nth(language.equals("fr") ? 0 : 1).click();
        page.locator("[name=add]")
                .selectOption(page.locator("[name=add] option", new Page.LocatorOptions().setHasText(title))
                        .first()
                        .getAttribute("value"));
        page.locator("button[value=add]").focus();
        page.keyboard().press("Enter");
        page.locator("button[value=up-1]:focus").waitFor();
        page.keyboard().press("Enter");
        page.locator("button[value=down-0]:focus").waitFor();
        judge(page, width);
        page.locator("button[value=save]").click();
        page.waitForURL("**?done=menu.saved");
        page.navigate(server.resolve("/" + language + "/").toString());
        assertEquals(title, page.locator(".nav li a").first().innerText());
        judge(page, width);
    }

    private void look(Page page, int width, String language) throws IOException {
        page.navigate(server.resolve("/newsroom/manage/look").toString());
        judge(page, width);
        page.locator("main ul.list a").nth(language.equals("fr") ? 1 : 2).click();
        page.locator("#accent").fill("#f0a000");
        page.locator("#accent-dark").fill("#6fd0e8");
        page.locator("#accent-dark").focus();
        page.keyboard().press("Enter");
        page.locator("#accent[aria-invalid]").waitFor();
        judge(page, width);
        page.locator("button[value=use-accent]").click();
        page.waitForURL("**?done=saved");
        page.locator("#logo")
                .setInputFiles(new FilePayload("logo.svg", "image/svg+xml", LOGO.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[action$=logo] button.pri").click();
        page.locator(".logos img").first().waitFor();
        judge(page, width);
        page.navigate(server.resolve("/" + language + "/").toString());
        assertEquals(true, page.evaluate("""
                async () => { const logo = document.querySelector('header .logo img'); await logo.decode();
                  const box = logo.getBoundingClientRect();
                  return logo.naturalWidth === 240 && Math.abs(box.width / box.height - 4) < 0.1; }"""));
        String accent = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent')")
                .toString();
        assertTrue(accent.contains(language.equals("fr") ? "#986500" : "#6fd0e8"), accent);
        judge(page, width);
    }

    private static void judge(Page page, int width) throws IOException {
        assertEquals(List.of(), PageJudge.faults(page), page.url());
        Number wide = (Number) page.evaluate("document.documentElement.scrollWidth");
        assertTrue(wide.intValue() <= width, page.url() + " is " + wide + " pixels wide");
    }
}
