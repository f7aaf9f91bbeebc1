package press.rotative.newsroom.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Actor;
import press.rotative.site.PageJudge;
import press.rotative.story.Block;
import press.rotative.story.acts.SaveDraft;

/// No word is lost in the editor, whatever the server refuses and whoever else writes.
@Tag("long")
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class WordsKeptInBrowserTest extends EditorBrowsing {
    private String written() {
        return Written.of(draft(story()).body().blocks());
    }

    @Test
    void a_heading_that_is_too_long_holds_nothing_else_up_and_waits_in_the_browser() throws IOException {
        begin(
                story(),
                Block.Paragraph.of("", "Avant."),
                new Block.Heading("", "Titre", 2),
                Block.Paragraph.of("", "Après."));
        List<String> begun = ids();
        String more = " encore".repeat(50);
        PageJudge.inBrowser(browser -> {
            long person = editor("Maud Kervarn");
            try (BrowserContext context = browser(browser, person)) {
                Page page = open(context, story());
                text(page).locator("h2").click();
                press(page, "End");
                page.keyboard().insertText(more);
                at(page, 0, " Un.");
                assertThat(page.locator(".saveline")).hasAttribute("data-state", "refused");
                assertThat(text(page).locator(".wrongx")).containsText("At most 300 letters; these are 355.");
                assertEquals("Avant. Un.\n\n## Titre\n\nAprès.", written());
                at(page, 1, " Deux.");
                page.locator("[name=standfirst]").fill("Un chapô.");
                assertThat(page.locator(".saveline")).hasAttribute("data-state", "writing");
                assertThat(page.locator(".saveline")).hasAttribute("data-state", "refused");
                assertEquals("Avant. Un.\n\n## Titre\n\nAprès. Deux.", written(), "the rest is saved on");
                assertEquals("Un chapô.", draft(story()).standfirst());
                assertThat(text(page).locator("h2")).containsText("Titre" + more);

                press(page, "Control+End");
                text(page).focus();
                press(page, "Control+End");
                press(page, "Enter");
                page.keyboard().insertText("## ");
                page.keyboard().type("Neuf");
                page.keyboard().insertText(more);
                press(page, "Enter");
                page.keyboard().type("Fin.");
                assertThat(text(page).locator(".wrongx")).hasCount(2);
                assertThat(text(page).locator("> :nth-last-child(2)")).hasClass(Pattern.compile("\\bwrongx\\b"));
                assertTrue(written().endsWith("Après. Deux.\n\nFin."), written());
                page.close();

                Page again = open(context, story());
                assertThat(again.locator(".offer")).containsText("were not saved");
                button(again, "Take them up").click();
                assertThat(text(again).locator(".wrongx")).hasCount(2);
                for (int heading = 0; heading < 2; heading++) {
                    text(again).locator("h2").nth(heading).click();
                    press(again, "End");
                    for (int i = 0; i < 90; i++) {
                        again.keyboard().press("Backspace");
                    }
                }
                saved(again);
                assertThat(text(again).locator(".wrongx")).hasCount(0);
                List<Block> blocks = draft(story()).body().blocks();
                assertEquals(
                        5 + more.length() - 90,
                        ((Block.Heading) blocks.get(1)).text().length());
                assertEquals(
                        4 + more.length() - 90,
                        ((Block.Heading) blocks.get(3)).text().length());
                assertEquals("Fin.", ((Block.Paragraph) blocks.get(4)).text());
                assertEquals(begun, ids().subList(0, 3));
                again.reload();
                assertThat(text(again)).isVisible();
                assertThat(again.locator(".offer")).hasCount(0);
            }
        });
        assertEquals(List.of(), faults);
    }

    @Test
    void what_another_made_of_a_refused_block_comes_when_its_writer_gives_in() throws IOException {
        begin(story(), Block.Paragraph.of("", "Avant."), new Block.Heading("", "Titre", 2));
        List<String> begun = ids();
        var patience = new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = browser(browser, editor("Maud Kervarn"))) {
                Page page = open(context, story());
                text(page).locator("h2").click();
                press(page, "End");
                page.keyboard().insertText(" encore".repeat(50));
                assertThat(text(page).locator(".wrongx")).hasCount(1);
                begin(
                        story(),
                        Block.Paragraph.of(begun.get(0), "Avant, dit Ronan."),
                        new Block.Heading(begun.get(1), "Titre de Ronan", 2));
                assertThat(text(page)).containsText("Avant, dit Ronan.", patience);
                assertThat(text(page).locator("h2")).containsText("Titre encore encore");
                assertThat(text(page).locator(".wrongx")).hasCount(1);
                press(page, "Control+z");
                assertThat(text(page).locator(".wrongx")).hasCount(0);
                assertThat(text(page).locator("[aria-invalid]")).hasCount(0);
                assertThat(text(page).locator("h2")).containsText("Titre de Ronan", patience);
                saved(page);
                assertEquals("Avant, dit Ronan.\n\n## Titre de Ronan", written());
                assertEquals(begun, ids());
            }
        });
        assertEquals(List.of(), faults);
    }

    @Test
    void text_that_lay_in_the_browser_for_long_is_thrown_away_when_its_writer_says_so() throws IOException {
        begin(story(), Block.Paragraph.of("", "Avant."));
        PageJudge.inBrowser(browser -> {
            long person = editor("Maud Kervarn");
            try (BrowserContext context = browser(browser, person)) {
                Page page = open(context, story());
                page.evaluate("""
                        (person) => {
                          const left = (story, who, days) =>
                            localStorage.setItem(`rotative.story.${story}.${who}.1`,
                              JSON.stringify({at: Date.now() - days * 86400000, base: '{}', fields: {}, changes: [], ids: []}));
                          left(901, person, 40);
                          left(902, person, 10);
                          left(903, person + '9', 40);
                        }""", Long.toString(person));
                page.reload();
                assertThat(page.locator(".old")).containsText("Story 901");
                assertThat(page.locator(".old li")).hasCount(1);
                PageJudge.faults(page).forEach(faults::add);
                button(page, "Keep them").click();
                page.reload();
                assertThat(text(page)).isVisible();
                page.waitForTimeout(500);
                assertThat(page.locator(".old")).hasCount(0);
                page.evaluate("""
                        (key) => localStorage.setItem(key,
                          JSON.stringify({...JSON.parse(localStorage.getItem(key)), asked: Date.now() - 31 * 86400000}))""", "rotative.story.901." + person + ".1");
                page.reload();
                button(page, "Throw them all away").click();
                assertEquals(
                        List.of("rotative.story.902." + person + ".1", "rotative.story.903." + person + "9.1"),
                        page.evaluate("() => Object.keys(localStorage).filter((key) => /[.]90/.test(key)).sort()"));
            }
        });
        assertEquals(List.of(), faults);
    }

    @Test
    void a_block_that_is_emptied_here_while_another_writes_in_it_stays_one_block() throws IOException {
        begin(story(), Block.Paragraph.of("", "Le premier."), Block.Paragraph.of("", "Le second."));
        List<String> begun = ids();
        PageJudge.inBrowser(browser -> {
            try (BrowserContext one = browser(browser, editor("Maud Kervarn"));
                    BrowserContext other = browser(browser, editor("Ronan Jézéquel"))) {
                Page maud = open(one, story());
                Page ronan = open(other, story());
                at(maud, 0, " Maud ajoute.");
                saved(maud);
                click(ronan, 0);
                press(ronan, "Home");
                press(ronan, "Shift+End");
                press(ronan, "Delete");
                saved(ronan);
                assertThat(text(ronan)).containsText("Le premier. Maud ajoute.");
                assertThat(text(ronan).locator("> p")).hasCount(2);
                ronan.keyboard().type("Ronan: ");
                saved(ronan);
                assertEquals(begun, ids());
                assertTrue(written().contains("Maud ajoute."), written());
                assertTrue(written().contains("Ronan"), written());
                assertEquals(written().indexOf("premier"), written().lastIndexOf("premier"), "nothing stands twice");
            }
        });
        assertEquals(List.of(), faults);
    }

    @Test
    void what_another_wrote_while_the_editor_was_beginning_is_neither_hidden_nor_taken_back() throws IOException {
        begin(story(), Block.Paragraph.of("", "Avant."));
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = browser(browser, editor("Maud Kervarn"))) {
                Page page = opened(context, "Le titre de Ronan", null);
                assertThat(page.locator("[name=headline]")).hasValue("Le titre de Ronan");
                assertThat(page.locator(".saveline")).hasAttribute("data-state", "saved");
                page.waitForTimeout(2000);
                assertEquals("Le titre de Ronan", draft(story()).headline());
                page.close();

                Page again = opened(context, "Un autre titre", "Le chapô de Maud.");
                assertThat(again.locator(".saveline")).hasAttribute("data-state", "saved");
                assertThat(again.locator("[name=headline]")).hasValue("Un autre titre");
                assertEquals("Un autre titre", draft(story()).headline());
                assertEquals("Le chapô de Maud.", draft(story()).standfirst());
                assertEquals("Avant.", written());
            }
        });
        assertEquals(List.of(), faults);
    }

    /// The story, whose headline somebody else changed between the page and its editor.
    ///
    /// @param standfirst what is typed meanwhile; null: nothing
    private Page opened(BrowserContext context, String headline, @Nullable String standfirst) {
        Page page = context.newPage();
        page.onPageError(faults::add);
        List<Route> held = Collections.synchronizedList(new ArrayList<>());
        page.route("**/standing", held::add);
        page.navigate(server.resolve("/newsroom/stories/" + story().value()).toString());
        page.waitForCondition(() -> !held.isEmpty());
        if (standfirst != null) {
            page.fill("[name=standfirst]", standfirst);
        }
        acts.perform(new SaveDraft(Actor.OPERATOR, story(), null, draft(story()).withHeadline(headline)));
        page.unroute("**/standing");
        held.forEach(Route::resume);
        assertThat(text(page)).isVisible();
        return page;
    }
}
