package press.rotative.newsroom.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import press.rotative.newsroom.Browsing;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.Arrivals;
import press.rotative.story.PubStatus;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;
import press.rotative.story.Workflow;

/// What is decided about a story on screen: what a decision says before, what comes of it, who may not.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeedsScreenTest extends DecidingOnScreen {
    @Test
    @Order(1)
    void a_draft_goes_through_review_and_is_published_by_who_may() throws Exception {
        StoryId id = filed().draft();
        Browsing reporter = as(Role.REPORTER);
        String page = reporter.get(path(id)).body();
        assertTrue(page.contains("Send to review"));
        assertFalse(page.contains("Approve"), "approving is for who publishes");
        done(reporter.post(path(id) + "/state", "to", "in_review", "revision", "1"), id, "handed.on");
        assertEquals(Workflow.IN_REVIEW, story(id).workflow());
        assertEquals(
                403,
                reporter.post(path(id) + "/state", "to", "ready", "revision", "1")
                        .statusCode());
        assertEquals(403, reporter.get(path(id) + "/publication").statusCode());
        assertEquals(
                403, reporter.post(path(id) + "/publication", "revision", "1").statusCode());

        Browsing editor = as(Role.EDITOR);
        assertEquals(
                412,
                editor.post(path(id) + "/state", "to", "ready", "revision", "7").statusCode(),
                "of words not read");
        done(editor.post(path(id) + "/state", "to", "ready", "revision", "1"), id, "handed.on");
        String asked = editor.get(path(id) + "/publication").body();
        assertTrue(asked.contains("/ar/"), "the pages that change are told");
        assertTrue(asked.contains("Publish"));
        var stale = editor.post(path(id) + "/publication", "revision", "9", "note", "");
        assertEquals(412, stale.statusCode());
        assertTrue(stale.body().contains("Somebody changed the draft meanwhile"), stale.body());
        done(decide(editor, path(id) + "/publication"), id, "live");
        assertEquals(PubStatus.USABLE, story(id).pubStatus());
        assertEquals(200, follow("/" + story(id).code()));
    }

    @Test
    @Order(1)
    void a_story_is_given_to_somebody_who_then_may_write_it() throws Exception {
        StoryId id = filed().planned();
        long contributor = Arrivals.join(
                acts, "Odile Barzic", "odile@lephare.example", "en", Set.of(Grant.everywhere(Role.CONTRIBUTOR)));
        var hers = new Browsing(server);
        hers.cookies().put("rotative", Arrivals.comesIn(acts, contributor));
        assertEquals(404, hers.get(path(id)).statusCode());
        assertEquals(
                403,
                hers.post(path(id) + "/staff", "staff", Long.toString(contributor))
                        .statusCode());
        Browsing editor = as(Role.EDITOR);
        assertEquals(400, editor.post(path(id) + "/staff", "staff", "999999").statusCode());
        done(editor.post(path(id) + "/staff", "staff", Long.toString(contributor)), id, "assigned");
        assertEquals(200, hers.get(path(id)).statusCode());
        assertTrue(hers.get("/newsroom/desk").body().contains("La digue nord"));
    }

    @Test
    @Order(2)
    void what_is_missing_is_told_before_anything_can_be_decided() throws Exception {
        Browsing editor = as(Role.EDITOR);
        String begun = Browsing.onTo(editor.post(
                        "/newsroom/stories", "place", "e" + filed().edition().value(), "headline", "Rien encore"))
                .replaceAll("\\?.*", "");
        String page = editor.get(begun + "/publication").body();
        assertTrue(page.contains("The section is missing"), page);
        assertTrue(page.contains("The byline is missing"));
        assertFalse(page.contains("form class=\"stackx deed\""));
        var forced = editor.post(begun + "/publication", "revision", "1");
        assertEquals(422, forced.statusCode());
        assertTrue(forced.body().contains("It was not done."), forced.body());
    }

    @Test
    @Order(3)
    void an_update_and_a_correction_show_what_changes_and_keep_the_note() throws Exception {
        StoryId id = filed().live();
        Browsing editor = as(Role.EDITOR);
        String page = editor.get(path(id) + "/correction").body();
        assertTrue(page.contains("<ins>"), "the changed words are shown");
        var empty = decide(editor, path(id) + "/correction", "note", " ");
        assertEquals(422, empty.statusCode());
        assertTrue(empty.body().contains("This is needed."));
        done(decide(editor, path(id) + "/correction", "note", "La date était\r\nle 12."), id, "live");
        assertEquals(4, story(id).lastVersion());
        assertTrue(
                new Browsing(server).get("/fr/corrections").body().contains("La date était\nle 12."),
                "a browser sends line breaks of its own");
        assertTrue(editor.get(path(id) + "/publication")
                .body()
                .contains("Nothing was changed since the story was published"));
    }

    @Test
    @Order(4)
    void texts_are_compared_taken_back_and_closed() throws Exception {
        StoryId id = filed().live();
        Browsing editor = as(Role.EDITOR);
        String compared = editor.get(path(id) + "/comparison?from=1&to=4").body();
        assertTrue(compared.contains("<del>") && compared.contains("<ins>"), compared);
        assertEquals(404, editor.get(path(id) + "/comparison?from=1&to=99").statusCode());
        assertTrue(editor.get(path(id) + "/restoration?text=1").body().contains("Make it the draft"));
        var restored = editor.post(path(id) + "/restoration", "text", "1", "revision", "0");
        done(restored, id, "restored");
        assertEquals(
                "Le ferry électrique accostera avant l’été",
                database.read(sql -> new Stories(sql).draft(id))
                        .orElseThrow()
                        .content()
                        .headline());
        assertEquals(
                412,
                editor.post(path(id) + "/restoration", "text", "2", "revision", "0")
                        .statusCode());
        done(editor.post(path(id) + "/restoration", "text", "2", "revision", "1"), id, "restored");
        assertTrue(editor.get(path(id)).body().contains("Before taking back: Version 2"), "nothing is lost");

        assertEquals(
                422,
                decide(editor, path(id) + "/versions/2/closure", "reason", "").statusCode());
        done(decide(editor, path(id) + "/versions/2/closure", "reason", "Jugement"), id, "closed");
        assertTrue(editor.get(path(id)).body().contains("closed to public comparison"));
        done(decide(editor, path(id) + "/versions/2/closure"), id, "opened");
        assertEquals(
                403, as(Role.REPORTER).get(path(id) + "/versions/2/closure").statusCode());
    }

    @Test
    @Order(5)
    void clocks_are_set_moved_and_taken_back() throws Exception {
        StoryId id = filed().planned();
        Browsing editor = as(Role.EDITOR);
        assertEquals(
                422, decide(editor, path(id) + "/rescheduling", "at", "morgen").statusCode());
        assertTrue(decide(editor, path(id) + "/rescheduling", "at", "2020-01-01T10:00")
                .body()
                .contains("This time is past"));
        done(decide(editor, path(id) + "/rescheduling", "at", "2031-01-01T10:00"), id, "scheduled");
        assertEquals(
                "2031-01-01T09:00:00Z",
                java.time.Instant.ofEpochMilli(story(id).planAt()).toString(),
                "Paris");
        done(decide(editor, path(id) + "/unscheduling"), id, "unscheduled");
        done(decide(editor, path(id) + "/embargo", "at", "2031-02-01T10:00"), id, "embargoed");
        assertTrue(editor.get(path(id) + "/publication").body().contains("under embargo"));
        assertTrue(editor.get("/newsroom/desk").body().contains("embargo ends"));
        done(decide(editor, path(id) + "/unscheduling"), id, "unscheduled");
        done(decide(editor, path(id) + "/schedule", "at", "2031-02-01T10:00"), id, "scheduled");
        done(decide(editor, path(id) + "/expiry", "at", "2031-03-01T10:00"), id, "expiry");
        done(decide(editor, path(id) + "/expiry", "at", ""), id, "expiry");
        assertEquals(null, story(id).expiresAt());
    }

    @Test
    @Order(6)
    void previews_are_seen_by_who_has_the_link_until_it_is_revoked() throws Exception {
        StoryId id = filed().planned();
        Browsing reporter = as(Role.REPORTER);
        var alone = reporter.get(path(id) + "/preview/draft");
        assertTrue(alone.body().contains("This page is not public"));
        assertTrue(policy(alone).contains("frame-ancestors 'self'"), policy(alone));
        assertFalse(policy(alone).contains("frame-src"), policy(alone));
        var around = reporter.get(path(id) + "/preview?view=both");
        assertTrue(policy(around).contains("frame-ancestors 'none'"), policy(around));
        assertTrue(policy(around).endsWith("; frame-src 'self'"), policy(around));
        assertFalse(policy(around).contains("unsafe"), policy(around));
        assertFalse(policy(reporter.get(path(id))).contains("frame-src"), "no other screen has a frame");
        assertTrue(policy(reporter.get(path(id))).contains("frame-ancestors 'none'"));
        var frames = Jsoup.parse(around.body()).select("iframe");
        assertEquals(List.of("phone", "desktop"), frames.eachAttr("class"));
        assertEquals(200, reporter.get(frames.first().attr("src")).statusCode());
        assertEquals(404, reporter.get(path(id) + "/preview?text=v9").statusCode());
        String shared = reporter.post(path(id) + "/previews", "text", "draft", "days", "3")
                .body();
        String link = URI.create(Jsoup.parse(shared).select("#link").text()).getPath();
        var stranger = new Browsing(server);
        assertTrue(previews(reporter, id).contains("Not opened yet"));
        var seen = stranger.get(link);
        assertEquals(200, seen.statusCode());
        assertTrue(seen.body().contains("La digue nord fermée"));
        assertEquals("noindex", seen.headers().firstValue("X-Robots-Tag").orElse(""));
        assertEquals("no-store", seen.headers().firstValue("Cache-Control").orElse(""));
        assertFalse(seen.body().contains("<script"), "nothing for machines, no script");
        assertFalse(seen.body().contains("canonical"));
        String other = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "Q" : "A");
        assertEquals(404, stranger.get(other).statusCode());
        assertEquals(200, stranger.get(link).statusCode());
        assertTrue(previews(reporter, id).contains("Opened: 1, last"), "twice within a moment is once");
        assertEquals(303, stranger.get(path(id) + "/preview").statusCode(), "asked to sign in");
        String revocation = Jsoup.parse(reporter.get(path(id)).body())
                .select("form[action$=revocation]")
                .attr("action");
        assertEquals(path(id) + "?done=story.revoked", Browsing.onTo(reporter.post(revocation)));
        var over = stranger.get(link);
        assertEquals(404, over.statusCode());
        assertTrue(over.body().contains("This preview has ended"));
        assertFalse(new Browsing(server).get("/fr/").body().contains("La digue nord"));
    }

    private static String previews(Browsing browser, StoryId story) throws Exception {
        return Jsoup.parse(browser.get(path(story)).body()).select("#previews").text();
    }

    @Test
    @Order(6)
    void a_text_that_was_kept_on_the_way_is_previewed_and_shared() throws Exception {
        StoryId id = filed().live();
        Browsing editor = as(Role.EDITOR);
        String kept = Jsoup.parse(editor.get(path(id)).body())
                .select("#kept a[href*=preview]")
                .first()
                .attr("href");
        String name = kept.replaceAll(".*text=", "");
        assertTrue(name.matches("k[0-9]+"), kept);
        assertEquals(200, editor.get(kept).statusCode());
        assertEquals(200, editor.get(path(id) + "/preview/" + name).statusCode());
        String shared =
                editor.post(path(id) + "/previews", "text", name, "days", "3").body();
        String link = URI.create(Jsoup.parse(shared).select("#link").text()).getPath();
        assertTrue(new Browsing(server).get(link).body().contains("Le ferry électrique"));
        assertEquals(
                List.of("story " + id.value() + " kept " + name.substring(1)),
                database
                        .read(sql -> StaffLog.newest(
                                sql,
                                Long.MAX_VALUE,
                                0,
                                new StaffLog.Asked(Set.of("preview-shared"), Set.of(), OptionalLong.empty()),
                                1))
                        .stream()
                        .map(StaffLog.Row::subject)
                        .toList(),
                "the audit names the text that went out");
        assertTrue(Jsoup.parse(editor.get(path(id)).body())
                .select("#previews")
                .text()
                .contains("Kept text " + name.substring(1)));
        assertEquals(
                404,
                editor.post(path(id) + "/previews", "text", "k999999", "days", "3")
                        .statusCode());
        assertEquals(
                404,
                editor.post(path(filed().planned()) + "/previews", "text", name, "days", "3")
                        .statusCode(),
                "of another story");
    }

    @Test
    @Order(7)
    void taking_from_the_public_needs_a_reason_and_a_kill_is_final() throws Exception {
        StoryId id = filed().live();
        Browsing editor = as(Role.EDITOR);
        assertEquals(
                422, decide(editor, path(id) + "/withholding", "reason", "").statusCode());
        done(decide(editor, path(id) + "/withholding", "reason", "Doute sur la source."), id, "withheld");
        assertEquals(404, follow("/" + story(id).code()));
        done(decide(editor, path(id) + "/release"), id, "released");
        assertEquals(200, follow("/" + story(id).code()));
        assertEquals(403, editor.get(path(id) + "/kill").statusCode());
        Browsing chief = as(Role.CHIEF_EDITOR);
        var unsure = decide(chief, path(id) + "/kill", "reason", "Faux.", "notice", "Cet article est retiré.");
        assertEquals(422, unsure.statusCode());
        assertTrue(unsure.body().contains("Cet article est retiré."), "what was typed comes back");
        done(
                decide(
                        chief,
                        path(id) + "/kill",
                        "reason",
                        "Faux.",
                        "notice",
                        "Cet article est retiré.",
                        "final",
                        "on"),
                id,
                "killed");
        assertEquals(PubStatus.CANCELED, story(id).pubStatus());
        assertEquals(410, follow("/" + story(id).code()));
        String page = chief.get(path(id)).body();
        assertFalse(page.contains("/publication\""), "nothing is offered any more");
        assertTrue(page.contains("You read this story"));
        assertTrue(chief.get("/newsroom/desk").body().contains("killed"));
    }
}
