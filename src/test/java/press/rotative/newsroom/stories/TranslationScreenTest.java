package press.rotative.newsroom.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.newsroom.Browsing;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.platform.Database;
import press.rotative.publication.Act;
import press.rotative.publication.Acts;
import press.rotative.story.AuthorId;
import press.rotative.story.EditionId;
import press.rotative.story.PubStatus;
import press.rotative.story.SectionId;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.TranslatedFrom;
import press.rotative.story.acts.CloseVersion;
import press.rotative.story.acts.ConfirmTranslation;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.SchedulePublication;
import press.rotative.story.acts.TranslateStory;
import press.rotative.story.acts.UnlinkTranslation;

/// Translations on screen: begun, read beside their original, marked when they are behind, taken away together.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class TranslationScreenTest {
    private static EditionId french;
    private static EditionId english;
    private static EditionId arabic;
    private static SectionId port;
    private static SectionId harbour;
    private static SectionId shore;
    private static AuthorId author;

    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    @BeforeEach
    void aNewsroomOfThreeLanguages() {
        if (french == null) {
            french = edition("fr", false, "Le Phare");
            english = edition("en", false, "The Beacon");
            arabic = edition("ar", true, "المنارة");
            port = perform(new CreateSection(Actor.OPERATOR, french, "Port", null));
            harbour = perform(new CreateSection(Actor.OPERATOR, english, "Harbour", null));
            shore = perform(new CreateSection(Actor.OPERATOR, arabic, "الشاطئ", null));
            author = perform(new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null))
                    .id();
        }
    }

    private EditionId edition(String code, boolean rightToLeft, String name) {
        return perform(new CreateEdition(Actor.OPERATOR, code, code, rightToLeft, name, null, "Europe/Paris", null));
    }

    private <T> T perform(Act<T> act) {
        return acts.perform(act).value();
    }

    private Browsing as(Grant... grants) {
        return Browsing.in(server, acts, "Maud Kervarn", "en", grants);
    }

    private Browsing chief() {
        return as(Grant.everywhere(Role.CHIEF_EDITOR));
    }

    private StoryId published(String headline) {
        StoryId story = perform(
                        new CreateStory(Actor.OPERATOR, french, Cast.article(headline, port, author), null, false))
                .story();
        perform(new PublishStory(Actor.OPERATOR, story, null, null, true));
        return story;
    }

    private StoryId translated(StoryId original, EditionId edition, SectionId section) {
        StoryId story = perform(new TranslateStory(Actor.OPERATOR, original, edition, section))
                .story();
        perform(new PublishStory(Actor.OPERATOR, story, null, null, true));
        return story;
    }

    private void update(StoryId story, String headline) {
        perform(new SaveDraft(Actor.OPERATOR, story, null, Cast.article(headline, port, author)));
        perform(new PublishStory(Actor.OPERATOR, story, null, null, true));
    }

    private Story story(StoryId id) {
        return database.read(sql -> new Stories(sql).get(id));
    }

    private static String path(StoryId id) {
        return "/newsroom/stories/" + id.value();
    }

    private static Document page(Browsing browser, String path) throws Exception {
        var answer = browser.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.body());
    }

    /// Fills the form of a decision as its page gives it, and sends it.
    private static HttpResponse<String> decide(Browsing browser, String page, String... more) throws Exception {
        var form = page(browser, page).selectFirst("form.deed");
        var fields = new ArrayList<String>();
        form.select("input[type=hidden], input[type=checkbox][checked]")
                .forEach(each -> fields.addAll(List.of(each.attr("name"), each.attr("value"))));
        fields.addAll(List.of(more));
        return browser.post(form.attr("action"), fields.toArray(String[]::new));
    }

    @Test
    void a_translation_is_begun_from_the_screen_and_a_second_one_leads_to_the_first() throws Exception {
        StoryId original = published("Le ferry arrive");
        Browsing reporter = as(
                new Grant(Role.REPORTER, french.value(), 0), new Grant(Role.REPORTER, arabic.value(), shore.value()));
        Document screen = page(reporter, path(original));
        assertEquals(1, screen.select("form.into").size(), "only where this person writes");
        assertEquals(List.of("الشاطئ"), screen.select("form.into option").eachText());
        String place = screen.selectFirst("form.into option").attr("value");
        assertEquals(
                422,
                reporter.post(path(original) + "/translations", "place", "e" + english.value())
                        .statusCode());

        var begun = reporter.post(path(original) + "/translations", "place", place);
        String there = Browsing.onTo(begun);
        assertTrue(there.endsWith("?done=family.begun"), there + begun.body());
        Document editor = page(reporter, there);
        assertEquals("Le ferry arrive", editor.selectFirst("#headline").text());
        assertEquals("rtl", editor.selectFirst("#headline").attr("dir"));
        assertEquals("ltr", editor.selectFirst(".orig div[lang=fr]").attr("dir"), "the original beside it");
        assertTrue(editor.selectFirst(".orig").text().contains("Le ferry arrive"));
        assertTrue(editor.select("#checks").text().contains("still read as in the original"), editor.text());
        assertEquals(
                List.of("Le Phare", "المنارة"), editor.select("#family .tl i").eachText());

        var again = reporter.post(path(original) + "/translations", "place", place);
        assertEquals(409, again.statusCode());
        Document refused = Jsoup.parse(again.body());
        assertTrue(refused.text().contains("The edition has a translation of this story already"), refused.text());
        String number = there.replaceAll("\\?.*", "");
        assertEquals(
                number,
                refused.selectFirst("#family a.lnk[href=" + number + "]").attr("href"));
        assertEquals("Le ferry arrive", refused.selectFirst("#headline").text(), "the story is as it stands");
    }

    @Test
    void what_the_original_changed_is_told_and_the_translation_is_up_to_date_once_somebody_says_so() throws Exception {
        StoryId original = published("Le prix du gaz");
        StoryId translation = translated(original, english, harbour);
        Browsing chief = chief();
        assertFalse(page(chief, "/newsroom/desk?behind=on&words=prix").text().contains("Le prix du gaz"));
        update(original, "Le prix du gaz monte");
        String flag = "Out of date: made from version 1, the original is at version 2";
        assertTrue(page(chief, path(translation)).select("#family").text().contains(flag));
        assertTrue(page(chief, path(original)).select("#family").text().contains(flag), "on the original's screen too");
        Document board = page(chief, "/newsroom/desk?behind=on&words=prix");
        assertEquals(1, board.select(".board li").size());
        assertTrue(board.text().contains(flag));
        assertEquals(1, board.select(".tl .old").size());
        Document list = page(chief, "/newsroom/desk?view=list&behind=on&words=prix");
        assertEquals(1, list.select(".desklist li").size());
        assertTrue(list.select("input[name=behind]").hasAttr("checked"));

        Document compared = page(chief, path(translation) + "/original");
        assertEquals("fr", compared.selectFirst(".changed p").attr("lang"));
        assertEquals("monte", compared.selectFirst(".changed ins").text().strip());
        assertEquals(
                403,
                as(Grant.everywhere(Role.REPORTER))
                        .post(path(translation) + "/original/confirmation", "version", "2")
                        .statusCode(),
                "the public text is for who publishes");
        assertEquals(
                422,
                chief.post(path(translation) + "/original/confirmation", "version", "9")
                        .statusCode());
        var confirmed = decide(chief, path(translation) + "/original");
        assertEquals(path(translation) + "?done=family.confirmed", Browsing.onTo(confirmed), confirmed.body());
        assertEquals(new TranslatedFrom(original, 2), story(translation).translates());
        assertTrue(page(chief, path(translation) + "/original").text().contains("follows the newest text"));

        update(original, "Le prix du gaz monte encore");
        perform(new SaveDraft(
                Actor.OPERATOR,
                translation,
                null,
                Cast.article("Gas prices rise again", harbour, author)
                        .withTranslatedFrom(new TranslatedFrom(original, 2))));
        Document publication = page(chief, path(translation) + "/publication");
        assertTrue(publication.text().contains("up to date with version 3 of the original"), publication.text());
        var live = decide(chief, path(translation) + "/publication", "follows", "on");
        assertEquals(path(translation) + "?done=story.live", Browsing.onTo(live), live.body());
        assertEquals(new TranslatedFrom(original, 3), story(translation).translates());
        String made = chief.get("/" + story(translation).code())
                .headers()
                .firstValue("Location")
                .orElse("");
        assertFalse(chief.get(made).body().contains("earlier version"), "readers see no note any more");
    }

    @Test
    void who_reads_only_what_is_public_of_the_original_compares_no_closed_version() throws Exception {
        StoryId original = published("Le secret du gardien");
        StoryId translation = translated(original, english, harbour);
        perform(new SaveDraft(
                Actor.OPERATOR,
                translation,
                null,
                Cast.article("What the keeper hides", harbour, author)
                        .withTranslatedFrom(new TranslatedFrom(original, 1))));
        update(original, "Le silence du gardien");
        Browsing reader = as(new Grant(Role.REPORTER, english.value(), 0));
        String path = path(translation) + "/original";
        assertTrue(page(reader, path).text().contains("secret"));
        for (int closed : List.of(1, 2)) {
            perform(new CloseVersion(Actor.OPERATOR, original, closed, true, "une source"));
            Document compared = page(reader, path);
            assertFalse(compared.text().contains("secret"), compared.text());
            assertTrue(compared.text().contains("nothing can be compared"), compared.text());
            assertEquals(0, compared.select(".otherwise, .changed").size());
            assertEquals(0, page(reader, path(translation)).select(".otherwise").size());
            assertTrue(page(chief(), path).text().contains("secret"), "who reads the original reads all of it");
            perform(new CloseVersion(Actor.OPERATOR, original, closed, false, null));
        }
    }

    @Test
    void a_story_is_linked_by_number_or_address_and_unlinked() throws Exception {
        StoryId original = published("La digue");
        StoryId other = perform(new CreateStory(
                        Actor.OPERATOR, english, Cast.article("The sea wall", harbour, author), null, false))
                .story();
        Browsing chief = chief();
        for (String wrong : List.of("", "999999", "no number", "https://elsewhere.example/x", path(other))) {
            var refused = chief.post(path(other) + "/original", "original", wrong);
            assertTrue(refused.statusCode() >= 400 && refused.statusCode() < 500, wrong);
            assertEquals(
                    wrong, Jsoup.parse(refused.body()).selectFirst("#original").val());
            assertTrue(Jsoup.parse(refused.body()).selectFirst("#original-wrong") != null, wrong);
        }
        var linked = chief.post(
                path(other) + "/original",
                "original",
                server.resolve(path(original)).toString());
        assertEquals(path(other) + "?done=family.linked", Browsing.onTo(linked), linked.body());
        var circle = chief.post(path(original) + "/original", "original", "#" + other.value());
        assertEquals(409, circle.statusCode());
        assertTrue(
                Jsoup.parse(circle.body()).selectFirst("#original-wrong").text().contains("circle"));
        assertEquals(
                path(other) + "?done=family.unlinked", Browsing.onTo(chief.post(path(other) + "/original/removal")));
        assertEquals(409, chief.post(path(other) + "/original/removal").statusCode());
        assertEquals(404, chief.get(path(other) + "/original").statusCode());
    }

    @Test
    void an_earlier_text_is_taken_back_with_the_link_of_now_and_the_version_that_it_followed() throws Exception {
        StoryId original = published("Le quai");
        StoryId translation = translated(original, english, harbour);
        update(original, "Le quai nord");
        perform(new ConfirmTranslation(Actor.OPERATOR, translation, 2));
        Browsing chief = chief();
        chief.post(path(translation) + "/restoration", "text", "1", "revision", "0");
        assertEquals(new TranslatedFrom(original, 1), story(translation).translates(), "it followed version 1");
        perform(new UnlinkTranslation(Actor.OPERATOR, translation));
        chief.post(path(translation) + "/restoration", "text", "1", "revision", "2");
        assertEquals(null, story(translation).translates(), "it was unlinked since");
    }

    @Test
    void a_family_is_killed_by_one_form_with_a_notice_in_each_language_and_receipts() throws Exception {
        StoryId original = published("La fausse nouvelle");
        StoryId translation = translated(original, english, harbour);
        StoryId planned = perform(new TranslateStory(Actor.OPERATOR, original, arabic, shore))
                .story();
        perform(new SchedulePublication(
                Actor.OPERATOR, planned, null, Instant.now().plus(1, ChronoUnit.HOURS), null));
        Browsing chief = chief();
        String path = path(original) + "/family/kill";
        Document form = page(chief, path);
        assertEquals(3, form.select("fieldset").size());
        assertEquals(2, form.select("fieldset textarea").size(), "what was never public leaves no notice");
        assertEquals("en", form.selectFirst("#notice-" + translation.value()).attr("lang"));
        assertTrue(form.select("fieldset details").text().contains("/en/"), "the pages that change are told");

        var unsure = decide(chief, path, "reason", "Faux.", "notice-" + original.value(), "Retiré.");
        assertEquals(422, unsure.statusCode());
        Document told = Jsoup.parse(unsure.body());
        assertEquals("Retiré.", told.selectFirst("#notice-" + original.value()).val());
        assertTrue(told.selectFirst("#notice-" + translation.value() + "-wrong") != null);
        assertTrue(told.selectFirst("#final-wrong") != null);
        assertEquals(PubStatus.USABLE, story(original).pubStatus(), "nothing was half done");

        var killed = decide(
                chief,
                path,
                "reason",
                "Faux.",
                "final",
                "on",
                "notice-" + original.value(),
                "Retiré.",
                "notice-" + translation.value(),
                "Withdrawn.");
        assertEquals(200, killed.statusCode(), killed.body());
        Document receipts = Jsoup.parse(killed.body());
        assertEquals(3, receipts.select(".receipts li").size());
        assertTrue(receipts.text().contains("addresses are right; entry"), receipts.text());
        assertEquals("Withdrawn.", story(translation).notice());
        assertEquals(null, story(planned).plan());
        var gone = chief.get("/" + story(translation).code());
        String there = gone.headers()
                .firstValue("Location")
                .orElse("/" + story(translation).code());
        assertEquals(410, chief.get(there).statusCode());
        assertTrue(chief.get(there).body().contains("Withdrawn."));
        Document nothing = page(chief, path);
        assertTrue(nothing.text().contains("There is nothing here that you may take away"));
        assertFalse(nothing.text().contains("ask a chief editor"));
    }

    @Test
    void who_lacks_the_right_in_one_edition_is_told_and_does_the_others() throws Exception {
        StoryId original = published("Le pont");
        StoryId translation = translated(original, english, harbour);
        StoryId third = translated(original, arabic, shore);
        Browsing some = as(new Grant(Role.EDITOR, french.value(), 0), new Grant(Role.REPORTER, english.value(), 0));
        String path = path(original) + "/family/withholding";
        Document form = page(some, path);
        assertEquals(1, form.select("fieldset").size());
        assertEquals(2, form.select(".dots .bad").size());
        assertTrue(form.text().contains("ask an editor of The Beacon"), form.text());
        assertEquals(403, some.get(path(translation) + "/withholding").statusCode());
        var more = decide(some, path, "reason", "Un doute.", "member", Long.toString(translation.value()));
        assertEquals(403, more.statusCode());
        assertEquals(PubStatus.USABLE, story(original).pubStatus(), "all or none");
        var done = decide(some, path, "reason", "Un doute.");
        assertEquals(200, done.statusCode(), done.body());
        assertEquals(PubStatus.WITHHELD, story(original).pubStatus());
        assertEquals(PubStatus.USABLE, story(translation).pubStatus());
        assertEquals(PubStatus.USABLE, story(third).pubStatus());

        Browsing chief = chief();
        var grown = chief.post(
                path,
                "reason",
                "Un doute.",
                "member",
                Long.toString(translation.value()),
                "seen",
                Long.toString(translation.value()));
        assertEquals(412, grown.statusCode());
        assertTrue(grown.body().contains("Another translation became public"), grown.body());
        assertEquals(
                422,
                chief.post(path, "reason", "Un doute.", "seen", Long.toString(translation.value()))
                        .statusCode(),
                "nothing was ticked");
    }
}
