package press.rotative.newsroom.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.rotative.newsroom.Browsing;
import press.rotative.newsroom.OwnData;
import press.rotative.newsroom.StoriesOnDesk;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.publication.Acts;
import press.rotative.search.StaffSearch;

/// The search of the newsroom by its form alone: what is found, for whom, and what stands there.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchScreenTest {
    @Inject
    Acts acts;

    @Inject
    StaffSearch search;

    @TestHTTPResource("/")
    URI server;

    private StoriesOnDesk.Filed filed;

    @BeforeAll
    void stories() {
        filed = StoriesOnDesk.file(acts);
        assertTrue(search.awaitCaughtUp(Duration.ofSeconds(20)));
    }

    private Browsing browser(Grant grant) {
        return Browsing.in(server, acts, "Jane", "en", grant);
    }

    private static Document page(Browsing browser, String path) throws Exception {
        var answer = browser.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.body());
    }

    private static List<String> found(Document page) {
        return page.select(".found .hd").eachText();
    }

    @Test
    void a_day_that_never_was_is_named_at_its_field() throws Exception {
        Browsing chief = browser(Grant.everywhere(Role.CHIEF_EDITOR));
        var answer = chief.get("/newsroom/search?q=ferry&from=2026-02-30&to=hier");
        assertEquals(422, answer.statusCode());
        Document page = Jsoup.parse(answer.body());
        assertEquals(
                "“2026-02-30” is no day. Write it as 2026-11-24.",
                page.select("#from-wrong").text());
        assertEquals("2026-02-30", page.select("[name=from]").attr("value"));
        assertEquals("from-wrong", page.select("[name=from]").attr("aria-describedby"));
        assertEquals("hier", page.select("[name=to][aria-invalid=true]").attr("value"));
        assertEquals("ferry", page.select("[name=q]").attr("value"));
        assertTrue(found(page).isEmpty(), "nothing is looked for with a day left out");
        page(chief, "/newsroom/search?q=ferry&from=2024-02-29");
    }

    @Test
    void the_words_of_drafts_in_every_language_are_found_and_marked() throws Exception {
        Browsing chief = browser(Grant.everywhere(Role.CHIEF_EDITOR));
        Document page = page(chief, "/newsroom/search?q=ferry+12+mai");
        assertEquals(List.of("Le ferry électrique accostera le 12 mai"), found(page));
        assertTrue(
                page.select(".found mark").eachText().contains("ferry"),
                page.select(".found").html());
        assertEquals(
                "/newsroom/stories/" + filed.live().value(),
                page.select(".found .hd").attr("href"));
        assertEquals(
                1,
                found(page(chief, "/newsroom/search?q=%D8%A7%D9%84%D8%B9%D8%A7%D8%B5%D9%81%D8%A9"))
                        .size());
        assertTrue(found(page(chief, "/newsroom/search?q=nirgends")).isEmpty());
    }

    @Test
    void filters_of_edition_section_state_author_and_time_narrow() throws Exception {
        Browsing chief = browser(Grant.everywhere(Role.CHIEF_EDITOR));
        String all = "/newsroom/search?edition=" + filed.edition().value();
        assertEquals(3, found(page(chief, all)).size());
        assertEquals(
                3,
                found(page(chief, all + "&section=" + filed.section().value() + "&author=kerv"))
                        .size());
        assertEquals(0, found(page(chief, all + "&author=nobody")).size());
        assertEquals(1, found(page(chief, all + "&state=published")).size());
        assertEquals(0, found(page(chief, all + "&state=canceled")).size());
        assertEquals(0, found(page(chief, all + "&kind=opinion")).size());
        assertEquals(0, found(page(chief, all + "&to=2020-01-01")).size());
        assertEquals(
                3,
                found(page(chief, all + "&from=2020-01-01&state=nonsense&section=x"))
                        .size());
        assertEquals("3 stories", page(chief, all).select("[role=status]").text());
    }

    @Test
    void somebody_with_rights_elsewhere_finds_nothing_and_is_told_no_figure() throws Exception {
        Browsing other = browser(
                new Grant(Role.EDITOR, filed.edition().value(), filed.section().value() + 1));
        Document page = page(other, "/newsroom/search?q=ferry");
        assertTrue(found(page).isEmpty());
        assertFalse(page.text().contains("1 story"), page.text());
        Browsing contributor = browser(Grant.everywhere(Role.CONTRIBUTOR));
        assertTrue(found(page(contributor, "/newsroom/search?q=ferry")).isEmpty());
    }

    @Test
    void every_screen_has_the_field_and_odd_words_are_no_error() throws Exception {
        Browsing chief = browser(Grant.everywhere(Role.CHIEF_EDITOR));
        for (String path : List.of("/newsroom/desk", "/newsroom/account", "/newsroom/stories/new")) {
            assertEquals(1, page(chief, path).select("form.find input[name=q]").size(), path);
        }
        for (String odd : List.of("%22", "-", "*", "%2A%2A", "%00", "a".repeat(1500), "-ferry", "%3Cscript%3E")) {
            page(chief, "/newsroom/search?q=" + odd);
        }
        page(chief, "/newsroom/search?q=ferry&after=zzz.zzz.zzz");
    }
}
