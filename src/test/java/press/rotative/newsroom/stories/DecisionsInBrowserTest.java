package press.rotative.newsroom.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.media.NewPicture;
import press.rotative.media.PictureId;
import press.rotative.media.Taken;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Actor;
import press.rotative.people.Role;
import press.rotative.people.signin.Arrivals;
import press.rotative.site.PageJudge;
import press.rotative.site.PageWatch;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.acts.KeepPicture;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;

/// A chief editor in a real browser looks at a text on a phone and on a desktop, publishes it and reads the receipt,
/// destroys the text of a version and a picture, and is asked who they are on the way. Every screen without a fault by
/// axe, on a wide screen and on a phone. With `-Drotative.pictures=FOLDER` each is taken as a picture.
@Tag("long")
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class DecisionsInBrowserTest extends DecidingOnScreen {
    private static final String PASSWORD = "sept bateaux et un phare";

    private final PageWatch watch = new PageWatch();
    private Browser browser;
    private Page page;
    private long person;
    private StoryId story;
    private PictureId picture;

    @Test
    void a_text_is_looked_at_published_and_destroyed_and_a_picture_too() throws IOException {
        file();
        PageJudge.inBrowser(chromium -> {
            browser = chromium;
            try (BrowserContext context = context(1280, ColorScheme.LIGHT)) {
                page = watch.open(context);
                preview();
                publish();
                destroyVersion();
                destroyPicture();
            }
        });
        assertEquals(List.of(), watch.faults());
    }

    private void file() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("src/test/corpus/pictures/agency.jpg"))) {
            NewPicture fresh = ((Taken.Fresh) press.intake().take(Actor.OPERATOR, file)).picture();
            picture = acts.perform(new KeepPicture(Actor.OPERATOR, fresh, fresh.description()))
                    .value()
                    .id();
        }
        story = Cast.published(press, filed().edition(), text("Le phare rallumé"));
        acts.perform(new SaveDraft(Actor.OPERATOR, story, null, text("Le phare est rallumé")));
        acts.perform(new PublishStory(Actor.OPERATOR, story, null, null, true));
        acts.perform(new SaveDraft(Actor.OPERATOR, story, null, text("Le phare est rallumé depuis hier")));
        person = Arrivals.join(acts, "Maud Kervarn", "maud@lephare.example", "en", PASSWORD, Role.CHIEF_EDITOR);
    }

    private StoryContent text(String headline) {
        return Cast.illustrated(
                Cast.article(headline, filed().section(), author(), "Yves Yves l’a vu.", "La lampe tourne."), picture);
    }

    private BrowserContext context(int width, ColorScheme scheme) {
        BrowserContext context = PageJudge.context(browser, width, scheme);
        context.addCookies(List.of(new Cookie("rotative", Arrivals.comesIn(acts, person)).setUrl(server.toString())));
        return context;
    }

    /// The screen that is open, here and on a phone in the dark.
    private void judge(String name) throws IOException {
        watch.judge(page, name + "-1280-light");
        try (BrowserContext phone = context(390, ColorScheme.DARK)) {
            Page small = phone.newPage();
            small.navigate(page.url());
            watch.judge(small, name + "-390-dark");
        }
    }

    private void button(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private void open(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    private void go(String path) {
        page.navigate(server.resolve(path).toString());
    }

    private Frame frame(String look) {
        Frame frame = page.locator("iframe." + look).elementHandle().contentFrame();
        frame.waitForSelector("main h1");
        return frame;
    }

    private void preview() throws IOException {
        go(path(story));
        open("Preview");
        Frame phone = frame("phone");
        assertEquals(390, ((Number) phone.evaluate("innerWidth")).intValue());
        assertTrue((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        assertTrue(phone.textContent("main").contains("Le phare est rallumé depuis hier"));
        phone.waitForFunction("document.querySelector('main img').naturalWidth > 0");
        judge("preview-phone");
        open("Both");
        assertEquals(1280, ((Number) frame("desktop").evaluate("innerWidth")).intValue());
        assertEquals(390, ((Number) frame("phone").evaluate("innerWidth")).intValue());
        judge("preview-both");
        page.locator("select[name=text]").selectOption("1");
        button("Show");
        assertTrue(frame("desktop").textContent("main").contains("Le phare rallumé"));
        Page elsewhere = page.waitForPopup(() -> page.frameLocator("iframe.phone")
                .getByRole(AriaRole.LINK)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setVisible(true))
                .nth(1)
                .click());
        assertTrue(elsewhere.url().startsWith(server.toString()), "pages of readers open beside: " + elsewhere.url());
        elsewhere.close();
    }

    private void publish() throws IOException {
        go(path(story) + "/publication");
        assertThat(page.locator("section[aria-labelledby=checks]")).containsText("“Yves” stands twice");
        assertThat(page.locator("section[aria-labelledby=effects]")).containsText("Front page Le Phare");
        judge("publication");
        button("Publish the update");
        assertThat(page.locator("#receipt")).containsText("No reader is given an older page since");
        assertThat(page.locator("#receipt")).containsText("Section Port");
        judge("receipt");
        page.reload();
        assertThat(page.locator("#receipt")).containsText("Front page Le Phare");
    }

    private void destroyVersion() throws IOException {
        page.locator("#v1").getByText("Destroy").click();
        judge("destruction");
        page.locator("#reason").fill("Une décision de justice.");
        page.locator("[name=final]").check();
        database.write(transaction -> Arrivals.provedLongAgo(transaction, person));
        button("Destroy version 1 for good");
        watch.judge(page, "destruction-proof");
        page.locator("#proof").fill(PASSWORD);
        button("Continue");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The text is destroyed for good");
        assertThat(page.locator("#v1")).containsText("text destroyed");
        assertThat(page.locator("#v1")).not().containsText("Restore");
        judge("destroyed");
    }

    private void destroyPicture() throws IOException {
        String code = story(story).code();
        go("/newsroom/pictures/" + picture.value());
        open("Destroy for good …");
        assertThat(page.locator("section[aria-labelledby=uses]")).containsText("Opens without a picture");
        judge("picture-destruction");
        page.locator("#reason").fill("Une décision de justice.");
        page.locator("[name=final]").check();
        button("Destroy the picture for good");
        assertThat(page.locator("main")).containsText("This picture was destroyed on");
        judge("picture-destroyed");
        go("/" + code);
        assertThat(page.locator("h1")).hasText("Le phare est rallumé depuis hier");
        assertThat(page.locator("main img")).hasCount(0);
        watch.judge(page, "story-without-picture");
    }
}
