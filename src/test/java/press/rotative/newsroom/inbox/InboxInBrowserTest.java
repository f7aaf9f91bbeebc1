package press.rotative.newsroom.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.signin.Arrivals;
import press.rotative.publication.Acts;
import press.rotative.site.PageJudge;
import press.rotative.site.PageWatch;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;

/// An editor sends a capture, sees what is in doubt, corrects a kind, takes a line in, takes the story in and
/// publishes it. With `-Drotative.pictures=FOLDER` the screens are taken as pictures in three languages, both
/// widths and both themes.
@Tag("long")
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class InboxInBrowserTest {

    @Inject
    Acts acts;

    @TestHTTPResource("/")
    URI server;

    @Test
    void a_capture_is_sent_settled_taken_in_and_published() throws Exception {
        var edition = acts.perform(
                        new CreateEdition(Actor.OPERATOR, "en", "en", false, "The Beacon", null, "Europe/London", null))
                .value();
        acts.perform(new CreateSection(Actor.OPERATOR, edition, "Port", null));
        acts.perform(new CreateAuthor(Actor.OPERATOR, "Mabel Harrow", null));
        PageJudge.inBrowser(browser -> {
            journey(browser);
            for (String language : PageWatch.takesPictures() ? List.of("fr", "en", "ar") : List.of("fr", "ar")) {
                look(browser, language);
            }
        });
    }

    private BrowserContext context(Browser browser, String language, int width, ColorScheme theme) {
        long person = Arrivals.join(
                acts,
                "Jane Mercer",
                "s" + System.nanoTime() + "@beacon.example",
                language,
                Set.of(Grant.everywhere(Role.CHIEF_EDITOR)));
        BrowserContext context = PageJudge.context(browser, width, theme);
        context.addCookies(List.of(new Cookie("rotative", Arrivals.comesIn(acts, person)).setUrl(server.toString())));
        return context;
    }

    private void journey(Browser browser) throws IOException {
        try (BrowserContext context = context(browser, "en", 1280, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(server.resolve("/newsroom/inbox").toString());
            page.keyboard().press("u");
            assertTrue((Boolean) page.evaluate("document.activeElement.type === 'file'"));
            page.locator("[data-captures] [name=edition]").selectOption("en");
            page.locator("[data-captures] [name=section]").selectOption(new SelectOption().setLabel("Port"));
            page.locator("input[type=file]").setInputFiles(new FilePayload[] {
                file("tides.txt", SentCaptures.page("The tides of the bay")),
                file("ferry.txt", SentCaptures.page("The ferry sails again")),
                file("second.txt", SentCaptures.page("The second ferry sails")),
                new FilePayload("notes.png", "image/png", new byte[] {0, 1, 2, 0, 3})
            });
            page.locator("[data-captures] .pri").click();
            page.waitForSelector(".band .list .bad");
            assertEquals(3, page.locator(".band .list .okc").count());
            assertEquals(List.of(), PageJudge.faults(page));

            page.keyboard().press("j");
            page.keyboard().press("x");
            assertEquals(1, page.locator(".inboxlist :checked").count());
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL("**/newsroom/inbox/*");
            assertTrue(page.locator(".doubts > li").count() >= 3);
            assertEquals(List.of(), PageJudge.faults(page));

            var concept = page.locator(".conceptsx li:has-text('Osterline')");
            concept.locator("select").selectOption("event");
            concept.locator("button[value=kind]").click();
            page.waitForSelector(".conceptsx .okc");
            page.locator(".ledger li:has-text('Share') a").click();
            page.locator("#chosen button:not([name])").click();
            page.waitForSelector(".asread p:has-text('Share')");
            page.locator("button:has-text('All is right as it is')").click();
            page.waitForSelector("#doubts .okc");
            assertEquals(List.of(), PageJudge.faults(page));

            List<Route> asked = new ArrayList<>();
            page.route("**/standing", asked::add);
            page.keyboard().press("a");
            page.keyboard().press("Enter");
            page.waitForURL("**/newsroom/stories/*");
            assertTrue(page.content().contains("The story is on the desk."));
            page.waitForCondition(() -> !asked.isEmpty());
            page.fill("#standfirst", "The ferry of Oster Bay is back after a winter in the yard.");
            page.fill("#byline", "Mabel Harrow");
            page.keyboard().press("Control+s"); // before the editor has begun: it saves what stands there then
            page.unroute("**/standing");
            asked.forEach(Route::resume);
            page.waitForFunction("!document.querySelector('#checks').textContent.includes('byline is missing')");
            String story = page.url().replaceAll("[?#].*", "");
            page.navigate(story + "/publication");
            page.locator("main form button.go, main form button.pri").first().click();
            page.waitForURL(url -> url.contains("done=story.live"));
            page.locator("a:has-text('public page')").first().click();
            page.waitForSelector("h1:has-text('The ferry sails again')");
            assertTrue(page.content().contains("Share"));

            page.navigate(server.resolve("/newsroom/inbox").toString());
            page.keyboard().press("j");
            page.keyboard().press("x");
            page.locator(".bulk [value=discard]").click();
            page.waitForSelector("#reason-wrong");
            assertEquals(1, page.locator(".inboxlist :checked").count(), "the tick is still there");
            judge(page, "reason", "en", 1280, ColorScheme.LIGHT);
            page.fill(".bulk [name=reason]", "Old news");
            page.keyboard().press("Enter");
            page.waitForSelector("text=Take it back");
            page.navigate(server.resolve("/newsroom/inbox?view=discarded").toString());
            assertTrue(page.locator(".inboxlist").textContent().contains("Discarded: Old news"), "Enter discards");
        }
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private void look(Browser browser, String language) throws IOException {
        for (int width : new int[] {390, 1280}) {
            for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                if (!PageWatch.takesPictures() && (width == 390) != (theme == ColorScheme.LIGHT)) {
                    continue;
                }
                try (BrowserContext context = context(browser, language, width, theme)) {
                    Page page = context.newPage();
                    page.navigate(server.resolve("/newsroom/inbox").toString());
                    judge(page, "inbox", language, width, theme);
                    String path = page.locator(".inboxlist .hd").first().getAttribute("href");
                    page.navigate(server.resolve(path).toString());
                    judge(page, "import", language, width, theme);
                    page.navigate(server.resolve(path + "/concepts/0").toString());
                    judge(page, "concept", language, width, theme);
                }
            }
        }
    }

    private static void judge(Page page, String name, String language, int width, ColorScheme theme)
            throws IOException {
        PageWatch.picture(page, name + "-" + language + "-" + width + "-" + theme);
        assertEquals(List.of(), PageJudge.faults(page), name + " " + language + " " + width + " " + theme);
        assertTrue(
                (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"),
                name + " " + language + " is wider than " + width);
    }
}
