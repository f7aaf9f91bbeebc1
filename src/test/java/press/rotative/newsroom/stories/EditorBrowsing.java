package press.rotative.newsroom.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import press.rotative.newsroom.StoriesOnDesk;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.signin.Arrivals;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Draft;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.SaveDraft;

/// An editor in a real browser, under the newsroom's own policy, for the tests of it.
abstract class EditorBrowsing {
    /// The stories of each class, filed once into the data of its own.
    private static final Map<Class<?>, StoriesOnDesk.Filed> FILED = new ConcurrentHashMap<>();

    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    final List<String> faults = new ArrayList<>();

    StoriesOnDesk.Filed filed() {
        return FILED.computeIfAbsent(getClass(), none -> StoriesOnDesk.file(acts));
    }

    StoryId story() {
        return filed().live();
    }

    long editor(String name) {
        return Arrivals.join(
                acts,
                name,
                "e" + System.nanoTime() + "@lephare.example",
                "en",
                Set.of(Grant.everywhere(Role.EDITOR), Grant.everywhere(Role.PICTURE_EDITOR)));
    }

    /// A browser that obeys the policy of the pages; what it refuses is a fault.
    BrowserContext browser(Browser browser, long person) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        context.addCookies(List.of(new Cookie("rotative", Arrivals.comesIn(acts, person)).setUrl(server.toString())));
        context.setExtraHTTPHeaders(Map.of("Accept-Language", "en"));
        return context;
    }

    Page open(BrowserContext context, StoryId story) {
        Page page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
        page.navigate(server.resolve("/newsroom/stories/" + story.value()).toString());
        assertThat(text(page)).isVisible();
        return page;
    }

    static Locator text(Page page) {
        return page.locator(".ProseMirror");
    }

    static void saved(Page page) {
        page.keyboard().press("Control+s");
        assertThat(page.locator(".saveline")).hasAttribute("data-state", "saved");
    }

    static void insert(Page page, String kind) {
        page.locator(".bar")
                .getByText(kind, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /// A file that somebody uploads.
    static Path picture() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/sample/pictures"))) {
            return files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    StoryContent draft(StoryId story) {
        return database.read(sql -> new Stories(sql).draft(story))
                .map(Draft::content)
                .orElseThrow();
    }

    void begin(StoryId story, Block... blocks) {
        StoryContent before = database.read(sql -> {
            var stories = new Stories(sql);
            return stories.draft(story)
                    .map(Draft::content)
                    .or(() -> stories.liveContent(stories.get(story)))
                    .orElseThrow();
        });
        acts.perform(new SaveDraft(Actor.OPERATOR, story, null, before.withBody(new Body(List.of(blocks)))));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static void click(Page page, int paragraph) {
        text(page).locator("p").nth(paragraph).click();
        page.waitForTimeout(150);
    }

    /// A key that moves the caret; the editor hears of that by an event of its own.
    static void press(Page page, String key) {
        page.keyboard().press(key);
        page.waitForTimeout(60);
    }

    static void at(Page page, int paragraph, String typed) {
        click(page, paragraph);
        page.keyboard().press("End");
        page.keyboard().type(typed);
    }

    static void replace(Page page, int paragraph, String typed) {
        click(page, paragraph);
        page.keyboard().press("Home");
        page.keyboard().press("Shift+End");
        page.keyboard().type(typed);
    }

    static void paste(Page page, String html) {
        text(page).evaluate("""
                        (text, html) => {
                          const clipboardData = new DataTransfer();
                          clipboardData.setData('text/html', html);
                          clipboardData.setData('text/plain', 'plain');
                          text.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
                        }""", html);
    }

    List<String> ids() {
        return draft(story()).body().blocks().stream().map(Block::id).toList();
    }
}
