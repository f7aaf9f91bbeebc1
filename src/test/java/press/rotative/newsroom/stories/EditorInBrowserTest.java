package press.rotative.newsroom.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.media.PictureDescription;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Actor;
import press.rotative.people.signin.Arrivals;
import press.rotative.site.PageJudge;
import press.rotative.story.Authors;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Mark;
import press.rotative.story.acts.CreatePicture;
import press.rotative.story.acts.CreateStory;

/// The editor in a real browser, under the newsroom's own policy: every kind of block is written and published, text of
/// other programs is pasted, two people write at once, the network goes and comes back.
@Tag("long")
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class EditorInBrowserTest extends EditorBrowsing {
    private static final Path PASTED = Path.of("src/test/corpus/paste");

    @Test
    void each_kind_of_block_is_written_and_published() throws IOException {
        begin(story(), Block.Paragraph.of("", "Un début."));
        String kept = draft(story()).body().blocks().getFirst().id();
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = browser(browser, editor("Maud Kervarn"))) {
                Page page = open(context, story());
                click(page, 0);
                press(page, "Home");
                press(page, "Enter");
                press(page, "ArrowUp");
                page.keyboard().type("## Au port");
                press(page, "Control+End");
                press(page, "Enter");
                page.keyboard().type("Le conseil a dit \"non\" , c'est");
                press(page, "Control+b");
                page.keyboard().type(" tout");
                press(page, "Control+b");
                page.keyboard().type("!");
                press(page, "Enter");
                page.keyboard().type("> Attendons.");
                page.locator(".k-quote input").fill("Un pilote");
                text(page).locator("blockquote").click();
                press(page, "End");
                press(page, "Enter");
                page.keyboard().type("- un");
                press(page, "Enter");
                page.keyboard().type("deux");
                press(page, "Enter");
                press(page, "Enter");
                page.keyboard().type("? Et demain");
                press(page, "Enter");
                page.keyboard().type("/");
                page.locator(".slash input").fill("tab");
                press(page, "Enter");
                page.locator(".k-table th input").first().fill("Quai");
                page.locator(".k-table td input").first().fill("Nord");
                insert(page, "Correction");
                page.keyboard().type("La date était fausse.");
                press(page, "Enter");
                insert(page, "Embed");
                page.getByLabel("Address", new Page.GetByLabelOptions().setExact(true))
                        .last()
                        .fill("https://videos.example/42");
                page.locator("dialog").getByLabel("Title").fill("Le film");
                page.locator("dialog")
                        .getByText("Insert", new Locator.GetByTextOptions().setExact(true))
                        .click();
                insert(page, "Story card");
                page.locator("dialog input").fill("digue");
                page.locator("dialog [role=option]")
                        .filter(new Locator.FilterOptions().setHasText("digue"))
                        .click();
                insert(page, "Picture");
                page.locator("dialog input[type=file]").setInputFiles(picture());
                page.locator(".k-picture textarea").last().fill("Un quai sous la pluie.");
                saved(page);
                String written = Written.of(draft(story()).body().blocks());
                assertEquals("""
                        ## Au port

                        Un début.

                        Le conseil a dit «\u202fnon\u202f» , c’est** tout**\u202f!

                        > Attendons.
                        > -- Un pilote

                        - un
                        - deux

                        ? Et demain

                        | Quai |  |
                        | Nord |  |
                        |  |  |

                        ! La date était fausse.

                        @ Le film https://videos.example/42

                        card StoryId[value=%d]

                        picture null, Un quai sous la pluie.""".formatted(filed().planned().value()), written);
                assertEquals(kept, draft(story()).body().blocks().get(1).id(), "what was there keeps its id");
                PageJudge.faults(page).forEach(faults::add);
                page.keyboard().press("Control+Enter");
                page.waitForURL("**/publication");
                assertThat(page.locator("#obstacles + ul")).containsText("has no credit");
                page.goBack();
                page.locator(".k-picture button", new Page.LocatorOptions().setHasText("Credit and focal point"))
                        .click();
                page.getByLabel("Credit", new Page.GetByLabelOptions().setExact(true))
                        .fill("© Noé Abgrall / Le Phare");
                page.locator("dialog button.pri").click();
                assertThat(page.locator(".k-picture .facts")).containsText("© Noé Abgrall");
                assertThat(page.locator(".k-picture .facts")).containsText("Free to use");
                page.keyboard().press("Control+Enter");
                page.waitForURL("**/publication");
                page.locator("form.deed button").click();
                page.locator("a", new Page.LocatorOptions().setHasText("Public page"))
                        .click();
                for (String part : List.of(
                        "h2:has-text('Au port')",
                        "strong:has-text('tout')",
                        "blockquote:has-text('Attendons.')",
                        "ul li:has-text('deux')",
                        "table:has-text('Nord')",
                        ".note:has-text('La date était fausse.')",
                        "a[rel~=nofollow]:has-text('Le film')",
                        "figure img[alt='Un quai sous la pluie.']")) {
                    assertThat(page.locator(".prose " + part).first()).isVisible();
                }
                assertThat(page.locator(".prose aside.inset")).hasCount(0); // the story it leads to is only planned
            }
        });
        assertEquals(List.of(), faults);
    }

    @Test
    void documents_of_other_programs_are_pasted_clean_and_what_is_left_out_is_told() throws IOException {
        List<String> wrong = new ArrayList<>();
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = browser(browser, editor("Inès Cadiou"));
                    Stream<Path> files = Files.list(PASTED)) {
                List<Path> documents = files.filter(file -> file.toString().endsWith(".html"))
                        .sorted()
                        .toList();
                assertEquals(19, documents.size());
                begin(story(), Block.Paragraph.of("", "x"));
                Page page = open(context, story());
                for (Path document : documents) {
                    String name = document.getFileName().toString();
                    String wanted = Files.readString(Path.of(document.toString().replace(".html", ".txt")))
                            .strip();
                    text(page).focus();
                    press(page, "Control+a");
                    press(page, "Delete");
                    paste(page, Files.readString(document));
                    String dropped = page.locator(".textbox .band span").count() == 0
                            ? "nothing"
                            : page.locator(".textbox .band span").first().innerText();
                    saved(page);
                    String got = Written.of(draft(story()).body().blocks());
                    if (!wanted.equals(dropped + "\n\n" + got)) {
                        wrong.add(name + ":\n" + dropped + "\n\n" + got);
                    }
                }
            }
        });
        assertEquals(List.of(), faults);
        assertEquals("", String.join("\n====\n", wrong));
    }

    @Test
    void more_pictures_and_stories_than_a_page_holds_can_be_chosen() throws IOException {
        begin(story(), Block.Paragraph.of("", "Un début."));
        for (int i = 0; i < 30; i++) {
            acts.perform(new CreatePicture(
                    Actor.OPERATOR, PictureDescription.captioned("Goéland " + i, "© Noé Abgrall", false)));
            acts.perform(new CreateStory(
                    Actor.OPERATOR,
                    filed().edition(),
                    Cast.bareArticle("Goélands, lettre " + i, filed().section()),
                    null,
                    false));
        }
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = browser(browser, editor("Maud Kervarn"))) {
                Page page = open(context, story());
                List<String> asked = new ArrayList<>();
                page.onRequest(request -> asked.add(request.url()));
                click(page, 0);
                insert(page, "Picture");
                Locator words = page.locator("dialog input[type=search]");
                page.waitForResponse(
                        response -> response.url().endsWith("words=go%C3%A9land"),
                        () -> words.pressSequentially("goéland"));
                Locator thumbs = page.locator("dialog .thumb");
                assertThat(thumbs).hasCount(24);
                assertThat(page.locator("dialog")).containsText("24 found");
                assertTrue(
                        asked.stream().filter(url -> url.contains("words=go")).count() < 4,
                        "not at every key: " + asked);
                button(page, "More").click();
                assertThat(thumbs).hasCount(30);
                assertThat(thumbs.nth(24)).isFocused();
                assertThat(button(page, "More")).isHidden();
                words.fill("xyzzy");
                assertThat(page.locator("dialog")).containsText("Nothing found.");
                press(page, "Escape"); // empties the field
                press(page, "Escape");
                insert(page, "Story card");
                page.locator("dialog input").fill("goélands");
                Locator options = page.locator("dialog [role=option]");
                assertThat(options).hasCount(12);
                button(page, "More").click();
                assertThat(options).hasCount(24);
                button(page, "More").click();
                assertThat(options).hasCount(30);
                press(page, "Enter");
                assertThat(page.locator(".k-teaser")).containsText("Goélands, lettre 5");
                PageJudge.faults(page).forEach(faults::add);
            }
        });
        assertEquals(List.of(), faults);
    }

    @Test
    void two_people_write_at_once_and_both_texts_are_kept() throws IOException {
        begin(story(), Block.Paragraph.of("", "Le premier mot."), Block.Paragraph.of("", "Le second mot."));
        PageJudge.inBrowser(browser -> {
            try (BrowserContext one = browser(browser, editor("Maud Kervarn"));
                    BrowserContext other = browser(browser, editor("Ronan Jézéquel"))) {
                Page maud = open(one, story());
                Page ronan = open(other, story());
                at(maud, 0, " Maud ajoute.");
                at(ronan, 1, " Ronan aussi.");
                saved(maud);
                saved(ronan);
                assertThat(text(ronan)).containsText("Maud ajoute.");
                assertEquals(
                        "Le premier mot. Maud ajoute.\n\nLe second mot. Ronan aussi.",
                        Written.of(draft(story()).body().blocks()));
                assertThat(text(maud))
                        .containsText(
                                "Ronan aussi.",
                                new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                        .setTimeout(20_000));

                replace(maud, 1, "Celui de Maud.");
                replace(ronan, 1, "Celui de Ronan.");
                saved(maud);
                saved(ronan);
                Locator sides = ronan.locator("#differences .sides");
                assertThat(sides).containsText("Celui de Maud.");
                assertThat(sides).containsText("Celui de Ronan.");
                button(ronan, "Take the other").click();
                assertThat(ronan.locator("#differences")).isHidden();
                assertThat(text(ronan)).containsText("Celui de Ronan.");
                assertTrue(Written.of(draft(story()).body().blocks()).endsWith("Celui de Ronan."));
            }
        });
        assertEquals(List.of(), faults);
    }

    @Test
    void signs_come_right_around_marks_and_half_an_address_holds_nothing_up() throws IOException {
        var strong = new Mark(13, 16, Mark.Kind.STRONG, null);
        begin(
                story(),
                new Block.Paragraph("", "Il dit \"oui, non\" ici.", List.of(strong)),
                new Block.Embed("", "https://video.example/1", "Le film", "video.example"));
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = browser(browser, editor("Maud Kervarn"))) {
                Page page = open(context, story());
                button(page, "Mend all").click();
                page.getByLabel("Address", new Page.GetByLabelOptions().setExact(true))
                        .fill("https://");
                saved(page);
                Body body = draft(story()).body();
                var text = (Block.Paragraph) body.blocks().getFirst();
                assertEquals("Il dit «\u202foui, non\u202f» ici.", text.text());
                Mark mark = text.marks().getFirst();
                assertEquals("non", text.text().substring(mark.from(), mark.to()));
                assertEquals(
                        "https://video.example/1", ((Block.Embed) body.blocks().get(1)).url());
                page.getByLabel("Address", new Page.GetByLabelOptions().setExact(true))
                        .fill("https://www.radio.example/deux mots");
                saved(page);
                var embed = (Block.Embed) draft(story()).body().blocks().get(1);
                assertEquals("https://www.radio.example/deux%20mots", embed.url());
                assertEquals("radio.example", embed.provider());
            }
        });
        assertEquals(List.of(), faults);
    }

    /// Saves arrive and are kept, but their answers are lost, as when the server is killed.
    private static void loseAnswers(Page page) {
        page.route("**/saves", route -> {
            route.fetch();
            route.abort("connectionreset");
        });
    }

    @Test
    void a_pause_in_a_line_takes_no_space_away_and_makes_no_half_names() throws IOException {
        begin(story(), Block.Paragraph.of("", "Avant."));
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = browser(browser, editor("Maud Kervarn"))) {
                Page page = open(context, story());
                Locator headline = page.locator("[name=headline]");
                headline.fill("");
                headline.pressSequentially("La ministre ");
                assertThat(page.locator(".saveline")).hasAttribute("data-state", "saved");
                headline.pressSequentially("parle");
                saved(page);
                assertEquals("La ministre parle", draft(story()).headline());
                page.locator("[name=add-names]").check();
                Locator byline = page.locator("[name=byline]");
                byline.fill("");
                byline.pressSequentially("Jeanne Du");
                assertThat(page.locator(".saveline")).hasAttribute("data-state", "refused");
                byline.pressSequentially("pont");
                saved(page);
                assertThat(page.locator("[name=add-names]")).not().isChecked();
                database.read(sql -> {
                    var authors = new Authors(sql);
                    assertTrue(authors.named("Jeanne Du").isEmpty(), "half a name was made an author");
                    assertEquals(
                            authors.named("Jeanne Dupont").orElseThrow().id(),
                            draft(story()).byline().getFirst().author());
                    return true;
                });
            }
        });
        assertEquals(List.of(), faults);
    }

    @Test
    void without_a_network_the_text_waits_and_is_offered_again() throws IOException {
        begin(story(), Block.Paragraph.of("", "Avant."));
        PageJudge.inBrowser(browser -> {
            long person = editor("Maud Kervarn");
            try (BrowserContext context = browser(browser, person)) {
                Page page = open(context, story());
                context.setOffline(true);
                at(page, 0, " Sans réseau.");
                assertThat(page.locator(".saveline")).hasAttribute("data-state", "offline");
                context.setOffline(false);
                assertThat(page.locator(".saveline")).hasAttribute("data-state", "saved");
                assertEquals(
                        "Avant. Sans réseau.", Written.of(draft(story()).body().blocks()));

                context.setOffline(true);
                at(page, 0, " Et perdu ?");
                assertThat(page.locator(".saveline")).hasAttribute("data-state", "offline");
                page.close();
                context.setOffline(false);
                begin(story(), draft(story()).body().blocks().getFirst(), Block.Paragraph.of("", "D’ailleurs."));
                Page again = open(context, story());
                assertThat(again.locator(".offer")).containsText("were not saved");
                button(again, "Take them up").click();
                assertThat(again.locator(".saveline")).hasAttribute("data-state", "saved");
                assertThat(again.locator(".offer")).hasCount(0);
                saved(again);
                assertEquals(
                        "Avant. Sans réseau. Et perdu\u202f?\n\nD’ailleurs.",
                        Written.of(draft(story()).body().blocks()));

                loseAnswers(again);
                at(again, 0, " Une");
                assertThat(again.locator(".saveline")).hasAttribute("data-state", "offline");
                again.keyboard().type(" fois.");
                again.unroute("**/saves");
                assertThat(again.locator(".saveline")).hasAttribute("data-state", "saved");
                assertTrue(Written.of(draft(story()).body().blocks())
                        .startsWith("Avant. Sans réseau. Et perdu\u202f? Une fois.\n"));
                assertTrue(draft(story()).body().blocks().size() == 2, "saved once");

                loseAnswers(again);
                at(again, 1, " Deux");
                assertThat(again.locator(".saveline")).hasAttribute("data-state", "offline");
                again.keyboard().type(" fois.");
                again.waitForTimeout(600); // kept in the browser
                again.close();
                again = open(context, story());
                button(again, "Take them up").click();
                assertThat(again.locator(".offer")).hasCount(0);
                saved(again);
                assertEquals(
                        "Avant. Sans réseau. Et perdu\u202f? Une fois.\n\nD’ailleurs. Deux fois.",
                        Written.of(draft(story()).body().blocks()));

                context.clearCookies();
                at(again, 0, " Fin.");
                assertThat(again.locator(".saveline")).hasAttribute("data-state", "signed.out");
                context.addCookies(
                        List.of(new Cookie("rotative", Arrivals.comesIn(acts, person)).setUrl(server.toString())));
                assertThat(again.locator(".saveline"))
                        .hasAttribute(
                                "data-state",
                                "saved",
                                new com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions()
                                        .setTimeout(20_000));
            }
        });
        assertEquals(List.of(), faults);
        assertTrue(Written.of(draft(story()).body().blocks()).contains("Fin."));
    }

    /// From the press of a key until the text is laid out again; the figure is told, not judged.
    @Test
    void a_keystroke_in_ten_thousand_words() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            blocks.add(Block.Paragraph.of(
                    "", ("Le bateau de la ligne " + i + " passe devant la digue au matin ").repeat(4) + "."));
        }
        begin(story(), blocks.toArray(Block[]::new));
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = browser(browser, editor("Maud Kervarn"))) {
                Page page = open(context, story());
                click(page, 100);
                page.evaluate("""
                        () => {
                          window.paces = [];
                          let pressed = 0;
                          const text = document.querySelector('.ProseMirror');
                          text.addEventListener('keydown', () => (pressed = performance.now()), true);
                          new MutationObserver(() => {
                            if (!pressed) return;
                            text.getBoundingClientRect();
                            window.paces.push(performance.now() - pressed);
                            pressed = 0;
                          }).observe(text, {subtree: true, childList: true, characterData: true});
                        }""");
                page.keyboard()
                        .type(
                                "Un marin regarde la mer et compte les bateaux. ".repeat(8),
                                new com.microsoft.playwright.Keyboard.TypeOptions().setDelay(30));
                String told = (String) page.evaluate("""
                        () => {
                          const all = window.paces.sort((one, other) => one - other);
                          const at = (share) => all[Math.floor(all.length * share)].toFixed(1);
                          return `${all.length} keys: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${all.at(-1).toFixed(1)} ms`;
                        }""");
                System.out.println("Keystroke in a text of 10,000 words, " + told);
                saved(page);
                assertTrue(Written.of(draft(story()).body().blocks()).contains("compte les bateaux. Un marin"));
            }
        });
        assertEquals(List.of(), faults);
    }

    @Test
    void blocks_keep_their_ids_through_split_join_move_and_undo() throws IOException {
        begin(story(), Block.Paragraph.of("", "Un deux."), Block.Paragraph.of("", "Trois."));
        List<String> begun = ids();
        PageJudge.inBrowser(browser -> {
            try (BrowserContext context = browser(browser, editor("Maud Kervarn"))) {
                Page page = open(context, story());
                click(page, 0);
                press(page, "Home");
                press(page, "ArrowRight");
                press(page, "ArrowRight");
                press(page, "Enter");
                saved(page);
                assertEquals(
                        "Un\n\n deux.\n\nTrois.",
                        Written.of(draft(story()).body().blocks()));
                assertEquals(begun.getFirst(), ids().getFirst(), "the first half keeps the id");
                assertEquals(begun.getLast(), ids().getLast());
                press(page, "Control+z");
                saved(page);
                assertEquals(begun, ids(), "undone");

                click(page, 1);
                press(page, "Home");
                press(page, "Backspace");
                saved(page);
                assertEquals(begun.subList(0, 1), ids(), "joined");
                press(page, "Control+z");
                saved(page);
                assertEquals(begun, ids(), "parted again");

                click(page, 0);
                press(page, "Alt+ArrowDown");
                saved(page);
                assertEquals(begun.reversed(), ids(), "moved");
                press(page, "Home");
                press(page, "Enter");
                press(page, "ArrowUp");
                page.keyboard().type("Zéro.");
                saved(page);
                assertEquals(
                        "Trois.\n\nZéro.\n\nUn deux.",
                        Written.of(draft(story()).body().blocks()));
                assertEquals(begun.getFirst(), ids().getLast(), "the text keeps the id, the new line before it is new");
                press(page, "ArrowDown");
                press(page, "Control+Alt+2");
                saved(page);
                assertEquals(
                        "Trois.\n\nZéro.\n\n## Un deux.",
                        Written.of(draft(story()).body().blocks()));
                assertEquals(begun.getFirst(), ids().getLast(), "another kind, the same block");
            }
        });
        assertEquals(List.of(), faults);
    }
}
