package press.rotative.newsroom.manage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.rotative.Cast;
import press.rotative.newsroom.Browsing;
import press.rotative.newsroom.OwnData;
import press.rotative.newsroom.StoriesOnDesk;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.publication.Acts;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.PublishStory;

/// Sections, concepts, authors and editions by their forms alone: what is said beside which field, what stays typed,
/// what the public reads then.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManageScreenTest {
    private static final String MANAGE = "/newsroom/manage";

    @Inject
    Acts acts;

    @TestHTTPResource("/")
    URI server;

    private StoriesOnDesk.Filed filed;
    private Browsing administrator;

    @BeforeAll
    void stories() {
        filed = StoriesOnDesk.file(acts);
        administrator = browser(Grant.everywhere(Role.ADMINISTRATOR));
    }

    private Browsing browser(Grant grant) {
        return Browsing.in(server, acts, "Jane", "en", grant);
    }

    private static Document page(Browsing browser, String path) throws Exception {
        var answer = browser.get(path);
        assertEquals(200, answer.statusCode(), path + answer.body());
        return Jsoup.parse(answer.body());
    }

    /// Where it leads on.
    private static String done(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        return Browsing.onTo(answer).replaceAll("\\?done=.*", "");
    }

    private static Document refused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body());
    }

    private static String beside(Document page, String field) {
        assertEquals("true", page.getElementById(field).attr("aria-invalid"), field);
        assertTrue(page.getElementById(field).attr("aria-describedby").contains(field + "-wrong"));
        return page.getElementById(field + "-wrong").text();
    }

    @Test
    void the_menu_leads_to_the_lists_that_somebody_may_manage() throws Exception {
        Document chief = page(browser(Grant.everywhere(Role.CHIEF_EDITOR)), MANAGE + "/sections");
        assertEquals(
                List.of("Sections", "Menus", "Own pages", "Look", "Concepts", "Authors"),
                chief.select("nav.tabs a").eachText());
        assertEquals(MANAGE, chief.select("nav.side a:contains(Manage)").attr("href"));
        Browsing editor = browser(Grant.everywhere(Role.EDITOR));
        assertEquals(MANAGE + "/concepts", Browsing.onTo(editor.get(MANAGE)));
        assertEquals(403, editor.get(MANAGE + "/sections").statusCode());
        Browsing reporter = browser(Grant.everywhere(Role.REPORTER));
        assertTrue(page(reporter, "/newsroom/desk")
                .select("nav.side a:contains(Manage)")
                .isEmpty());
        assertEquals(403, reporter.get(MANAGE).statusCode());
    }

    @Test
    void a_section_is_added_and_renamed_and_its_old_address_leads_on() throws Exception {
        String edition = "" + filed.edition().value();
        Document blank = refused(
                422, administrator.post(MANAGE + "/sections", "edition", edition, "name", " ", "slug", "Été !"));
        assertEquals("This is needed.", beside(blank, "name"));
        assertTrue(beside(blank, "slug").contains("Lower-case"));
        assertEquals("Été !", blank.getElementById("slug").val());
        assertTrue(blank.select("#edition option[selected]").val().equals(edition));

        String path = done(administrator.post(MANAGE + "/sections", "edition", edition, "name", "Culture", "slug", ""));
        assertEquals(200, administrator.get("/fr/culture").statusCode());
        assertTrue(administrator.get("/fr/").body().contains("/fr/culture"));
        Document form = page(administrator, path);
        assertEquals("culture", form.getElementById("slug").val());
        String version = form.select("input[name=version]").val();
        Document taken =
                refused(409, administrator.post(path, "version", version, "name", "Culture, loisirs", "slug", "port"));
        assertTrue(beside(taken, "slug").contains("/fr/port"), taken.html());
        assertEquals("Culture, loisirs", taken.getElementById("name").val());
        Document site =
                refused(422, administrator.post(path, "version", version, "name", "Culture, loisirs", "slug", "topic"));
        assertTrue(beside(site, "slug").contains("the site itself"));

        done(administrator.post(path, "version", version, "name", "Culture, loisirs", "slug", "loisirs"));
        assertTrue(Browsing.onTo(administrator.get("/fr/culture")).endsWith("/fr/loisirs"));
        assertTrue(administrator.get("/fr/").body().contains("Culture, loisirs"));
    }

    @Test
    void sections_of_other_editions_are_neither_shown_nor_changed() throws Exception {
        Browsing chief = browser(new Grant(Role.CHIEF_EDITOR, filed.edition().value(), 0));
        Document list = page(chief, MANAGE + "/sections");
        assertEquals(List.of("Le Phare"), list.select("h2[lang]").eachText());
        String arabic =
                page(administrator, MANAGE + "/sections").select("a[lang=ar]").attr("href");
        assertEquals(404, chief.get(arabic).statusCode());
        assertEquals(404, chief.post(arabic, "name", "x").statusCode());
        Browsing ofSection = browser(new Grant(
                Role.CHIEF_EDITOR, filed.edition().value(), filed.section().value()));
        assertTrue(page(ofSection, MANAGE + "/sections").select("a[href$=/new]").isEmpty());
        assertTrue(page(ofSection, MANAGE + "/sections/new").text().contains("do not reach"));
    }

    @Test
    void a_concept_of_a_known_name_is_added_only_when_somebody_says_that_it_is_another() throws Exception {
        String[] typed = {"kind", "person", "label-fr", "Anne Le Goff", "label-ar", ""};
        String first = done(administrator.post(MANAGE + "/concepts", typed));
        Document known = refused(422, administrator.post(MANAGE + "/concepts", typed));
        assertTrue(beside(known, "label-fr").contains("Anne Le Goff"));
        assertEquals(first, known.select("fieldset a").attr("href"));
        assertEquals("person", known.select("#kind option[selected]").val());
        String second = done(administrator.post(
                MANAGE + "/concepts", "kind", "person", "label-fr", "Anne Le Goff", "another", "on"));
        assertFalse(first.equals(second));
        Document none = refused(422, administrator.post(MANAGE + "/concepts", "kind", "topic"));
        assertTrue(beside(none, "label-fr").contains("at least one language"));
        assertEquals(200, administrator.get(MANAGE + "/concepts?q=goff").statusCode());
        assertEquals(
                2,
                page(administrator, MANAGE + "/concepts?q=goff")
                        .select("ul.list a")
                        .size());
        assertEquals(
                0,
                page(administrator, MANAGE + "/concepts?q=goff&kind=place")
                        .select("ul.list a")
                        .size());
    }

    @Test
    void who_was_slower_sees_what_stands_there_and_may_then_put_theirs_on_top() throws Exception {
        String path = done(administrator.post(MANAGE + "/concepts", "kind", "topic", "label-fr", "Marées"));
        done(administrator.post(path, "version", "1", "kind", "topic", "label-fr", "Grandes marées"));
        Document late =
                refused(412, administrator.post(path, "version", "1", "kind", "event", "label-fr", "Marées d’automne"));
        assertTrue(late.select(".band.warn").text().contains("Topic: Grandes marées"), late.html());
        assertEquals("Marées d’automne", late.getElementById("label-fr").val());
        String now = late.select("input[name=version]").val();
        done(administrator.post(path, "version", now, "kind", "event", "label-fr", "Marées d’automne"));
        assertEquals(
                "Marées d’automne",
                page(administrator, path).getElementById("label-fr").val());
    }

    @Test
    void a_concept_is_merged_and_every_page_of_it_leads_to_the_one_that_stays() throws Exception {
        String[] names = {"Bac du passage", "Navette maritime"};
        var ids = new ArrayList<ConceptId>();
        for (String name : names) {
            ids.add(acts.perform(new CreateConcept(Actor.OPERATOR, ConceptKind.TOPIC, Map.of("fr", name)))
                    .value()
                    .id());
        }
        StoryId story = acts.perform(new CreateStory(
                        Actor.OPERATOR,
                        filed.edition(),
                        Cast.about(Cast.brief("Le bac reprend", "Demain."), ids.getFirst()),
                        null,
                        false))
                .value()
                .story();
        acts.perform(new PublishStory(Actor.OPERATOR, story, null, null, true));
        assertEquals(200, administrator.get("/fr/topic/bac-du-passage").statusCode());
        String page = administrator.get("/fr/topic/bac-du-passage").body();
        String address =
                Jsoup.parse(page).select("main a[href*=le-bac-reprend]").attr("href");

        String path = MANAGE + "/concepts/" + ids.getFirst().value();
        String merge = page(administrator, path).select("a[href$=/merge]").attr("href");
        assertTrue(page(administrator, merge).select("ul.list a").isEmpty());
        Document found = page(administrator, merge + "?q=navette");
        assertEquals(List.of("Navette maritime"), found.select("ul.list a").eachText());
        Document asked = page(administrator, found.select("ul.list a").attr("href"));
        String said = asked.select("section.band").text();
        assertTrue(said.contains("“Bac du passage” (Topic) is merged into “Navette maritime” (Topic)"), said);
        assertTrue(said.contains("1 public story changes"), said);
        var form = asked.select("form[method=post]").last();
        done(administrator.post(
                form.attr("action"),
                "into",
                form.select("[name=into]").val(),
                "version",
                form.select("[name=version]").val(),
                "other",
                form.select("[name=other]").val()));

        assertTrue(Browsing.onTo(administrator.get("/fr/topic/bac-du-passage")).endsWith("/fr/topic/navette-maritime"));
        assertTrue(Browsing.onTo(administrator.get("/fr/topic/bac-du-passage/rss.xml"))
                .endsWith("/fr/topic/navette-maritime/rss.xml"));
        assertEquals(301, administrator.get("/fr/topic/bac-du-passage/atom.xml").statusCode());
        String public_ = administrator.get(address).body();
        assertTrue(public_.contains("Navette maritime") && !public_.contains("Bac du passage"), public_);
        assertEquals(MANAGE + "/concepts/" + ids.getLast().value(), Browsing.onTo(administrator.get(path)));
        assertEquals(
                List.of("Bac du passage"),
                page(administrator, MANAGE + "/concepts/" + ids.getLast().value())
                        .select(".chips span[dir]")
                        .eachText());
        assertEquals(410, administrator.get(merge).statusCode());
        assertEquals(
                410,
                administrator.post(path, "kind", "topic", "label-fr", "Bac").statusCode());
        Document journal = page(administrator, "/newsroom/journal?kind=public");
        assertTrue(journal.text().contains("merged concepts"), journal.text());
    }

    @Test
    void what_the_merged_will_have_is_counted_once() throws Exception {
        var ids = new ArrayList<ConceptId>();
        for (String name : List.of("Vedette du large", "Vedette du quai")) {
            ids.add(acts.perform(new CreateConcept(Actor.OPERATOR, ConceptKind.TOPIC, Map.of("fr", name)))
                    .value()
                    .id());
        }
        for (List<ConceptId> about : List.of(ids, ids.subList(0, 1), ids.subList(1, 2))) {
            var content = Cast.about(Cast.brief("La vedette", "Demain."), about.toArray(ConceptId[]::new));
            StoryId story = acts.perform(new CreateStory(Actor.OPERATOR, filed.edition(), content, null, false))
                    .value()
                    .story();
            acts.perform(new PublishStory(Actor.OPERATOR, story, null, null, true));
        }
        String merge = MANAGE + "/concepts/" + ids.getFirst().value() + "/merge";
        Document found = page(administrator, merge + "?q=vedette");
        assertEquals(List.of("2 stories"), found.select("ul.list li .end").eachText());
        Document asked = page(administrator, merge + "?into=" + ids.getLast().value());
        String line =
                asked.select("ul.list li:contains(/fr/topic/vedette-du-quai)").text();
        assertTrue(line.endsWith("3 stories"), line);
    }

    @Test
    void a_concept_is_merged_into_another_that_is_as_it_was_seen() throws Exception {
        var ids = new ArrayList<Long>();
        for (String name : List.of("Sardines", "Sardine")) {
            ids.add(acts.perform(new CreateConcept(Actor.OPERATOR, ConceptKind.TOPIC, Map.of("fr", name)))
                    .value()
                    .id()
                    .value());
        }
        String merge = MANAGE + "/concepts/" + ids.getFirst() + "/merge";
        assertTrue(refused(422, administrator.post(merge)).text().contains("Choose the concept that stays"));
        assertTrue(refused(422, administrator.post(merge, "into", "" + ids.getFirst()))
                .text()
                .contains("into itself"));
        Document late = refused(412, administrator.post(merge, "into", "" + ids.getLast(), "version", "9"));
        assertEquals("1", late.select("form[method=post] [name=version]").last().val());
        assertEquals(404, administrator.post(merge, "into", "99999").statusCode());
    }

    @Test
    void a_long_list_is_read_page_by_page_and_shows_each_once() throws Exception {
        for (int i = 0; i < 120; i++) {
            acts.perform(new CreateConcept(Actor.OPERATOR, ConceptKind.EVENT, Map.of("fr", "Régate " + i)));
        }
        for (String query : List.of("?q=regate", "?kind=event&q=r%C3%A9gate")) {
            var seen = new HashSet<String>();
            String path = MANAGE + "/concepts" + query;
            int pages = 0;
            while (!path.isEmpty()) {
                Document list = page(administrator, path);
                list.select("ul.list a").forEach(link -> assertTrue(seen.add(link.attr("href")), link.text()));
                path = list.select("a[rel=next]").attr("href");
                pages++;
            }
            assertEquals(120, seen.size());
            assertEquals(3, pages);
        }
    }

    @Test
    void an_author_is_renamed_everywhere_and_keeps_the_address() throws Exception {
        String path = page(administrator, MANAGE + "/authors?q=kervarn")
                .select("ul.list a")
                .attr("href");
        Document form = page(administrator, path);
        String address = form.select("ul.list a[dir=ltr]").attr("href");
        assertEquals(200, administrator.get(address).statusCode());
        String version = form.select("input[name=version]").val();
        done(administrator.post(
                path, "version", version, "name", "Maud Kervarn-Rio", "note", "À la criée.\r\nEt au port."));
        String public_ = administrator.get(address).body();
        assertTrue(public_.contains("Maud Kervarn-Rio"), public_);
        assertEquals(
                "À la criée.\nEt au port.",
                page(administrator, path).getElementById("note").wholeText().strip());
        Document known = refused(422, administrator.post(MANAGE + "/authors", "name", "Maud Kervarn-Rio"));
        assertTrue(beside(known, "name").contains("Maud Kervarn-Rio"));
        done(administrator.post(MANAGE + "/authors", "name", "Maud Kervarn-Rio", "another", "on"));
    }

    @Test
    void an_edition_is_opened_and_changed_and_unknown_settings_stay() throws Exception {
        Document wrong = refused(
                422,
                administrator.post(
                        MANAGE + "/editions",
                        "name",
                        "The Beacon",
                        "code",
                        "api",
                        "language",
                        "English",
                        "zone",
                        "Brest"));
        assertTrue(beside(wrong, "code").contains("api"));
        assertTrue(beside(wrong, "language").contains("fr, en or ar"));
        assertTrue(beside(wrong, "zone").contains("Brest"));
        assertEquals("The Beacon", wrong.getElementById("name").val());
        Document known = refused(
                409,
                administrator.post(
                        MANAGE + "/editions", "name", "x", "code", "fr", "language", "fr", "zone", "Europe/Paris"));
        assertTrue(beside(known, "code").contains("fr"));
        String path = done(administrator.post(
                MANAGE + "/editions",
                "name",
                "The Beacon",
                "code",
                "en",
                "language",
                "en",
                "zone",
                "Europe/London",
                "motto",
                "In the rain"));
        assertTrue(administrator.get("/en/").body().contains("In the rain"));
        Document form = page(administrator, path);
        Document tides = refused(
                422,
                administrator.post(
                        path,
                        "version",
                        form.select("input[name=version]").val(),
                        "name",
                        "The Beacon",
                        "tides",
                        "Tides",
                        "tide-lines",
                        "High water 06.10"));
        assertTrue(beside(tides, "tide-lines").contains("three parts"));
        done(administrator.post(
                path,
                "version",
                form.select("input[name=version]").val(),
                "name",
                "The Beacon",
                "footer",
                "Printed in Brest\r\n\r\n© The Beacon",
                "tides",
                "Tides",
                "tide-lines",
                "High water; 06.10; 7.2 m"));
        String front = administrator.get("/en/").body();
        assertTrue(front.contains("Printed in Brest"), front);
        assertFalse(front.contains("In the rain"));
        assertEquals(
                "High water; 06.10; 7.2 m",
                page(administrator, path)
                        .getElementById("tide-lines")
                        .wholeText()
                        .strip());
        assertEquals(
                "Printed in Brest\n© The Beacon",
                page(administrator, path).getElementById("footer").wholeText().strip());
    }

    /// What a browser sends of a form when one field was changed.
    private static String[] sent(Document page, String field, String value) {
        var form = (FormElement) page.selectFirst("form:has(input[name=version])");
        var flat = new ArrayList<String>();
        form.formData().forEach(each -> {
            flat.add(each.key());
            flat.add(each.key().equals(field) ? value : each.value());
        });
        return flat.toArray(String[]::new);
    }

    @Test
    void settings_that_a_colleague_changed_are_kept_by_who_is_late_and_left_them_alone() throws Exception {
        String path = page(administrator, MANAGE + "/editions")
                .select("ul.list a[lang=ar]")
                .attr("href");
        Document early = page(administrator, path);
        done(administrator.post(path, sent(early, "digits", "arab")));
        done(administrator.post(path, sent(page(administrator, path), "footer", "One\r\nTwo")));
        Document late = refused(412, administrator.post(path, sent(early, "motto", "In the rain")));
        assertEquals("One\nTwo", late.getElementById("footer").wholeText().strip());
        done(administrator.post(path, sent(late, "none", "")));
        Document after = page(administrator, path);
        assertEquals("In the rain", after.getElementById("motto").val());
        assertEquals("One\nTwo", after.getElementById("footer").wholeText().strip());
        assertEquals("arab", after.select("#digits option[selected]").val());
        done(administrator.post(path, sent(after, "digits", "latn")));

        String author = done(administrator.post(MANAGE + "/authors", "name", "Odile Nédélec"));
        Document seen = page(administrator, author);
        done(administrator.post(author, sent(seen, "note", "At the port.")));
        Document back = refused(412, administrator.post(author, sent(seen, "name", "Odile Le Nédélec")));
        done(administrator.post(author, sent(back, "none", "")));
        assertEquals(
                "At the port.",
                page(administrator, author).getElementById("note").text());
        assertEquals(
                "Odile Le Nédélec",
                page(administrator, author).getElementById("name").val());

        String concept = done(administrator.post(MANAGE + "/concepts", "kind", "topic", "label-fr", "Phares"));
        Document first = page(administrator, concept);
        done(administrator.post(concept, sent(first, "label-ar", "المنارات")));
        Document other = refused(412, administrator.post(concept, sent(first, "label-fr", "Phares et balises")));
        done(administrator.post(concept, sent(other, "none", "")));
        assertEquals(
                "المنارات",
                page(administrator, concept).getElementById("label-ar").val());
    }

    @Test
    void what_a_colleague_wrote_in_the_same_field_stands_beside_it() throws Exception {
        String author = done(administrator.post(MANAGE + "/authors", "name", "Odile Tanguy", "note", "At the port."));
        Document seen = page(administrator, author);
        done(administrator.post(author, sent(seen, "note", "At the quay.")));
        Document back = refused(412, administrator.post(author, sent(seen, "note", "At the mole.")));
        assertEquals("At the mole.", back.getElementById("note").wholeText().strip());
        assertEquals(
                "Somebody else wrote here meanwhile: At the quay.",
                back.getElementById("note-wrong").text());
        assertNull(back.getElementById("name-wrong"));
        done(administrator.post(author, sent(back, "none", "")));
        Document again = page(administrator, author);
        assertEquals("At the mole.", again.getElementById("note").wholeText().strip());
        done(administrator.post(author, sent(again, "note", "")));
        Document emptied = refused(412, administrator.post(author, sent(again, "note", "At sea.")));
        assertEquals(
                "Somebody else emptied it meanwhile.",
                emptied.getElementById("note-wrong").text());
    }

    @Test
    void the_opinions_of_a_front_follow_their_section_to_a_new_address() throws Exception {
        String edition = page(administrator, MANAGE + "/editions")
                .select("ul.list a[lang=fr]")
                .attr("href");
        String section = done(administrator.post(
                MANAGE + "/sections", "edition", "" + filed.edition().value(), "name", "Tribunes", "slug", "tribunes"));
        Document form = page(administrator, edition);
        done(administrator.post(
                edition,
                "version",
                form.select("input[name=version]").val(),
                "name",
                "Le Phare",
                "opinions",
                "tribunes"));
        done(administrator.post(section, "version", "1", "name", "Tribunes", "slug", "idees"));
        assertEquals(
                "idees",
                page(administrator, edition)
                        .select("#opinions option[selected]")
                        .val());
    }
}
