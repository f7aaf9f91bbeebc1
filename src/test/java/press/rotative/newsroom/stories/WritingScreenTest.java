package press.rotative.newsroom.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.newsroom.Browsing;
import press.rotative.newsroom.OwnData;
import press.rotative.newsroom.StoriesOnDesk;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.Draft;
import press.rotative.story.PictureUse;
import press.rotative.story.Related;
import press.rotative.story.Source;
import press.rotative.story.Stories;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryJson;
import press.rotative.story.acts.CreatePicture;

/// Writing a story by the form alone: nothing typed is lost, whatever is wrong and whoever else writes.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class WritingScreenTest {
    @Inject
    Acts acts;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI server;

    private static StoriesOnDesk.@Nullable Filed filed;

    /// The stories of this class, filed once.
    private StoriesOnDesk.Filed filed() {
        if (filed == null) {
            filed = StoriesOnDesk.file(acts);
        }
        return filed;
    }

    private Browsing browser(String name, Grant grant) {
        return Browsing.in(server, acts, name, "en", grant);
    }

    /// What a browser would send of the form of a story.
    private static Map<String, String> fields(String page) {
        Document html = Jsoup.parse(page);
        var fields = new TreeMap<String, String>();
        for (Element each : html.select("#story [name], [form=story][name]")) {
            switch (each.tagName()) {
                case "textarea" ->
                    fields.put(each.attr("name"), each.wholeText().replaceFirst("^\n", ""));
                case "select" ->
                    fields.put(
                            each.attr("name"), each.select("option[selected]").attr("value"));
                default -> {
                    if (!each.attr("type").equals("checkbox")) {
                        fields.put(each.attr("name"), each.attr("value"));
                    }
                }
            }
        }
        return fields;
    }

    private static String[] flat(Map<String, String> fields) {
        return fields.entrySet().stream()
                .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                .toArray(String[]::new);
    }

    private Draft draft(String path) {
        var id = new StoryId(Long.parseLong(path.replaceAll(".*/stories/(\\d+).*", "$1")));
        return database.read(sql -> new Stories(sql).draft(id)).orElseThrow();
    }

    @Test
    void a_story_is_begun_written_and_never_loses_a_word() throws Exception {
        StoriesOnDesk.Filed filed = filed();
        Browsing maud = browser("Maud Kervarn", Grant.everywhere(Role.EDITOR));
        String section = "s" + filed.section().value();
        assertEquals(
                422,
                maud.post("/newsroom/stories", "place", "s999", "headline", "Un titre")
                        .statusCode());
        String path = Browsing.onTo(
                        maud.post("/newsroom/stories", "place", section, "headline", "Les zostères reviennent"))
                .replaceAll("\\?.*", "");
        Map<String, String> first = fields(maud.get(path).body());
        assertEquals("Les zostères reviennent", first.get("headline"));

        first.put("standfirst", "Elles avaient disparu.");
        first.put("body", "Premier **paragraphe**.\r\n\r\n## Ensuite\r\n\r\n- un\r\n- deux");
        first.put("byline", "Personne Inconnue");
        first.put("topic", "Ferry; Herbier");
        var refused = maud.post(path + "/draft", flat(first));
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("Not known: Personne Inconnue"), refused.body());
        assertTrue(refused.body().contains("Not known: Herbier"));
        Map<String, String> again = fields(refused.body());
        assertEquals(
                "Premier **paragraphe**.\n\n## Ensuite\n\n- un\n- deux",
                again.get("body").replace("\r", ""));
        assertEquals("Elles avaient disparu.", again.get("standfirst"));

        again.put("byline", "Maud Kervarn; Jo Mercer (photo)");
        again.put("add-names", "on");
        assertEquals(path + "?done=story.saved", Browsing.onTo(maud.post(path + "/draft", flat(again))));
        Draft saved = draft(path);
        assertEquals(3, saved.content().body().blocks().size());
        assertEquals(2, saved.content().byline().size());
        assertEquals("photo", saved.content().byline().get(1).role());
        assertEquals(2, saved.content().concepts().size());
        maud.post(path + "/draft", flat(again));
        assertEquals(saved.revision(), draft(path).revision(), "the same form is saved once");

        Map<String, String> seen = fields(maud.get(path).body());
        assertEquals("Maud Kervarn; Jo Mercer (photo)", seen.get("byline"));
        Browsing ines = browser("Inès Cadiou", Grant.everywhere(Role.REPORTER));
        Map<String, String> hers = fields(ines.get(path).body());
        hers.put("body", hers.get("body").replace("## Ensuite", "## Et puis"));
        hers.put("headline", "Les zostères sont de retour");
        assertEquals(path + "?done=story.saved", Browsing.onTo(ines.post(path + "/draft", flat(hers))));
        seen.put("body", seen.get("body").replace("Premier", "Tout premier"));
        seen.put("headline", "Les zostères abondent");
        assertEquals(path + "?done=story.saved.differences", Browsing.onTo(maud.post(path + "/draft", flat(seen))));
        Draft both = draft(path);
        assertEquals("Les zostères sont de retour", both.content().headline(), "the first stands");
        assertEquals("Et puis", ((Block.Heading) both.content().body().blocks().get(1)).text());
        assertEquals(
                "Tout premier paragraphe.",
                ((Block.Paragraph) both.content().body().blocks().get(0)).text());
        assertEquals(saved.content().body().ids(), both.content().body().ids(), "blocks keep their ids");

        String page = maud.get(path).body();
        assertTrue(page.contains("Les zostères abondent"), "the other is kept beside it");
        String difference = Jsoup.parse(page).select(".differences form").attr("action");
        assertEquals(path + "?done=story.decided", Browsing.onTo(maud.post(difference, "take", "mine")));
        assertEquals("Les zostères abondent", draft(path).content().headline());
        assertTrue(Jsoup.parse(maud.get(path).body())
                .select(".differences article")
                .isEmpty());

        Browsing elsewhere = browser(
                "Nadia Hassani", new Grant(Role.REPORTER, filed.edition().value() + 1, 0));
        assertEquals(404, elsewhere.get(path).statusCode(), "nobody learns that it is there");
        assertTrue(
                elsewhere.get(path).body().contains("There is nothing at this address."),
                "said in words of the screen");
        assertEquals(404, elsewhere.post(path + "/draft", flat(seen)).statusCode());
        Browsing moderator = browser("Odile Barzic", Grant.everywhere(Role.MODERATOR));
        assertTrue(moderator.get(path).body().contains("You read this story"));
        assertEquals(403, moderator.post(path + "/draft", flat(seen)).statusCode());
        var long_ = fields(maud.get(path).body());
        long_.put("body", "mot ".repeat(4000) + "\n\n" + "encore ".repeat(2800));
        assertEquals(path + "?done=story.saved", Browsing.onTo(maud.post(path + "/draft", flat(long_))));
    }

    private static String saves(Map<String, Object> save) throws Exception {
        return StoryJson.MAPPER.writeValueAsString(save);
    }

    @Test
    void a_block_that_breaks_a_rule_is_named_in_the_language_of_the_account_and_the_others_are_saved()
            throws Exception {
        var maud = Browsing.in(server, acts, "Maud Kervarn", "fr", Grant.everywhere(Role.EDITOR));
        String path = begun(maud, "Un titre");
        StoryContent base = draft(path).content().withBody(Body.empty());
        String good = "n" + "a".repeat(20);
        String bad = "n" + "b".repeat(20);
        maud.with("Accept", "application/json").with("Content-Type", "application/json");
        var answer = maud.send(
                "POST",
                path + "/saves",
                saves(Map.of(
                        "key",
                        "first-save-1",
                        "base",
                        StoryJson.write(base),
                        "fields",
                        Map.of("headline", List.of("Un autre titre")),
                        "blocks",
                        List.of(
                                Map.of(
                                        "part",
                                        "block:" + bad,
                                        "mine",
                                        Map.of("type", "heading", "id", bad, "text", "x".repeat(301), "level", 2)),
                                Map.of(
                                        "part",
                                        "block:" + good,
                                        "mine",
                                        Map.of("type", "paragraph", "id", good, "text", "Un mot.")),
                                Map.of("part", "order", "base", List.of(), "mine", List.of(bad, good))))));
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode told = StoryJson.MAPPER.readTree(answer.body());
        assertEquals(
                "300 signes au plus ; il y en a 301.",
                told.path("wrong").path("block:" + bad).asText().replace('\u202f', ' '));
        assertEquals(1, told.path("wrong").size());
        assertEquals("Un autre titre", draft(path).content().headline());
        assertEquals(
                List.of(Block.Paragraph.of(good, "Un mot.")),
                draft(path).content().body().blocks());
    }

    private Browsing script(String name) {
        return browser(name, Grant.everywhere(Role.EDITOR))
                .with("Accept", "application/json")
                .with("Content-Type", "application/json");
    }

    private String begun(Browsing by, String headline) throws Exception {
        String section = "s" + filed().section().value();
        return Browsing.onTo(by.post("/newsroom/stories", "place", section, "headline", headline))
                .replaceAll("\\?.*", "");
    }

    private JsonNode saved(Browsing by, String path, String key, Map<?, ?>... blocks) throws Exception {
        StoryContent base = draft(path).content().withBody(Body.empty());
        var answer = by.send(
                "POST",
                path + "/saves",
                saves(Map.of(
                        "key", key,
                        "base", StoryJson.write(base),
                        "fields", Map.of("headline", List.of(base.headline())),
                        "blocks", List.of(blocks))));
        assertEquals(200, answer.statusCode(), answer.body());
        return StoryJson.MAPPER.readTree(answer.body());
    }

    @Test
    void nothing_is_told_again_while_nothing_changes() throws Exception {
        String path = begun(browser("Maud Kervarn", Grant.everywhere(Role.EDITOR)), "Un titre");
        Browsing maud = script("Maud Kervarn");
        JsonNode told = StoryJson.MAPPER.readTree(maud.get(path + "/standing").body());
        String again = path + "/standing?seen=" + told.get("tag").asText() + "&heard="
                + told.get("heard").asText();
        assertEquals(204, maud.get(again).statusCode());
        assertEquals("", maud.get(again).body());
        String id = "n" + "c".repeat(20);
        saved(
                script("Ronan Jézéquel"),
                path,
                "a-save-of-ronan",
                Map.of("part", "block:" + id, "mine", Map.of("type", "paragraph", "id", id, "text", "Un mot.")));
        var changed = maud.get(again);
        assertEquals(200, changed.statusCode());
        told = StoryJson.MAPPER.readTree(changed.body());
        assertTrue(told.get("parts").has("block:" + id), changed.body());
        again = path + "/standing?seen=" + told.get("tag").asText() + "&heard="
                + told.get("heard").asText();
        assertEquals(204, maud.get(again).statusCode());
        browser("Inès Cadiou", Grant.everywhere(Role.EDITOR))
                .post(path + "/presence", "window", "w".repeat(12), "part", "headline");
        assertEquals(200, maud.get(again).statusCode(), "somebody came");
        Browsing elsewhere =
                browser("Nadia", new Grant(Role.REPORTER, filed().edition().value() + 1, 0));
        assertEquals(404, elsewhere.get(again).statusCode());
    }

    @Test
    void both_texts_of_a_table_and_of_fields_are_shown_as_people_read_them() throws Exception {
        String path = begun(browser("Maud Kervarn", Grant.everywhere(Role.EDITOR)), "Un titre");
        String id = "n" + "d".repeat(20);
        Map<String, Object> table = Map.of(
                "type",
                "table",
                "id",
                id,
                "columns",
                List.of("Quai", "Heure"),
                "rows",
                List.of(List.of("Nord", "9 h")));
        saved(script("Maud Kervarn"), path, "the-first-save", Map.of("part", "block:" + id, "mine", table));
        for (String hour : List.of("10 h", "11 h")) {
            var mine = new TreeMap<>(table);
            mine.put("rows", List.of(List.of("Nord", hour)));
            saved(
                    script("Ronan Jézéquel"),
                    path,
                    "save-at-" + hour.replace(" ", "-"),
                    Map.of("part", "block:" + id, "base", table, "mine", mine));
        }
        var page = browser("Inès Cadiou", Grant.everywhere(Role.EDITOR)).get(path);
        assertEquals(
                List.of("Quai | Heure\nNord | 10 h", "Quai | Heure\nNord | 11 h"),
                Jsoup.parse(page.body()).select("#differences .sides p").stream()
                        .map(Element::wholeText)
                        .toList());
    }

    @Test
    void two_texts_that_are_too_long_together_are_kept_beside_each_other() throws Exception {
        String path = begun(browser("Maud Kervarn", Grant.everywhere(Role.EDITOR)), "Un titre");
        String id = "n" + "e".repeat(20);
        String part = "block:" + id;
        Map<String, Object> base = Map.of("type", "heading", "id", id, "text", "Au port", "level", 2);
        saved(script("Maud Kervarn"), path, "the-first-save", Map.of("part", part, "mine", base));
        for (String text : List.of("x".repeat(200) + " Au port", "Au port " + "y".repeat(200))) {
            var mine = new TreeMap<>(base);
            mine.put("text", text);
            saved(
                    script("Ronan Jézéquel"),
                    path,
                    "save-of-" + text.length() + text.charAt(0),
                    Map.of("part", part, "base", base, "mine", mine));
        }
        assertEquals(
                "x".repeat(200) + " Au port",
                ((Block.Heading) draft(path).content().body().blocks().getFirst()).text());
        var page = browser("Inès Cadiou", Grant.everywhere(Role.EDITOR)).get(path);
        assertTrue(
                Jsoup.parse(page.body()).select("#differences .sides").text().contains("Au port " + "y".repeat(200)),
                page.body());
    }

    @Test
    void a_save_without_an_end_is_broken_off() throws Exception {
        String path = begun(browser("Maud Kervarn", Grant.everywhere(Role.EDITOR)), "Un titre");
        Browsing maud = script("Maud Kervarn");
        var request = java.net.http.HttpRequest.newBuilder(server.resolve(path + "/saves"))
                .header("Cookie", "rotative=" + maud.cookies().get("rotative"))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Accept", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[3 * 1024 * 1024])))
                .build();
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
        assertEquals(413, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("more than can be taken at once"), answer.body());
    }

    @Test
    void stories_to_choose_from_come_page_by_page() throws Exception {
        Browsing maud = browser("Maud Kervarn", Grant.everywhere(Role.EDITOR));
        String path = begun(maud, "Le premier zostère");
        for (int i = 0; i < 14; i++) {
            begun(maud, "Zostère numéro " + i);
        }
        JsonNode first = StoryJson.MAPPER.readTree(
                maud.get(path + "/suggestions?words=zost%C3%A8re").body());
        assertEquals(12, first.get("stories").size());
        JsonNode second = StoryJson.MAPPER.readTree(maud.get(path + "/suggestions?words=zost%C3%A8re&before="
                        + first.get("next").asText())
                .body());
        assertEquals(2, second.get("stories").size());
        assertTrue(second.get("next").isNull());
        assertEquals(
                "Zostère numéro 0", second.get("stories").get(1).get("headline").asText());
    }

    @Test
    void links_of_a_story_are_asked_a_few_times_a_minute_and_faults_are_told_in_the_language_of_the_account()
            throws Exception {
        var ines = Browsing.in(server, acts, "Inès Cadiou", "fr", Grant.everywhere(Role.EDITOR));
        String path = begun(ines, "Un titre");
        Map<String, String> typed = fields(ines.get(path).body());
        typed.put("sources", "Ici http://localhost/");
        ines.post(path + "/draft", flat(typed));
        ines.with("Accept", "application/json");
        String told = ines.post(path + "/link-checks").body();
        assertTrue(told.contains("le nom localhost mène à un réseau privé."), told);
        for (int i = 0; i < 5; i++) {
            assertEquals(200, ines.post(path + "/link-checks").statusCode());
        }
        var refused = ines.post(path + "/link-checks");
        assertEquals(429, refused.statusCode());
    }

    @Test
    void sources_notes_lead_picture_and_stories_to_read_also_are_written_in_the_form() throws Exception {
        StoriesOnDesk.Filed filed = filed();
        PictureId picture = acts.perform(
                        new CreatePicture(Actor.OPERATOR, PictureDescription.captioned("Le ferry", "D. Roche", false)))
                .value()
                .id();
        Browsing maud = browser("Maud Kervarn", Grant.everywhere(Role.EDITOR));
        String path = "/newsroom/stories/" + filed.live().value();
        Map<String, String> typed = fields(maud.get(path).body());
        String planned = "/newsroom/stories/" + filed.planned().value();
        typed.put("related", server.resolve(planned) + "\nUn titre à venir\n#999999\nhttps://other.example" + planned);
        typed.put("sources", "Délibération du conseil https://ville.example/d/12\nEntretien, 3 mars");
        typed.put("making", "Nous avons relu les délibérations.");
        typed.put("note-to-editors", "Ne pas citer le pilote.");
        typed.put("hero", Long.toString(picture.value()));
        typed.put("hero-caption", "Le ferry, lundi.");
        var refused = maud.post(path + "/draft", flat(typed));
        assertEquals(422, refused.statusCode());
        assertTrue(
                refused.body().contains("There is no such story: #999999; https://other.example" + planned),
                refused.body());
        typed = fields(refused.body());
        typed.put("related", typed.get("related").replaceAll("\\R#999999\\R.*", ""));
        assertEquals(path + "?done=story.saved", Browsing.onTo(maud.post(path + "/draft", flat(typed))));

        StoryContent saved = draft(path).content();
        assertEquals(
                List.of(new Related(filed.planned(), null), new Related(null, "Un titre à venir")), saved.related());
        assertEquals(
                List.of(
                        new Source("Délibération du conseil", "https://ville.example/d/12"),
                        new Source("Entretien, 3 mars", null)),
                saved.sources());
        assertEquals("Ne pas citer le pilote.", saved.noteToEditors());
        assertEquals(new PictureUse(picture, "Le ferry, lundi.", null), saved.hero());
        Map<String, String> again = fields(maud.get(path).body());
        assertEquals("#" + filed.planned().value() + " La digue nord fermée\nUn titre à venir", again.get("related"));
        again.put("headline", "Le ferry accostera le 13 mai");
        assertEquals(path + "?done=story.saved", Browsing.onTo(maud.post(path + "/draft", flat(again))));
        StoryContent later = draft(path).content();
        assertEquals(saved.related(), later.related());
        assertEquals(saved.sources(), later.sources());
        String seenByPublic = maud.get(path + "/preview/newest").body();
        assertTrue(seenByPublic.contains("Délibération du conseil"), seenByPublic);
        assertFalse(seenByPublic.contains("Ne pas citer"), "the note to editors is not for the public");
    }
}
