package press.rotative.newsroom.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.signin.Arrivals;
import press.rotative.site.PageJudge;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.Workflow;

/// A reporter files from a phone: touches, a narrow screen, and a keyboard that covers half of it.
@Tag("long")
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class PhoneFilingInBrowserTest extends EditorBrowsing {
    private static final int WIDTH = 390;

    @Test
    void a_story_with_a_picture_is_filed_from_a_phone() throws IOException {
        filed();
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = phone(browser, "en")) {
                Page page = context.newPage();
                page.onPageError(faults::add);
                page.navigate(server.resolve("/newsroom/stories/new").toString());
                page.selectOption("#place", new SelectOption().setLabel("Port"));
                page.locator("#headline").tap();
                page.keyboard().type("La rade à marée basse");
                fits(page);
                button(page, "Begin").tap();
                assertThat(text(page)).isVisible();
                StoryId story = new StoryId(Long.parseLong(page.url().replaceAll(".*/stories/([0-9]+).*", "$1")));
                page.setViewportSize(WIDTH, 420); // the keyboard is out
                page.locator("#standfirst").tap();
                page.keyboard().type("Les coquillages sont là.");
                text(page).tap();
                page.keyboard().type("Premier constat, au pied de la digue.");
                page.keyboard().press("Enter");
                page.keyboard().type("Second constat, plus au large.");
                reached(page, button(page, "Save"));
                fits(page);
                page.setViewportSize(WIDTH, 844);
                insert(page, "Picture");
                page.locator("dialog input[type=file]").setInputFiles(picture());
                page.locator(".k-picture textarea").last().fill("Un quai sous la pluie.");
                fits(page);
                button(page, "Save").tap();
                assertThat(page.locator(".saveline")).hasAttribute("data-state", "saved");
                assertEquals(List.of(), PageJudge.faults(page));
                StoryContent kept = draft(story);
                assertEquals("La rade à marée basse", kept.headline());
                assertEquals("Les coquillages sont là.", kept.standfirst());
                assertEquals("""
                        Premier constat, au pied de la digue.

                        Second constat, plus au large.

                        picture null, Un quai sous la pluie.""", Written.of(kept.body().blocks()));
                button(page, "Send to review").tap();
                page.waitForURL("**done=story.handed.on**");
                assertEquals(
                        Workflow.IN_REVIEW,
                        database.read(sql -> new Stories(sql).get(story)).workflow());
                fits(page);
            }
        });
        assertEquals(List.of(), faults);
    }

    private BrowserContext phone(Browser browser, String language) {
        long reporter = Arrivals.join(
                acts, "Noé Abgrall", "noe@lephare.example", language, Set.of(Grant.everywhere(Role.REPORTER)));
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDTH, 844)
                .setHasTouch(true)
                .setIsMobile(true)
                .setBypassCSP(true));
        context.addCookies(List.of(new Cookie("rotative", Arrivals.comesIn(acts, reporter)).setUrl(server.toString())));
        return context;
    }

    /// Nothing has to be scrolled to the side.
    private static void fits(Page page) {
        assertEquals(WIDTH, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }

    /// It is on the screen as it stands, and nothing lies over it.
    private static void reached(Page page, Locator button) {
        var box = Objects.requireNonNull(button.boundingBox(), "it is shown");
        int height = page.viewportSize().height;
        assertTrue(box.y >= 0 && box.y + box.height <= height, "from " + box.y + " in a height of " + height);
        assertTrue((Boolean) button.evaluate("""
                button => {
                  const box = button.getBoundingClientRect();
                  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                  return button === top || button.contains(top);
                }"""), "nothing lies over it");
    }
}
