package press.rotative.newsroom.desk;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.rotative.newsroom.OwnData;
import press.rotative.newsroom.StoriesOnDesk;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.acts.EndSessions;
import press.rotative.people.signin.Arrivals;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;
import press.rotative.site.PageJudge;
import press.rotative.site.PageWatch;
import press.rotative.story.acts.ReschedulePublication;
import press.rotative.story.acts.SetExpiry;

/// A desk that stands open counts down, and alarms when a clock is late, without being loaded again.
@Tag("long")
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class AlarmInBrowserTest {
    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    @Test
    void a_desk_that_stands_open_alarms() throws Exception {
        StoriesOnDesk.Filed filed = StoriesOnDesk.file(acts);
        acts.perform(new ReschedulePublication(
                Actor.OPERATOR, filed.planned(), Instant.now().plus(Duration.ofMinutes(35))));
        long chief = Arrivals.join(
                acts, "Jane Mercer", "jane@lephare.example", "ar", Set.of(Grant.everywhere(Role.CHIEF_EDITOR)));
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = PageJudge.context(browser, 390, ColorScheme.DARK)) {
                context.addCookies(
                        List.of(new Cookie("rotative", Arrivals.comesIn(acts, chief)).setUrl(server.toString())));
                Page desk = context.newPage();
                desk.clock().install();
                List<String> asked = new ArrayList<>();
                desk.onRequest(request -> {
                    if (request.url().contains("/newsroom/alarms")) {
                        asked.add(request.url());
                    }
                });
                desk.navigate(server.resolve("/newsroom/desk").toString());
                var left = desk.locator("[data-until]:not(:empty)");
                left.waitFor();
                assertTrue(left.innerText().matches("3[45]:[0-5][0-9]"), left.innerText());
                int before = top(desk);
                String counted = left.innerText();
                desk.clock().fastForward(10_000);
                desk.waitForFunction(
                        "old => document.querySelector('[data-until]:not(:empty)').textContent !== old", counted);
                assertEquals(before, top(desk), "nothing moves while it counts");
                assertEquals(List.of(), asked, "not before half a minute");
                assertEquals(List.of(), PageJudge.faults(desk));

                LateJobs.park(database, filed.planned());
                desk.clock().fastForward(25_000);
                desk.locator("[data-alarms] [role=alert]").waitFor();
                assertTrue(desk.title().startsWith("! "), desk.title());
                assertTrue(desk.locator("#clocks li .bad").first().isVisible());
                assertEquals(List.of(), PageJudge.faults(desk));
                PageWatch.picture(desk, "alarm");
                int count = asked.size();
                desk.clock().fastForward(31_000);
                desk.waitForCondition(() -> asked.size() > count);
                assertTrue(desk.locator("[data-alarms] [role=alert]").count() == 1, "the same line stays");

                desk.locator("#clocks li:has(.bad) a").first().focus();
                desk.evaluate("window.held = document.activeElement.closest('li')");
                desk.evaluate("new MutationObserver((all) => all.forEach((one) => one.removedNodes.forEach((gone) => {"
                        + " if (gone.contains(window.held)) window.lost = true; })))"
                        + ".observe(document.body, { childList: true, subtree: true })");
                desk.evaluate("window.other = document.querySelector('#clocks li:not(:has(.bad))')");
                acts.perform(new SetExpiry(
                        Actor.OPERATOR, filed.live(), Instant.now().plus(Duration.ofMinutes(50))));
                desk.clock().fastForward(31_000);
                desk.waitForFunction("() => !window.other.isConnected");
                assertEquals(
                        true,
                        desk.evaluate("!window.lost && window.held.contains(document.activeElement)"),
                        "what did not change stays: it is not read out again, nor is its focus lost");

                Page account = context.newPage();
                account.clock().install();
                account.navigate(server.resolve("/newsroom/account").toString());
                account.locator("[data-alarms] [role=alert]").waitFor();
                acts.perform(new EndSessions(Actor.OPERATOR, chief, 0));
                account.clock().fastForward(31_000);
                account.locator("[data-alarms] a[target=_blank]").waitFor();
            }
        });
    }

    private static int top(Page page) {
        return ((Number) page.evaluate("Math.round(document.querySelector('.board').getBoundingClientRect().top)"))
                .intValue();
    }
}
