package press.rotative.newsroom.desk;

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

/// Single keys on the board.
@Tag("long")
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class DeskKeysInBrowserTest {
    @Inject
    Acts acts;

    @TestHTTPResource("/")
    URI server;

    @Test
    void keys_go_across_the_board_and_preview_what_they_reached() throws Exception {
        StoriesOnDesk.file(acts);
        PageJudge.inBrowser(browser -> {
            across(browser, "en", "l", "h");
            across(browser, "ar", "h", "l");
        });
    }

    /// @param onward the key that leads towards the end of the page's own direction
    private void across(Browser browser, String language, String onward, String back) {
        long chief = Arrivals.join(
                acts,
                "Jane Mercer",
                "jane-" + language + "@lephare.example",
                language,
                Set.of(Grant.everywhere(Role.CHIEF_EDITOR)));
        try (BrowserContext context = PageJudge.context(browser, 1280, ColorScheme.LIGHT)) {
            context.addCookies(
                    List.of(new Cookie("rotative", Arrivals.comesIn(acts, chief)).setUrl(server.toString())));
            Page desk = context.newPage();
            desk.navigate(server.resolve("/newsroom/desk").toString());
            desk.keyboard().press(onward);
            int first = column(desk);
            assertTrue(first >= 0, "a story has the focus");
            desk.keyboard().press(onward);
            int second = column(desk);
            assertTrue(second > first, language + ": from " + first + " to " + second);
            desk.keyboard().press(back);
            assertEquals(first, column(desk));
            desk.keyboard().press("p");
            desk.waitForURL("**/newsroom/stories/*/preview");
        }
    }

    private static int column(Page page) {
        return ((Number) page.evaluate("[...document.querySelectorAll('.board > section')]"
                        + ".findIndex(each => each.contains(document.activeElement))"))
                .intValue();
    }
}
