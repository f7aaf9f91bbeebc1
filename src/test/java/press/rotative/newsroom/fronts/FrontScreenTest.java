package press.rotative.newsroom.fronts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.rotative.Cast;
import press.rotative.newsroom.Browsing;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.publication.Acts;
import press.rotative.search.StaffSearch;
import press.rotative.story.DoubtCount;
import press.rotative.story.EditionId;
import press.rotative.story.SectionId;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.ReceiveStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.WithdrawStory;

/// A front arranged by its form alone: what each step does to it, and what the public reads once it is saved.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontScreenTest {
    @Inject
    Acts acts;

    @Inject
    StaffSearch search;

    @TestHTTPResource("/")
    URI server;

    private int editions;
    private String code;
    private EditionId edition;
    private SectionId port;
    private List<StoryId> live;
    private StoryId draft;
    private Browsing editor;

    /// An edition of its own for each test, with ten public stories, the last published first, and a draft.
    @BeforeEach
    void anEdition() {
        code = "e" + ++editions;
        edition = acts.perform(
                        new CreateEdition(Actor.OPERATOR, code, "fr", false, "Le Phare", null, "Europe/Paris", null))
                .value();
        port = acts.perform(new CreateSection(Actor.OPERATOR, edition, "Port", null))
                .value();
        live = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            StoryId story = story("Nouvelle " + i);
            acts.perform(new PublishStory(Actor.OPERATOR, story, null, null, true));
            live.addFirst(story);
        }
        draft = story("Brouillon du phare");
        editor = browser(new Grant(Role.EDITOR, edition.value(), 0));
    }

    private StoryId story(String headline) {
        return acts.perform(new CreateStory(Actor.OPERATOR, edition, Cast.bareArticle(headline, port), null, false))
                .value()
                .story();
    }

    private Browsing browser(Grant grant) {
        return Browsing.in(server, acts, "Jane", "en", grant);
    }

    private String path() {
        return "/newsroom/fronts/" + edition.value();
    }

    private Document open() throws Exception {
        return page(editor.get(path()), 200);
    }

    private static Document page(HttpResponse<String> answer, int status) {
        assertEquals(status, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body());
    }

    /// Sends the form as it stands, with some fields changed, by the button of that step.
    private HttpResponse<String> press(Document page, String step, String... changed) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : page.select("main form[method=post] [name]:not(button)")) {
            String value = field.is("select") ? field.select("option[selected]").val() : field.val();
            fields.put(field.attr("name"), value);
        }
        for (int i = 0; i < changed.length; i += 2) {
            assertTrue(fields.containsKey(changed[i]), changed[i]);
            fields.put(changed[i], changed[i + 1]);
        }
        fields.put("do", step);
        return editor.post(
                page.select("#arrangement").attr("action"),
                fields.entrySet().stream()
                        .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                        .toArray(String[]::new));
    }

    private Document step(Document page, String step, String... changed) throws Exception {
        assertFalse(page.select("button[value=" + step + "]").isEmpty(), step + page.html());
        return page(press(page, step, changed), 200);
    }

    private void save(Document page) throws Exception {
        var answer = press(page, "save");
        assertEquals(303, answer.statusCode(), answer.body());
    }

    private Document front() throws Exception {
        return Jsoup.parse(editor.get("/" + code + "/").body());
    }

    private static List<String> blocks(Document page) {
        return page.select(".blocks legend").eachText();
    }

    @Test
    void a_front_that_fills_itself_is_shown_as_it_is_and_a_step_alone_changes_nothing() throws Exception {
        Document page = open();
        assertEquals(List.of("1. Lead", "2. Latest", "3. Grid", "4. Opinions", "5. Section"), blocks(page));
        assertEquals("Nouvelle 9", page.select("#block-0 .fills .l").text());
        assertTrue(page.select("button[value=release]").isEmpty());
        String before = editor.get("/" + code + "/").body();
        Document moved = step(page, "down-0");
        assertEquals(List.of("1. Latest", "2. Lead", "3. Grid", "4. Opinions", "5. Section"), blocks(moved));
        assertEquals("down-1", moved.select("[autofocus]").val());
        assertEquals(before, editor.get("/" + code + "/").body());
    }

    @Test
    void stories_are_found_picked_put_in_order_and_stand_on_the_public_front() throws Exception {
        Document found = step(open(), "find-0", "b0-words", "nouvelle 3");
        long three = live.get(6).value();
        Document lead = step(found, "pick-0-" + three);
        assertEquals(
                "Nouvelle 3",
                lead.select("#block-0 ol.list").first().select(".l").text());
        Document more = step(
                step(lead, "find-0", "b0-words", "nouvelle"),
                "under-0-" + live.get(1).value());
        Document both = step(more, "under-0-" + live.get(2).value());
        Document turned = step(both, "earlier-0-" + live.get(2).value());
        assertEquals(
                List.of("Nouvelle 7", "Nouvelle 8"),
                turned.select("#block-0 ol.list").last().select(".l").eachText());
        save(turned);
        Document front = front();
        assertEquals(
                "Nouvelle 3",
                front.select("main .teaser").first().select("h2, h3").text());
        assertTrue(open().select("button[value=release]").size() == 1);
        assertEquals(
                "Nouvelle 3",
                open().select("#block-0 ol.list").first().select(".l").text());
    }

    @Test
    void a_step_searches_in_its_own_block_only_and_words_typed_elsewhere_stay() throws Exception {
        Document first = step(open(), "find-0", "b0-words", "nouvelle");
        assertFalse(first.select("#block-0 button[value^=pick-0-]").isEmpty());
        Document second = step(first, "find-2", "b2-words", "nouvelle 8");
        assertTrue(second.select("#block-0 button[value^=pick-0-]").isEmpty());
        assertEquals("nouvelle", second.select("[name=b0-words]").val());
        Document picked =
                step(second, second.select("#block-2 button[value^=pick-2-]").val());
        assertEquals("nouvelle 8", picked.select("[name=b2-words]").val());
        assertFalse(picked.text().contains("No story of this edition has these words"), "it was found, and picked");
        assertTrue(step(picked, "down-2").select("button[value^=pick-]").isEmpty());
    }

    @Test
    void a_picked_draft_says_that_it_waits_takes_its_place_and_says_when_it_was_killed() throws Exception {
        Document page = step(step(open(), "find-2", "b2-words", "brouillon"), "pick-2-" + draft.value());
        assertTrue(page.select("#block-2 ol.list li").first().text().contains("takes its place when it is published"));
        save(page);
        assertFalse(front().text().contains("Brouillon du phare"));
        acts.perform(new PublishStory(Actor.OPERATOR, draft, null, null, true));
        assertTrue(front().select("main").text().contains("Brouillon du phare"));

        acts.perform(new WithdrawStory(
                Actor.OPERATOR, draft, WithdrawStory.Kind.KILL, "faux", "Cet article est retiré.", false));
        String pick = open().select("#block-2 ol.list li").first().text();
        assertTrue(pick.contains("was killed and will not appear"), pick);
        assertFalse(pick.contains("takes its place when it is published"), pick);
    }

    @Test
    void two_blocks_that_are_wanted_alike_hold_different_stories() throws Exception {
        Document page = step(open(), "remove-4");
        page = step(page, "add", "add", "grid");
        assertEquals("5. Grid", blocks(page).getLast());
        page = step(page, "show", "b2-count", "3", "b4-count", "3");
        List<String> shown =
                page.select("#block-2 .fills .l, #block-4 .fills .l").eachText();
        assertEquals(6, shown.size(), shown.toString());
        assertEquals(6, new HashSet<>(shown).size(), shown.toString());
        save(page);
        List<String> teasers =
                front().select("main .cols .teaser h2, main .cols .teaser h3").eachText();
        assertEquals(shown, teasers.subList(0, 6), teasers.toString());
    }

    @Test
    void what_is_wrong_stands_in_its_block_and_nothing_typed_is_lost() throws Exception {
        Document page = step(open(), "add", "add", "section");
        var answer = press(page, "save", "b2-count", "40", "b2-title", "Le choix");
        Document wrong = page(answer, 422);
        assertEquals("1 to 12 stories.", wrong.getElementById("b2-count-wrong").text());
        assertEquals(
                "Choose a section of this edition.",
                wrong.getElementById("b5-wrong").text());
        assertEquals("40", wrong.select("[name=b2-count]").val());
        assertEquals("Le choix", wrong.select("[name=b2-title]").val());
        Document twice = page(press(wrong, "save", "b2-count", "4", "b5-section", "" + port.value()), 422);
        assertTrue(twice.select("[role=alert]").text().contains("once only"), twice.html());
        Document leads = page(press(step(open(), "add", "add", "lead"), "save"), 422);
        assertTrue(leads.select("[role=alert]").text().contains("one lead"));
    }

    @Test
    void who_was_slower_keeps_theirs_and_may_put_it_on_top() throws Exception {
        Document mine = step(open(), "remove-3");
        save(step(open(), "remove-1"));
        Document late = page(press(mine, "save"), 412);
        assertEquals(List.of("1. Lead", "2. Latest", "3. Grid", "4. Section"), blocks(late));
        assertEquals(
                List.of("Lead", "Grid", "Opinions", "Section"),
                late.select("[aria-labelledby=theirs] li > strong").eachText());
        assertEquals(
                List.of("1. Lead", "2. Grid", "3. Opinions", "4. Section"), blocks(page(press(late, "theirs"), 200)));
        save(late);
        assertEquals(List.of("1. Lead", "2. Latest", "3. Grid", "4. Section"), blocks(open()));
        Document after = open();
        String theirs = after.select("[aria-labelledby=past] button").first().val();
        Document brought = page(press(after, theirs), 200);
        assertEquals(List.of("1. Lead", "2. Grid", "3. Opinions", "4. Section"), blocks(brought), "nothing is lost");
        save(brought);
        assertEquals(List.of("1. Lead", "2. Grid", "3. Opinions", "4. Section"), blocks(open()));
    }

    @Test
    void that_a_front_fills_itself_again_is_asked_first_and_nothing_typed_is_lost() throws Exception {
        save(step(open(), "remove-1"));
        Document asked = step(step(open(), "remove-1"), "release");
        assertEquals(List.of("1. Lead", "2. Opinions", "3. Section"), blocks(asked));
        assertEquals(4, blocks(open()).size(), "asking changes nothing");
        assertEquals(3, blocks(step(asked, "show")).size(), "left alone, what was typed stays");
        assertEquals(303, press(asked, "release-yes").statusCode());
        assertEquals(5, blocks(open()).size());
        assertEquals(1, open().select("[aria-labelledby=past] button").size(), "it can be brought back");
    }

    @Test
    void whoever_is_late_once_more_is_told_once_more() throws Exception {
        Document mine = step(open(), "remove-3");
        save(step(open(), "remove-1"));
        Document late = page(press(mine, "save"), 412);
        save(step(open(), "remove-0"));
        assertEquals(
                List.of("Grid", "Opinions", "Section"),
                page(press(late, "save"), 412)
                        .select("[aria-labelledby=theirs] li > strong")
                        .eachText());
    }

    @Test
    void every_story_of_the_edition_can_be_picked_however_many_were_touched_since() throws Exception {
        for (int i = 0; i < 620; i++) {
            story("Dépêche " + i);
        }
        assertTrue(search.awaitCaughtUp(Duration.ofSeconds(30)));
        Document found = step(open(), "find-0", "b0-words", "nouvelle 0");
        assertEquals(
                1,
                found.select("button[value=pick-0-" + live.getLast().value() + "]")
                        .size(),
                found.text());
        Document page = step(open(), "find-2", "b2-words", "nouvelle");
        var all = new HashSet<String>(page.select("button[value^=pick-2-]").eachAttr("value"));
        assertEquals(8, all.size());
        page = step(page, "more-2");
        all.addAll(page.select("button[value^=pick-2-]").eachAttr("value"));
        assertEquals(10, all.size());
        Document picked =
                step(page, page.select("button[value^=pick-2-]").last().val());
        assertEquals(1, picked.select("#block-2 ol.list li:not(.fills)").size());
    }

    @Test
    void what_waits_in_the_inbox_is_not_picked() throws Exception {
        StoryId waits = acts.perform(new ReceiveStory(
                        Actor.OPERATOR,
                        edition,
                        Cast.bareArticle("Nouvelle importée", port),
                        null,
                        "afp.example",
                        new DoubtCount.Doubts(0, 0)))
                .value()
                .story();
        assertTrue(search.awaitCaughtUp(Duration.ofSeconds(30)));
        Document found = step(open(), "find-0", "b0-words", "importée");
        assertTrue(found.select("button[value=pick-0-" + waits.value() + "]").isEmpty(), found.text());
        assertTrue(found.text().contains("No story of this edition has these words"), found.text());
    }

    private Document section() throws Exception {
        return page(editor.get(path() + "/sections/" + port.value()), 200);
    }

    private Document sectionPage() throws Exception {
        return Jsoup.parse(editor.get("/" + code + "/port").body());
    }

    @Test
    void what_stands_above_the_list_of_a_section_is_arranged_saved_brought_back_and_taken_off() throws Exception {
        Document list = sectionPage();
        Document page = section();
        assertEquals(List.of("1. Lead", "2. Grid"), blocks(page), "a proposal");
        assertTrue(page.text().contains("Nothing stands above the list of this section yet"));
        assertEquals(
                List.of("lead", "grid", "opinion"),
                page.select("[name=add] option").eachAttr("value"));
        assertEquals(list.html(), sectionPage().html(), "looking changes nothing");
        StoryId town = acts.perform(new CreateStory(
                        Actor.OPERATOR,
                        edition,
                        Cast.bareArticle(
                                "Nouvelle de la ville",
                                acts.perform(new CreateSection(Actor.OPERATOR, edition, "Ville", null))
                                        .value()),
                        null,
                        false))
                .value()
                .story();
        Document found = step(page, "find-0", "b0-words", "nouvelle");
        assertTrue(found.select("button[value=pick-0-" + town.value() + "]").isEmpty(), "stories of the section only");
        long three = live.get(6).value();
        found = step(step(page, "find-0", "b0-words", "nouvelle 3"), "pick-0-" + three);
        save(step(found, "find-1", "b1-title", "À lire", "b1-count", "2"));

        Document arranged = sectionPage();
        assertEquals("Nouvelle 3", arranged.select(".top .lead h2").text());
        assertEquals(
                List.of("Nouvelle 9", "Nouvelle 8"),
                arranged.select(".cols .teaser h3").eachText());
        assertEquals(
                List.of(
                        "Nouvelle 7",
                        "Nouvelle 6",
                        "Nouvelle 5",
                        "Nouvelle 4",
                        "Nouvelle 2",
                        "Nouvelle 1",
                        "Nouvelle 0"),
                arranged.select(".hits h3").eachText());
        assertEquals(5, blocks(open()).size() - 1, "the front of the edition is another: " + blocks(open()));

        acts.perform(new WithdrawStory(
                Actor.OPERATOR, live.get(6), WithdrawStory.Kind.KILL, "faux", "Cet article est retiré.", false));
        assertFalse(sectionPage().text().contains("Nouvelle 3"), "at once");
        assertTrue(section().select("#block-0 ol.list li").first().text().contains("was killed"));

        Document asked = step(section(), "release");
        assertTrue(asked.text().contains("Show only the list of this section?"));
        assertEquals(303, press(asked, "release-yes").statusCode());
        assertTrue(sectionPage().select(".top").isEmpty());
        Document after = section();
        Document back = page(
                press(
                        after,
                        after.select("[aria-labelledby=past] button").first().val()),
                200);
        assertEquals("À lire", back.select("[name=b1-title]").val());
        save(back);
        assertEquals("À lire", sectionPage().select("h2.lbl").first().text());
        assertEquals(
                "Arranged by hand",
                page(editor.get("/newsroom/fronts"), 200)
                        .select("main li:has(a[href$=/sections/" + port.value() + "]) span.dim")
                        .text());
    }

    @Test
    void who_edits_one_section_arranges_its_front_only_and_reads_no_story_of_others() throws Exception {
        SectionId town = acts.perform(new CreateSection(Actor.OPERATOR, edition, "Ville", null))
                .value();
        Browsing ofTown = browser(new Grant(Role.EDITOR, edition.value(), town.value()));
        assertEquals(
                List.of("Ville"),
                page(ofTown.get("/newsroom/fronts"), 200)
                        .select("ul.list a:not(.end)")
                        .eachText());
        assertEquals(403, ofTown.get(path()).statusCode());
        assertEquals(403, ofTown.get(path() + "/sections/" + port.value()).statusCode());
        assertEquals(
                403,
                ofTown.post(path() + "/sections/" + port.value(), "do", "release-yes")
                        .statusCode());
        editor = ofTown;
        Document page = page(ofTown.get(path() + "/sections/" + town.value()), 200);
        Document none = step(page, "find-0", "b0-words", "brouillon");
        assertTrue(none.text().contains("No story of this section has these words"));
        Document foreign = page(press(page, "show", "b0-stories", "" + draft.value()), 200);
        assertFalse(foreign.text().contains("Brouillon"), foreign.text());
        assertTrue(foreign.text().contains("is not one of this section"));
        Document refused = page(press(foreign, "save"), 422);
        assertTrue(refused.select("[role=alert]").text().contains("not one of this section"), refused.html());
        StoryId both = story("Le marché");
        acts.perform(new SaveDraft(
                Actor.OPERATOR, both, null, Cast.bareArticle("Le marché", port).withSection(town)));
        acts.perform(new PublishStory(Actor.OPERATOR, both, null, null, true));
        acts.perform(new SaveDraft(Actor.OPERATOR, both, null, Cast.bareArticle("Brouillon secret", port)));
        Document mixed = page(press(page, "show", "b0-stories", "" + both.value()), 200);
        assertFalse(mixed.text().contains("Brouillon"), mixed.text());
        assertTrue(mixed.select("#block-0 ol.list").text().contains("Le marché"), "what the public reads");
        EditionId before = edition;
        SectionId ofBefore = town;
        anEdition();
        assertEquals(404, editor.get(path() + "/sections/" + ofBefore.value()).statusCode());
        assertEquals(
                404,
                browser(Grant.everywhere(Role.EDITOR))
                        .get("/newsroom/fronts/" + before.value() + "/sections/" + port.value())
                        .statusCode());
    }

    @Test
    void an_editor_of_another_edition_neither_opens_it_nor_reads_its_drafts() throws Exception {
        Browsing other = browser(new Grant(Role.EDITOR, edition.value() + 1000, 0));
        assertEquals(403, other.get(path()).statusCode());
        assertEquals(403, other.post(path(), "do", "release").statusCode());
        assertEquals(
                0,
                Jsoup.parse(other.get("/newsroom/fronts").body())
                        .select("ul.list a")
                        .size());
        Browsing reporter = browser(Grant.everywhere(Role.REPORTER));
        assertEquals(403, reporter.get("/newsroom/fronts").statusCode());
        StoryId theirs = draft;
        anEdition();
        Document page = page(press(open(), "show", "b2-stories", "" + theirs.value()), 200);
        assertFalse(page.select("#block-2").text().contains("Brouillon"), page.html());
        assertTrue(page.select("#block-2").text().contains("not one of this edition"));
        assertEquals(422, press(page, "save").statusCode());
    }

    @Test
    void nonsense_is_no_error() throws Exception {
        for (String step : List.of("", "up-99", "pick-0-999999", "drop-0-1", "add-1-1", "x", "down-4", "up-0")) {
            assertEquals(200, press(open(), step).statusCode(), step);
        }
        assertEquals(404, press(open(), "save", "b0-stories", "999999").statusCode());
    }
}
