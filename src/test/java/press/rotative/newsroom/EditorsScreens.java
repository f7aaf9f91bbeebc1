package press.rotative.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ViewportSize;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.rotative.Press;
import press.rotative.people.Actor;
import press.rotative.people.Staff;
import press.rotative.people.signin.Codes;
import press.rotative.people.signin.Setup;
import press.rotative.platform.Seal;
import press.rotative.publication.Acts;
import press.rotative.site.PageJudge;
import press.rotative.story.StoryId;
import press.rotative.webhooks.Courier;

/// Takes the pictures of the editors' documentation: the sample newsroom is opened in a fresh data directory, its
/// first administrator comes in, and every screen that `docs/editors` speaks of is taken as it stands in a browser.
/// `./rotative screens` runs it; no other run of the tests does.
///
/// Written into `docs/pictures/editors` as WebP, which Chromium writes itself; what is no longer taken goes.
@QuarkusTest
@QuarkusTestResource(value = SampleData.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = OwnMachine.class, restrictToAnnotatedClass = true)
@Tag("screens")
class EditorsScreens {
    private static final Path FOLDER = Path.of("docs/pictures/editors");
    private static final String NELL = "nell.ashdown@lephare.example";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 860;
    /// Pixels below what a screen ends with.
    private static final int FOOT = 56;
    private static final int MARGIN = 16;
    private static final int QUALITY = 72;

    @Inject
    Acts acts;

    @Inject
    Press press;

    @Inject
    Courier courier;

    @Inject
    Seal seal;

    @TestHTTPResource("/")
    URI server;

    private final Set<String> taken = new HashSet<>();
    private SampleAtWork sample;
    private Browser browser;
    private Page page;

    @Test
    void the_screens_that_the_documentation_speaks_of() throws Exception {
        server = URI.create("http://localhost:" + server.getPort()); // passkeys are offered under a name only
        Files.createDirectories(FOLDER);
        PageJudge.inBrowser(chromium -> {
            browser = chromium;
            List<Cookie> session;
            try (BrowserContext context = context(WIDTH, ColorScheme.LIGHT, 1)) {
                page = context.newPage();
                comeIn();
                sample = new SampleAtWork(press);
                desk();
                stories();
                library();
                managing();
                people();
                inbox();
                session = context.cookies();
            }
            in(session, WIDTH, ColorScheme.DARK, 1, () -> {
                go(path(sample.decided));
                written();
                take("differences");
            });
            in(session, 390, ColorScheme.LIGHT, 2, () -> {
                go(path(sample.draft));
                written();
                take("phone");
            });
            in(session, WIDTH, ColorScheme.LIGHT, 1, this::signIn);
            var arabic = new Cookie("rotative", sample.arabic()).setUrl(server.toString());
            in(List.of(arabic), WIDTH, ColorScheme.LIGHT, 1, () -> {
                go("/newsroom/desk");
                take("desk-arabic");
            });
        });
        var there = new TreeSet<String>();
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".webp", "");
                if (!taken.contains(name)) {
                    Files.delete(file);
                } else {
                    there.add(name);
                }
            }
        }
        assertEquals(new TreeSet<>(taken), there);
    }

    private interface Walk {
        void go() throws IOException;
    }

    private void in(List<Cookie> session, int width, ColorScheme scheme, int density, Walk walk) throws IOException {
        try (BrowserContext context = context(width, scheme, density)) {
            context.addCookies(session);
            page = context.newPage();
            walk.go();
        }
    }

    private BrowserContext context(int width, ColorScheme scheme, int density) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setDeviceScaleFactor(density)
                .setColorScheme(scheme)
                .setTimezoneId("Europe/Paris")
                .setLocale("en-GB"));
        context.setDefaultTimeout(20_000);
        return context;
    }

    private void go(String path) {
        page.navigate(server.resolve(path).toString());
    }

    private static String path(StoryId story) {
        return "/newsroom/stories/" + story.value();
    }

    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    /// The editor has begun.
    private void written() {
        assertThat(page.locator(".ProseMirror")).isVisible();
        page.waitForTimeout(400);
    }

    private void take(String name) throws IOException {
        take(name, HEIGHT);
    }

    /// The screen from its top to its end, at most so high: in a window of just that height, so that what stands at
    /// the foot of a window stands there.
    private void take(String name, int most) throws IOException {
        ViewportSize window = page.viewportSize();
        int end = ((Number) page.evaluate("""
                () => Math.max(...[...document.querySelectorAll('main *, nav *')].map(each => {
                  const box = each.getBoundingClientRect(); return box.width && box.height ? box.bottom + scrollY : 0; }))""")).intValue();
        page.setViewportSize(window.width, Math.min(most, end + FOOT));
        take(name, 0, 0, window.width, page.viewportSize().height);
        page.setViewportSize(window.width, window.height);
    }

    private void take(String name, double left, double top, double width, double height) throws IOException {
        page.evaluate("""
                async () => { await document.fonts.ready; if (document.activeElement) document.activeElement.blur();
                  const images = [...document.images].filter(each => each.getBoundingClientRect().top < innerHeight);
                  images.forEach(each => each.loading = 'eager');
                  await Promise.allSettled(images.map(each => each.decode())); }""");
        var clip = new JsonObject();
        clip.addProperty("x", left);
        clip.addProperty("y", top);
        clip.addProperty("width", width);
        clip.addProperty("height", height);
        clip.addProperty("scale", 1);
        var wish = new JsonObject();
        wish.addProperty("format", "webp");
        wish.addProperty("quality", QUALITY);
        wish.add("clip", clip);
        var devTools = page.context().newCDPSession(page);
        String bytes = devTools.send("Page.captureScreenshot", wish).get("data").getAsString();
        devTools.detach();
        Files.write(FOLDER.resolve(name + ".webp"), Base64.getDecoder().decode(bytes));
        taken.add(name);
    }

    private void comeIn() throws IOException {
        String link = acts.perform(transaction -> Setup.newLink(transaction, new SecureRandom()))
                .value()
                .orElseThrow();
        go("/newsroom/setup/" + link);
        page.fill("#name", "Nell Ashdown");
        page.fill("#email", NELL);
        page.fill("#password", "sept bateaux et un phare");
        take("setup");
        press("Begin");
        page.fill("#code", Codes.now(Codes.secretIn(page.content()), 0));
        take("factor");
        press("Continue");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("I have kept them"))
                .click();
        page.waitForURL("**/newsroom/desk");
    }

    private void signIn() throws IOException {
        go("/newsroom/account");
        take("account");
        page.context().clearCookies();
        go("/newsroom/sign-in");
        take("sign-in");
    }

    private void desk() throws IOException {
        sample.open();
        go("/newsroom/desk");
        take("desk");
        go("/newsroom/desk?view=list");
        page.locator("main [type=checkbox][name=story]").nth(2).check();
        page.locator("main [type=checkbox][name=story]").nth(3).check();
        take("list");
        page.waitForCondition(() -> {
            go("/newsroom/search?q=pontoon");
            return page.locator("main mark").count() > 3;
        });
        take("search");
    }

    private void stories() throws IOException {
        go(path(sample.draft));
        written();
        take("writing", 1150);
        go(path(sample.update));
        written();
        take("story");
        go(path(sample.update) + "/publication");
        take("publication");
        go(path(sample.update) + "/comparison?from=1&to=2");
        take("comparison");
        go(path(sample.scheduled) + "/rescheduling");
        take("schedule");
        go(path(sample.translation));
        written();
        take("translation");
        go("/newsroom/fronts");
        page.locator("main .list a", new Page.LocatorOptions().setHasText("Beacon"))
                .first()
                .click();
        page.locator(".blocks").waitFor();
        take("front");
    }

    private void library() throws IOException {
        go("/newsroom/pictures");
        take("library");
        go("/newsroom/pictures/" + sample.ending.value());
        take("picture");
        BoundingBox spot = page.locator("[data-spot]").boundingBox();
        BoundingBox crops = page.locator(".crops").boundingBox();
        double top = spot.y - MARGIN;
        take("focal-point", spot.x - MARGIN, top, spot.width + 2 * MARGIN, crops.y + crops.height + MARGIN - top);
    }

    private void managing() throws IOException {
        go("/newsroom/manage/sections");
        take("sections");
        go("/newsroom/manage/menus");
        page.locator("main a[href$='/main']").nth(1).click();
        page.locator("[name=add]").waitFor();
        take("menu");
        go("/newsroom/manage/look/0");
        take("look");
        go("/newsroom/manage/pages");
        take("pages");
        go("/newsroom/manage/concepts?q=port");
        take("concepts");
    }

    private void people() throws IOException {
        Actor nell = press.database().read(sql -> {
            var staff = new Staff(sql);
            return staff.actor(staff.withAddress(NELL).orElseThrow().id()).orElseThrow();
        });
        sample.invite(nell);
        sample.keys(nell);
        go("/newsroom/staff");
        take("staff");
        go("/newsroom/staff/invitations");
        take("invitations");
        go("/newsroom/keys");
        take("keys");
        go("/newsroom/webhooks/" + sample.webhook(nell, courier, seal).value());
        take("webhook", 1400);
        go("/newsroom/journal");
        take("journal");
    }

    private void inbox() throws IOException {
        sample.captures();
        go("/newsroom/inbox");
        take("inbox");
        page.locator(".inboxlist .hd").first().click();
        page.waitForURL("**/newsroom/inbox/*");
        take("import");
    }
}
