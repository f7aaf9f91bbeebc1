package press.rotative.newsroom.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.signin.Arrivals;
import press.rotative.platform.Database;
import press.rotative.publication.Act;
import press.rotative.publication.Acts;
import press.rotative.site.PageJudge;
import press.rotative.site.PageWatch;
import press.rotative.story.AuthorId;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.EditionId;
import press.rotative.story.SectionId;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.TranslateStory;

/// The way of a translation in a real browser: begun from a French story, written in Arabic beside it, published, left
/// behind, brought up to date, killed with its original; every screen on the way without a fault by axe, on a wide
/// screen and on a phone. With `-Drotative.pictures=FOLDER` each is taken as a picture in French and Arabic, both
/// widths and both themes.
@Tag("long")
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class TranslationInBrowserTest {
    private static final List<String> LANGUAGES = List.of("en", "fr", "ar");

    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    private final PageWatch watch = new PageWatch();
    private final Map<String, String> sessions = new java.util.HashMap<>();
    private Browser browser;
    private Page page;
    private SectionId port;
    private AuthorId author;
    private StoryId original;
    private StoryId third;

    private record Window(String language, int width, ColorScheme scheme) {}

    @Test
    void a_story_is_translated_left_behind_brought_up_and_killed_with_its_original() throws IOException {
        file();
        for (String language : LANGUAGES) {
            sessions.put(language, comesIn(language));
        }
        PageJudge.inBrowser(chromium -> {
            browser = chromium;
            try (BrowserContext context = context(new Window("en", 1280, ColorScheme.LIGHT))) {
                page = watch.open(context);
                translate();
                fallBehind();
                kill();
            }
        });
        assertEquals(List.of(), watch.faults());
    }

    private void file() {
        EditionId french = edition("fr", false, "Le Phare");
        EditionId english = edition("en", false, "The Beacon");
        EditionId arabic = edition("ar", true, "المنارة");
        port = perform(new CreateSection(Actor.OPERATOR, french, "Port", null));
        perform(new CreateSection(Actor.OPERATOR, arabic, "الميناء", null));
        SectionId harbour = perform(new CreateSection(Actor.OPERATOR, english, "Harbour", null));
        author = perform(new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null)).id();
        original = perform(new CreateStory(
                        Actor.OPERATOR, french, text("Le ferry électrique accostera avant l’été"), null, false))
                .story();
        perform(new PublishStory(Actor.OPERATOR, original, null, null, true));
        third = perform(new TranslateStory(Actor.OPERATOR, original, english, harbour))
                .story();
        perform(new PublishStory(Actor.OPERATOR, third, null, null, true));
    }

    private EditionId edition(String code, boolean rightToLeft, String name) {
        return perform(new CreateEdition(Actor.OPERATOR, code, code, rightToLeft, name, null, "Europe/Paris", null));
    }

    private StoryContent text(String headline) {
        return Cast.article(headline, port, author)
                .withBody(new Body(List.of(
                        Block.Paragraph.of("", "Le premier bateau sans fumée est attendu au quai nord."),
                        new Block.Heading("", "Trois traversées par jour", 2),
                        Block.Paragraph.of("", "La régie promet un billet à cinq euros."))));
    }

    private <T> T perform(Act<T> act) {
        return acts.perform(act).value();
    }

    private String comesIn(String language) {
        long person = Arrivals.join(
                acts,
                "Maud Kervarn",
                language + "@lephare.example",
                language,
                Set.of(Grant.everywhere(Role.CHIEF_EDITOR)));
        return Arrivals.comesIn(acts, person);
    }

    private BrowserContext context(Window window) {
        BrowserContext context = PageJudge.context(browser, window.width(), window.scheme());
        context.addCookies(List.of(new Cookie("rotative", sessions.get(window.language())).setUrl(server.toString())));
        return context;
    }

    /// What axe says against the screen that is open, and whether it is as wide as its window, here and in the other
    /// windows.
    private void judge(String name) throws IOException {
        watch.judge(page, name + "-en-1280-light");
        String here = page.url();
        for (Window window : windows()) {
            try (BrowserContext context = context(window)) {
                Page other = context.newPage();
                other.navigate(here);
                watch.judge(
                        other,
                        name + "-" + window.language() + "-" + window.width() + "-"
                                + window.scheme().name().toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    private static List<Window> windows() {
        if (!PageWatch.takesPictures()) {
            return List.of(new Window("ar", 390, ColorScheme.DARK), new Window("fr", 1280, ColorScheme.LIGHT));
        }
        var all = new ArrayList<Window>();
        for (String language : List.of("fr", "ar")) {
            for (int width : List.of(390, 1280)) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    all.add(new Window(language, width, scheme));
                }
            }
        }
        return all;
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
                .click();
    }

    private void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    private void translate() throws IOException {
        go(path(original));
        assertThat(page.locator("#family")).containsText("The Beacon");
        judge("original");
        page.locator("form.into select")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("الميناء"));
        press("Begin المنارة");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The translation is begun");
        assertThat(page.locator(".orig")).isVisible();
        assertThat(page.locator(".ProseMirror p").first())
                .hasText("Le premier bateau sans fumée est attendu au quai nord.");
        assertEquals("rtl", page.locator("#headline").getAttribute("dir"));
        assertEquals("ltr", page.locator(".orig div[lang=fr]").getAttribute("dir"));
        BoundingBox beside = page.locator(".orig").boundingBox();
        BoundingBox text = page.locator(".ProseMirror").boundingBox();
        assertTrue(beside.x + beside.width <= text.x, "the original stands beside the text");
        judge("editor");
        onAPhone();
        page.locator("#headline").fill("العبّارة الكهربائية ترسو قبل الصيف");
        page.locator("#standfirst").fill("أول عبّارة بلا دخان في الميناء.");
        replaceParagraph(0, "ينتظر الرصيف الشمالي أول مركب بلا دخان.");
        replaceParagraph(1, "تعد الإدارة بتذكرة بخمسة يورو.");
        page.keyboard().press("Control+s");
        assertThat(page.locator(".saveline")).hasAttribute("data-state", "saved");
        assertThat(page.locator("#checks")).containsText("1 part still reads as in the original");
        follow("Publish");
        press("Publish");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The public reads it now");
        follow("Public page");
        assertThat(page.locator("link[hreflang=fr]")).hasCount(1);
        assertThat(page.locator("h1")).hasText("العبّارة الكهربائية ترسو قبل الصيف");
        page.goBack();
    }

    private void replaceParagraph(int number, String words) {
        page.locator(".ProseMirror p").nth(number).click();
        page.waitForTimeout(150);
        page.keyboard().press("Home");
        page.keyboard().press("Shift+End");
        page.keyboard().insertText(words);
    }

    private void onAPhone() {
        try (BrowserContext phone = context(new Window("en", 390, ColorScheme.LIGHT))) {
            Page small = phone.newPage();
            small.navigate(page.url());
            assertThat(small.locator(".orig")).isHidden();
            small.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("The original").setExact(true))
                    .click();
            assertThat(small.locator(".whole")).containsText("Trois traversées par jour");
        }
    }

    private void fallBehind() throws IOException {
        String translation = page.url();
        StoryContent changed = database.read(sql -> {
            var stories = new Stories(sql);
            return stories.liveContent(stories.get(original)).orElseThrow();
        });
        List<Block> blocks = new ArrayList<>(changed.body().blocks());
        blocks.set(2, Block.Paragraph.of(blocks.get(2).id(), "La régie promet un billet à sept euros."));
        perform(new SaveDraft(Actor.OPERATOR, original, null, changed.withBody(new Body(blocks))));
        perform(new PublishStory(Actor.OPERATOR, original, null, null, true));

        go("/newsroom/desk?behind=on");
        assertThat(page.locator(".board li")).hasCount(2);
        judge("desk");
        page.navigate(translation);
        String flag = "Out of date: made from version 1, the original is at version 2";
        assertThat(page.locator("#family").getByText(flag).first()).isVisible();
        assertThat(page.locator(".orig .otherwise")).containsText("sept euros");
        judge("behind");
        follow("What the original changed since");
        assertThat(page.locator(".changed del")).hasText("cinq");
        assertThat(page.locator(".changed ins")).hasText("sept");
        judge("difference");
        press("The translation is up to date with version 2");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The translation is up to date");
        assertThat(page.locator("#family")).not().containsText("What the original changed since");
        go("/newsroom/desk?behind=on");
        assertThat(page.locator(".board li")).hasCount(1);
    }

    private void kill() throws IOException {
        go(path(original));
        follow("Kill in all languages");
        assertThat(page.locator("fieldset")).hasCount(3);
        judge("kill");
        page.getByLabel("Public notice in Le Phare").fill("Cet article était faux.");
        page.getByLabel("Public notice in The Beacon").fill("This story was false.");
        page.locator("#reason").fill("Une fausse nouvelle.");
        page.locator("[name=final]").check();
        press("Kill all that are ticked");
        assertThat(page.locator("main")).containsText("This is needed");
        watch.judge(page, "kill-refused");
        page.getByLabel("Public notice in المنارة").fill("كانت هذه المادة خاطئة.");
        press("Kill all that are ticked");
        assertThat(page.locator(".receipts li")).hasCount(3);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("3 stories are killed at once");
        watch.judge(page, "receipts");
        String code = database.read(sql -> new Stories(sql).get(third)).code();
        page.navigate(server.resolve("/" + code).toString());
        assertThat(page.locator("main")).containsText("This story was false.");
    }
}
