package press.rotative.newsroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.newsroom.OwnData;
import press.rotative.newsroom.StoriesOnDesk;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.signin.Arrivals;
import press.rotative.publication.Acts;
import press.rotative.site.PageJudge;
import press.rotative.story.acts.SaveDraft;

/// Somebody finds a draft a moment after a colleague saved it, with the keyboard alone.
@Tag("long")
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class SearchInBrowserTest {
    @Inject
    Acts acts;

    @TestHTTPResource("/")
    URI server;

    @Test
    void slash_words_enter_and_the_story_is_open() throws Exception {
        StoriesOnDesk.Filed filed = StoriesOnDesk.file(acts);
        long person = Arrivals.join(
                acts, "Jane Mercer", "b@lephare.example", "en", Set.of(Grant.everywhere(Role.CHIEF_EDITOR)));
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = PageJudge.context(browser, 1280, ColorScheme.LIGHT)) {
                context.addCookies(
                        List.of(new Cookie("rotative", Arrivals.comesIn(acts, person)).setUrl(server.toString())));
                Page page = context.newPage();
                page.navigate(server.resolve("/newsroom/account").toString());
                acts.perform(new SaveDraft(
                        Actor.OPERATOR, filed.planned(), null, Cast.brief("Le sémaphore du cap", "Il veille.")));
                page.keyboard().press("/");
                page.keyboard().type("sémaphore");
                page.keyboard().press("Enter");
                page.waitForURL("**/newsroom/search?q=*");
                if (page.locator(".found .hd").count() == 0) { // a moment later
                    page.reload();
                }
                assertEquals(
                        List.of("Le sémaphore du cap"),
                        page.locator(".found .hd").allInnerTexts());
                assertEquals(List.of(), PageJudge.faults(page));
                page.keyboard().press("/");
                assertTrue((Boolean) page.evaluate("document.activeElement.name === 'q'"));
                page.keyboard().press("Tab");
                page.evaluate("document.activeElement.blur()");
                page.keyboard().press("j");
                page.keyboard().press("Enter");
                page.waitForURL("**/newsroom/stories/" + filed.planned().value());
            }
        });
    }
}
