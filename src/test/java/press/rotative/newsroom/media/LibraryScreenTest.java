package press.rotative.newsroom.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.media.Picture;
import press.rotative.media.PictureId;
import press.rotative.media.Pictures;
import press.rotative.media.Rights;
import press.rotative.newsroom.Browsing;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;
import press.rotative.search.StaffSearch;
import press.rotative.story.EditionId;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;
import press.rotative.story.acts.ChangeRights;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateStory;

/// The picture library by its forms alone, and what the picker answers.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class LibraryScreenTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Acts acts;

    @Inject
    Database database;

    @Inject
    Press press;

    @Inject
    StaffSearch search;

    @TestHTTPResource("/")
    URI server;

    private Browsing browser(Grant grant) {
        return Browsing.in(server, acts, "Jane", "en", grant);
    }

    private Browsing pictureEditor() {
        return browser(Grant.everywhere(Role.PICTURE_EDITOR));
    }

    private PictureId sent(Browsing by, int seed) throws Exception {
        var answer = SentPictures.send(
                server,
                by.cookies().get("rotative"),
                "application/json",
                Map.of("a.png", SentPictures.png(seed, 600, 300)));
        JsonNode one = JSON.readTree(answer.body()).get(0);
        return new PictureId(Long.parseLong(one.get("path").asText().replaceAll(".*/", "")));
    }

    private Picture get(PictureId id) {
        return database.read(sql -> new Pictures(sql).get(id));
    }

    private static Document page(Browsing browser, String path) throws Exception {
        var answer = browser.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.body());
    }

    private static String path(PictureId id) {
        return "/newsroom/pictures/" + id.value();
    }

    /// The fields of a form as a browser would send them, with others in their place.
    private static String[] fields(Document page, String form, String... changed) {
        var fields = new LinkedHashMap<String, String>();
        for (Element each : page.select(form + " [name]:not([type=image]), [form=describe][name]:not([type=image])")) {
            boolean box = each.attr("type").equals("checkbox");
            if (!box || each.hasAttr("checked")) {
                fields.put(
                        each.attr("name"),
                        each.tagName().equals("textarea") ? each.wholeText().replaceFirst("^\n", "") : each.val());
            }
        }
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        List<String> flat = new ArrayList<>();
        fields.forEach((name, value) -> flat.addAll(List.of(name, value)));
        return flat.toArray(String[]::new);
    }

    @Test
    void many_files_come_in_by_one_form_and_one_that_is_refused_keeps_out_none() throws Exception {
        Browsing reporter = browser(Grant.everywhere(Role.REPORTER));
        var files = new LinkedHashMap<String, byte[]>();
        files.put("one.png", SentPictures.png(1, 300, 200));
        files.put("words.png", "no picture".getBytes(StandardCharsets.UTF_8));
        files.put("two.png", SentPictures.png(2, 200, 300));
        files.put("one again.png", SentPictures.png(1, 300, 200));
        var answer = SentPictures.send(server, reporter.cookies().get("rotative"), "text/html", files);
        assertEquals(422, answer.statusCode());
        Document page = Jsoup.parse(answer.body());
        assertEquals(
                List.of("okc", "bad", "okc", "warn"),
                page.select("section.band .list li > span:not(.l)").eachAttr("class"));
        List<String> kept = page.select("section.band .list a").eachAttr("href");
        assertEquals(List.of(kept.get(0), kept.get(1), kept.get(0)), kept, "the same bytes are the same picture");
        var image = reporter.get(page.select(".shelf img").first().attr("src"));
        assertEquals(200, image.statusCode());
        assertEquals("image/webp", image.headers().firstValue("Content-Type").orElse(""));
        var none = SentPictures.send(server, reporter.cookies().get("rotative"), "text/html", Map.of());
        assertEquals(400, none.statusCode());
        assertTrue(none.body().contains("Choose one or more pictures"), none.body());
    }

    @Test
    void a_click_on_the_picture_saves_its_place_with_all_that_was_typed() throws Exception {
        Browsing editor = pictureEditor();
        PictureId id = sent(editor, 3);
        Document page = page(editor, path(id));
        var clicked = editor.post(
                path(id),
                fields(page, "#describe", "caption", "Le port", "at.x", "80", "at.y", "120", "archive", "on"));
        assertEquals(303, clicked.statusCode(), clicked.body());
        Picture after = get(id);
        assertEquals("Le port", after.caption());
        assertTrue(after.archive());
        assertEquals(250, after.description().focalX());
        assertEquals(750, after.description().focalY());
        editor.post(path(id), fields(page(editor, path(id)), "#describe", "at.x", "0", "at.y", "0", "down", "20.5"));
        assertEquals(250, get(id).description().focalX(), "the keyboard says no place");
        assertEquals(205, get(id).description().focalY());
    }

    @Test
    void what_is_wrong_or_was_changed_meanwhile_comes_back_with_every_word() throws Exception {
        Browsing editor = pictureEditor();
        PictureId id = sent(editor, 4);
        Document page = page(editor, path(id));
        var wrong = editor.post(path(id), fields(page, "#describe", "alt", "Un quai", "across", "140"));
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("Un quai") && wrong.body().contains("0 to 100"), wrong.body());
        editor.post(path(id), fields(page, "#describe", "credit", "© Une autre"));
        var late = editor.post(path(id), fields(page, "#describe", "credit", "© La mienne"));
        assertTrue(late.statusCode() == 409 || late.statusCode() == 412, "" + late.statusCode());
        assertTrue(late.body().contains("© La mienne"));
        assertEquals("© Une autre", get(id).credit());
        var again = editor.post(path(id), fields(Jsoup.parse(late.body()), "#describe"));
        assertEquals(303, again.statusCode());
        assertEquals("© La mienne", get(id).credit());
    }

    @Test
    void rights_that_somebody_withdrew_do_not_come_back_with_the_words_of_another() throws Exception {
        Browsing editor = pictureEditor();
        PictureId id = sent(editor, 10);
        Document early = page(editor, path(id));
        Instant withdrawn = Instant.now().minusSeconds(90);
        acts.perform(new ChangeRights(Actor.OPERATOR, id, null, Rights.between(null, withdrawn)));
        Rights rights = get(id).rights();
        var late = editor.post(path(id), fields(early, "#describe", "alt", "Un quai"));
        assertEquals(412, late.statusCode());
        Document back = Jsoup.parse(late.body());
        assertFalse(back.select("[name=ends]").val().isEmpty(), "the form shows the end of now");
        assertEquals("Un quai", back.select("[name=alt]").text());
        assertEquals(303, editor.post(path(id), fields(back, "#describe")).statusCode());
        assertEquals("Un quai", get(id).alt());
        assertEquals(rights, get(id).rights());
        Document again = page(editor, path(id));
        editor.post(path(id), fields(again, "#describe", "ends", ""));
        assertEquals(Rights.OPEN, get(id).rights(), "who takes the end out takes it out");
    }

    @Test
    void who_is_late_is_told_so_before_the_rights_are_judged() throws Exception {
        Browsing editor = pictureEditor();
        PictureId id = sent(editor, 12);
        Document early = page(editor, path(id));
        Instant withdrawn = Instant.now().minusSeconds(90);
        acts.perform(new ChangeRights(Actor.OPERATOR, id, null, Rights.between(null, withdrawn)));
        var late = editor.post(path(id), fields(early, "#describe", "starts", "2031-05-04T12:00"));
        assertEquals(412, late.statusCode(), "the end that was not seen is not held against the start that was typed");
        Document back = Jsoup.parse(late.body());
        assertFalse(back.select("[name=ends]").val().isEmpty(), "the form shows the end of now");
        assertEquals("2031-05-04T12:00", back.select("[name=starts]").val());
        assertEquals(422, editor.post(path(id), fields(back, "#describe")).statusCode());
    }

    @Test
    void rights_are_set_and_told_wherever_a_picture_is_chosen() throws Exception {
        Browsing editor = pictureEditor();
        PictureId id = sent(editor, 5);
        assertEquals("unknown", picked(editor, id).get("rights").get("state").asText());
        String rights = path(id) + "/rights";
        var turned = editor.post(
                rights,
                fields(page(editor, path(id)), "#describe", "starts", "2027-01-02T10:00", "ends", "2027-01-01T10:00"));
        assertEquals(422, turned.statusCode());
        assertEquals(Rights.OPEN, get(id).rights());
        String until = Instant.now().plus(Duration.ofDays(2)).toString().substring(0, 16);
        editor.post(rights, fields(page(editor, path(id)), "#describe", "ends", until, "caption", "Le bassin"));
        assertEquals("ending", picked(editor, id).get("rights").get("state").asText());
        assertEquals("Le bassin", get(id).caption(), "words typed beside the rights are kept");
        editor.post(
                path(id), fields(page(editor, path(id)), "#describe", "alt", "Un bassin", "ends", "2031-05-04T12:00"));
        assertEquals("Un bassin", get(id).alt());
        assertEquals("2031-05-04", get(id).rights().ends().toString().substring(0, 10), "and rights beside the words");
        assertTrue(picked(editor, id).get("usable").asBoolean());
        acts.perform(new ChangeRights(
                Actor.OPERATOR, id, null, Rights.between(null, Instant.now().minusSeconds(60))));
        JsonNode ended = picked(editor, id);
        assertEquals("ended", ended.get("rights").get("state").asText());
        assertFalse(ended.get("usable").asBoolean());
        assertTrue(page(editor, "/newsroom/pictures?rights=ended")
                .select(".shelf a")
                .eachAttr("href")
                .contains(path(id)));
    }

    private static JsonNode picked(Browsing by, PictureId id) throws Exception {
        return picked(by, id, "");
    }

    private static JsonNode picked(Browsing by, PictureId id, String query) throws Exception {
        var answer = by.get("/newsroom/picture-picker" + query);
        assertEquals(200, answer.statusCode(), answer.body());
        for (JsonNode each : JSON.readTree(answer.body()).get("pictures")) {
            if (each.get("id").asLong() == id.value()) {
                return each;
            }
        }
        throw new AssertionError("not picked: " + answer.body());
    }

    @Test
    void a_script_mends_some_words_of_a_picture_and_is_told_what_is_wrong() throws Exception {
        Browsing editor = pictureEditor();
        PictureId id = sent(editor, 9);
        editor.post(path(id), fields(page(editor, path(id)), "#describe", "credit", "© M. O.", "archive", "on"));
        editor.with("Accept", "application/json").with("Sec-Fetch-Mode", "cors");
        JsonNode mended = JSON.readTree(
                editor.post(path(id), "caption", "Le quai", "across", "20").body());
        assertEquals("Le quai", mended.get("caption").asText());
        assertEquals(200, mended.get("focalX").asInt());
        assertEquals("© M. O.", mended.get("credit").asText(), "what is not sent stays");
        assertTrue(mended.get("archive").asBoolean());
        assertEquals(
                mended,
                JSON.readTree(
                        editor.get("/newsroom/picture-picker/" + id.value()).body()));
        var wrong = editor.post(path(id), "across", "a third");
        assertEquals(400, wrong.statusCode(), wrong.body());
        assertTrue(JSON.readTree(wrong.body()).get("detail").asText().startsWith("The point is given"), wrong.body());
        var late = editor.post(path(id), "caption", "Le môle", "version", "1");
        assertEquals(412, late.statusCode(), late.body());
        assertEquals(404, editor.get("/newsroom/picture-picker/999999").statusCode());
    }

    @Test
    void words_narrow_and_a_picture_tells_the_stories_that_show_it_as_far_as_one_may_see_them() throws Exception {
        Browsing editor = pictureEditor();
        PictureId id = sent(editor, 6);
        editor.post(
                path(id),
                fields(page(editor, path(id)), "#describe", "caption", "Épave du caboteur", "credit", "© M. O."));
        assertEquals(
                1,
                page(editor, "/newsroom/pictures?words=epave+cabo")
                        .select(".shelf li")
                        .size());
        assertEquals(
                0,
                page(editor, "/newsroom/pictures?words=paquebot")
                        .select(".shelf li")
                        .size());
        EditionId edition = acts.perform(
                        new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", null))
                .value();
        acts.perform(new CreateStory(
                Actor.OPERATOR, edition, Cast.illustrated(Cast.brief("L’épave bouge", "Texte."), id), null, false));
        assertTrue(search.awaitCaughtUp(Duration.ofSeconds(20)));
        assertEquals(
                List.of("L’épave bouge"),
                page(editor, path(id)).select("aside .list a").eachText());
        Browsing elsewhere = browser(new Grant(Role.REPORTER, edition.value() + 1, 0));
        assertTrue(page(elsewhere, path(id)).select("aside .list a").isEmpty());
    }

    @Test
    void who_may_not_describe_sees_the_words_and_changes_none() throws Exception {
        PictureId id = sent(pictureEditor(), 7);
        Browsing reporter = browser(Grant.everywhere(Role.REPORTER));
        Document page = page(reporter, path(id));
        assertTrue(page.select("#describe button").isEmpty());
        assertEquals(
                403,
                reporter.post(path(id), fields(page, "#describe", "caption", "x"))
                        .statusCode());
        Browsing moderator = browser(Grant.everywhere(Role.MODERATOR));
        assertTrue(page(moderator, "/newsroom/pictures").select("form.upload").isEmpty());
        assertEquals(404, moderator.get("/newsroom/pictures/999999").statusCode());
        assertEquals(404, moderator.get(path(id) + "/renditions/17.webp").statusCode());
    }

    @Test
    void who_destroys_a_picture_reads_which_pages_lose_the_very_same_one_under_another_number() throws Exception {
        EditionId edition = acts.perform(new CreateEdition(
                        Actor.OPERATOR,
                        "z" + Long.toString(System.nanoTime(), 36),
                        "fr",
                        false,
                        "Le Phare",
                        null,
                        "Europe/Paris",
                        null))
                .value();
        byte[] face = "a face".getBytes(StandardCharsets.UTF_8);
        PictureId seldom = Cast.picture(press, face);
        PictureId often = Cast.picture(press, face);
        for (int i = 0; i < 53; i++) {
            Cast.published(press, edition, Cast.illustrated(Cast.brief("Le port " + i, "Texte."), often));
        }
        Document asked = page(browser(Grant.everywhere(Role.CHIEF_EDITOR)), path(seldom) + "/destruction");
        assertFalse(asked.text().contains("No public story shows it"), asked.text());
        assertEquals(50, asked.select("section[aria-labelledby=uses] > ul > li").size());
        assertTrue(asked.text().contains("Le port 52"), asked.text());
        assertTrue(asked.text().contains("Opens without a picture"), asked.text());
        assertTrue(asked.text().contains("and 3 public stories more"), asked.text());
    }

    @Test
    void a_picture_is_destroyed_by_who_may_after_they_read_which_pages_lose_it() throws Exception {
        Browsing pictureEditor = pictureEditor();
        PictureId id = sent(pictureEditor, 41);
        String page = path(id) + "/destruction";
        EditionId edition = acts.perform(new CreateEdition(
                        Actor.OPERATOR,
                        "d" + Long.toString(System.nanoTime(), 36),
                        "fr",
                        false,
                        "Le Phare",
                        null,
                        "Europe/Paris",
                        null))
                .value();
        StoryId story = Cast.published(press, edition, Cast.illustrated(Cast.brief("Le port", "Texte."), id));
        String code = database.read(sql -> new Stories(sql).get(story)).code();
        assertEquals(403, pictureEditor.get(page).statusCode());
        assertEquals(403, pictureEditor.post(page, "reason", "x", "final", "on").statusCode());
        assertFalse(pictureEditor.get(path(id)).body().contains("/destruction"), "not offered to who may not");

        Browsing chief = browser(Grant.everywhere(Role.CHIEF_EDITOR));
        assertEquals(page, page(chief, path(id)).select("a[href$=destruction]").attr("href"));
        Document asked = page(chief, page);
        assertTrue(asked.text().contains("Le port"), asked.text());
        assertTrue(asked.text().contains("Opens without a picture"), asked.text());
        String version = asked.select("input[name=version]").val();
        var unsure = chief.post(page, "version", version, "reason", "Un jugement.");
        assertEquals(422, unsure.statusCode());
        assertTrue(unsure.body().contains("Un jugement."), "what was typed comes back");
        assertTrue(unsure.body().contains("Tick it to say that you know."), unsure.body());
        var endless = chief.post(page, "version", version, "reason", "x".repeat(2001), "final", "on");
        assertEquals(422, endless.statusCode());
        assertTrue(endless.body().contains("At most 2000 letters; these are 2001."), endless.body());
        var late = chief.post(page, "version", "99", "reason", "Un jugement.", "final", "on");
        assertEquals(412, late.statusCode());
        assertTrue(get(id).held());

        assertTrue(picked(chief, id).get("editable").asBoolean());
        assertEquals(
                path(id) + "?done=picture.destroyed",
                Browsing.onTo(chief.post(page, "version", version, "reason", "Un jugement.", "final", "on")));
        assertTrue(get(id).destroyed());
        Document gap = page(chief, path(id));
        assertTrue(gap.text().contains("This picture was destroyed on"), gap.text());
        assertEquals(0, gap.select("a[href$=destruction], button.pri, .spot").size(), "nothing is left to do");
        assertEquals(404, chief.get(path(id) + "/renditions/480.webp").statusCode());
        var readers = new Browsing(server);
        var shown = readers.get(Browsing.onTo(readers.get("/" + code)));
        assertEquals(200, shown.statusCode());
        assertFalse(shown.body().contains("/pictures/"), shown.body());
        assertEquals(409, chief.get(page).statusCode());
        var again = chief.post(page, "version", version, "reason", "Encore.", "final", "on");
        assertEquals(409, again.statusCode());
        assertTrue(again.body().contains("was destroyed for good"), again.body());
        String last = Integer.toString(get(id).version());
        assertEquals(
                409, chief.post(path(id), "version", last, "headline", "Encore").statusCode());

        assertFalse(chief.get("/newsroom/picture-picker").body().contains("\"id\":" + id.value() + ","));
        assertFalse(picked(chief, id, "?rights=destroyed").get("editable").asBoolean(), "a form would be refused");
        var back = SentPictures.send(
                server,
                pictureEditor.cookies().get("rotative"),
                "application/json",
                Map.of("a.png", SentPictures.png(41, 600, 300)));
        assertTrue(back.body().contains("does not come in again"), back.body());
        assertTrue(browser(Grant.everywhere(Role.ADMINISTRATOR))
                .get("/newsroom/journal")
                .body()
                .contains("destroyed a picture"));
    }
}
