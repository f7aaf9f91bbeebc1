package press.rotative.newsroom.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import press.rotative.Cast;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.media.Rights;
import press.rotative.newsroom.Browsing;
import press.rotative.newsroom.LocalTimes;
import press.rotative.newsroom.OwnData;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.publication.PublicationLog;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;
import press.rotative.story.acts.ChangeRights;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.DescribePicture;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.SaveDraft;
import press.rotative.story.acts.SchedulePublication;
import press.rotative.story.acts.TranslateStory;
import press.rotative.story.acts.WithdrawStory;
import press.rotative.story.writing.Journal;
import press.rotative.webhooks.AddWebhook;
import press.rotative.webhooks.HookEvent;
import press.rotative.webhooks.HookWish;

/// What a decision says before, what is told of it after, and what is destroyed for good.
@QuarkusTest
@QuarkusTestResource(value = OwnData.class, restrictToAnnotatedClass = true)
class DecisionsToldTest extends DecidingOnScreen {
    @Test
    void the_text_of_a_version_is_destroyed_by_who_may_and_nothing_else() throws Exception {
        StoryId id =
                Cast.published(press, filed().edition(), Cast.article("La plage rouvre", filed().section(), author()));
        acts.perform(new SaveDraft(
                Actor.OPERATOR, id, null, Cast.article("La plage rouvre lundi", filed().section(), author())));
        acts.perform(new PublishStory(Actor.OPERATOR, id, null, "Un nom de trop.", true));
        String page = path(id) + "/versions/1/destruction";
        Browsing editor = as(Role.EDITOR);
        assertEquals(403, editor.get(page).statusCode());
        assertEquals(403, editor.post(page, "reason", "x", "final", "on").statusCode());
        assertFalse(editor.get(path(id)).body().contains("/destruction"), "not offered to who may not");

        Browsing chief = as(Role.CHIEF_EDITOR);
        assertTrue(chief.get(path(id)).body().contains("href=\"" + page + "\""));
        String first = chief.get(page).body();
        assertTrue(first.contains("up to the version that followed"), first);
        assertFalse(first.contains("The text that is planned."), first);
        String live = chief.get(path(id) + "/versions/2/destruction").body();
        assertTrue(live.contains("The public reads version 2. Correct, withhold or kill the story first."), live);
        assertFalse(live.contains("class=\"stackx deed\""), "what is read now cannot be decided on");
        var forced = chief.post(path(id) + "/versions/2/destruction", "reason", "Un jugement.", "final", "on");
        assertEquals(409, forced.statusCode());
        assertTrue(forced.body().contains("The public reads version 2."), forced.body());
        assertEquals(404, chief.get(path(id) + "/versions/9/destruction").statusCode());

        var unsure = decide(chief, page, "reason", "Un jugement.");
        assertEquals(422, unsure.statusCode());
        assertTrue(unsure.body().contains("Un jugement."), "what was typed comes back");
        assertEquals(422, decide(chief, page, "reason", " ", "final", "on").statusCode());
        assertEquals(
                422,
                decide(chief, page, "reason", "x".repeat(2001), "final", "on").statusCode());
        done(decide(chief, page, "reason", "Un jugement.", "final", "on"), id, "destroyed");
        assertTrue(chief.get(path(id)).body().contains("(text destroyed)"));
        assertFalse(chief.get(path(id)).body().contains("href=\"" + page + "\""), "nothing is left to destroy");
        assertEquals(409, chief.get(path(id) + "/preview?text=1").statusCode());
        assertEquals(200, follow("/" + story(id).code()), "what the public reads stays");
        String again = chief.get(page).body();
        assertTrue(again.contains("The text of version 1 is destroyed already."), again);
        var late = chief.post(page, "reason", "Encore.", "final", "on");
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains("The text of version 1 is destroyed already."), late.body());
        assertTrue(as(Role.ADMINISTRATOR).get("/newsroom/journal").body().contains("destroyed a version"));

        done(decide(chief, path(id) + "/withholding", "reason", "Un jugement."), id, "withheld");
        String last = chief.get(path(id) + "/versions/2/destruction").body();
        assertFalse(last.contains("up to the version that followed"), "none did: " + last);
        assertTrue(last.contains("All that was saved until now"), last);
        done(
                decide(chief, path(id) + "/versions/2/destruction", "reason", "Un jugement.", "final", "on"),
                id,
                "destroyed");
        var gone = chief.get(path(id) + "?done=story.destroyed");
        assertEquals(200, gone.statusCode(), "a story without a text has a screen");
        assertTrue(gone.body().contains("The text is destroyed for good."), gone.body());
        assertTrue(gone.body().contains("What is left of it are these versions."), gone.body());
        assertTrue(gone.body().contains(path(id) + "/kill"), "a notice can still be put in its place");
        assertEquals(200, chief.get(path(id) + "/versions").statusCode());
    }

    @Test
    void every_version_and_every_kept_text_is_reached_page_by_page() throws Exception {
        StoryId id = Cast.published(press, filed().edition(), Cast.article("La marée 0", filed().section(), author()));
        for (int i = 1; i < 113; i++) {
            acts.perform(new SaveDraft(
                    Actor.OPERATOR, id, null, Cast.article("La marée " + i, filed().section(), author())));
            acts.perform(new PublishStory(Actor.OPERATOR, id, null, null, true));
        }
        Browsing editor = as(Role.EDITOR);
        String story = editor.get(path(id)).body();
        assertTrue(story.contains("href=\"" + path(id) + "/versions\""), "more than the screen shows");
        assertFalse(story.contains("id=\"v50\""));
        assertEquals(allOf(113, 1), walked(editor, path(id) + "/versions", "ol.list b"));
        assertTrue(editor.get(path(id) + "/comparison?from=2&to=3").body().contains("<option value=\"3\" selected"));

        for (int i = 0; i < 60; i++) {
            String text = "1";
            assertEquals(
                    303,
                    editor.post(path(id) + "/restoration", "text", text, "revision", Integer.toString(i))
                            .statusCode(),
                    "taken back " + i);
        }
        assertTrue(editor.get(path(id)).body().contains("href=\"" + path(id) + "/kept\""));
        List<String> kept = walked(editor, path(id) + "/kept", "ol.list a[href*=preview]");
        long all = database.read(sql -> new Journal(sql).countKept(id, java.time.Instant.MAX));
        assertEquals(all, kept.size());
        assertTrue(all > 50, "there is more than one page: " + all);
        assertEquals(404, editor.get(path(new StoryId(999999)) + "/kept").statusCode());
        assertEquals(200, editor.get(path(id) + "/kept?before=zz").statusCode());
        var stranger = Browsing.in(
                server,
                acts,
                "Odile",
                "en",
                new Grant(Role.EDITOR, filed().edition().value() + 1, 0));
        assertEquals(404, stranger.get(path(id) + "/versions").statusCode());
    }

    private static List<String> allOf(int from, int to) {
        return java.util.stream.IntStream.rangeClosed(to, from)
                .mapToObj(each -> "v" + (from + to - each))
                .toList();
    }

    /// What stands on the pages of a list, from the first to the last.
    private static List<String> walked(Browsing browser, String path, String what) throws Exception {
        var all = new ArrayList<String>();
        String next = path;
        while (next != null) {
            var page = Jsoup.parse(browser.get(next).body());
            all.addAll(page.select(what).eachText());
            var older = page.selectFirst("a[rel=next]");
            next = older == null ? null : older.attr("href");
        }
        return all;
    }

    @Test
    void what_comes_of_a_decision_is_told_by_name_and_then_what_came_of_it() throws Exception {
        StoryId id =
                Cast.published(press, filed().edition(), Cast.article("Le phare rallumé", filed().section(), author()));
        EditionId arabic = story(filed().draft()).edition();
        acts.perform(new TranslateStory(Actor.OPERATOR, id, arabic, null));
        acts.perform(new SaveDraft(
                Actor.OPERATOR, id, null, Cast.article("Le phare rallumé hier", filed().section(), author())));
        acts.perform(new AddWebhook(
                Actor.OPERATOR,
                new HookWish(
                        "App", "https://app.lephare.example/in", EnumSet.of(HookEvent.STORY_UPDATED), Set.of("fr")),
                null,
                seal,
                new SecureRandom()));
        Browsing editor = as(Role.EDITOR);
        String asked = Jsoup.parse(editor.get(path(id) + "/publication").body())
                .select("section[aria-labelledby=effects]")
                .text();
        assertTrue(asked.contains("Front page Le Phare /fr/"), asked);
        assertTrue(asked.contains("Section Port /fr/port"), asked);
        assertTrue(asked.contains("Author Yann Le Goff"), asked);
        assertTrue(asked.contains("Story Le phare rallumé /fr/port/"), asked);
        assertTrue(asked.contains("The translation in المنارة will be out of date"), asked);
        assertTrue(asked.contains("One webhook is told."), asked);
        assertFalse(
                Jsoup.parse(editor.get(path(id) + "/withholding").body()).text().contains("webhook is told"),
                "it did not ask for that");

        var readers = new Browsing(server);
        assertEquals(200, readers.get("/fr/").statusCode());
        done(decide(editor, path(id) + "/publication"), id, "live");
        var receipt =
                Jsoup.parse(editor.get(path(id) + "?done=story.live").body()).select("#receipt");
        assertTrue(receipt.hasAttr("open"), "what was just done is shown");
        String entry = receipt.select("summary").first().text();
        long number = database.read(sql -> new PublicationLog(sql).number());
        assertTrue(entry.startsWith("Entry " + number + " of the publication log: updated."), entry);
        assertTrue(entry.matches(".*since [0-9:]{8}\\.[0-9]{3}"), entry);
        String front = line(receipt, "/fr/");
        assertTrue(
                front.startsWith("Front page Le Phare /fr/ made anew at ")
                        || front.contains("the copy of before is not given out any more"),
                front);
        assertTrue(line(receipt, "/fr/port").contains("nobody had asked for it lately"), line(receipt, "/fr/port"));
        readers.get("/fr/port");
        var again = Jsoup.parse(editor.get(path(id)).body()).select("#receipt");
        assertFalse(again.hasAttr("open"));
        assertTrue(line(again, "/fr/port").contains("made anew at"), line(again, "/fr/port"));

        // as another server does it, which keeps its own receipts
        database.write(transaction -> new WithdrawStory(
                        Actor.OPERATOR, id, WithdrawStory.Kind.WITHHOLD, "Un doute.", null, false)
                .perform(transaction));
        assertTrue(
                Jsoup.parse(editor.get(path(id)).body()).select("#receipt").isEmpty(),
                "of the last act nothing was seen here");
    }

    @Test
    void who_destroys_a_text_is_told_that_a_planned_one_becomes_public_by_itself() throws Exception {
        StoryId id =
                Cast.published(press, filed().edition(), Cast.article("Le quai fermé", filed().section(), author()));
        acts.perform(
                new SaveDraft(Actor.OPERATOR, id, null, Cast.article("Le quai rouvert", filed().section(), author())));
        acts.perform(new PublishStory(Actor.OPERATOR, id, null, null, true));
        acts.perform(new SaveDraft(
                Actor.OPERATOR, id, null, Cast.article("Le quai rouvert hier", filed().section(), author())));
        acts.perform(
                new SchedulePublication(Actor.OPERATOR, id, null, Instant.now().plus(Duration.ofDays(1)), null));
        String page =
                as(Role.CHIEF_EDITOR).get(path(id) + "/versions/1/destruction").body();
        assertTrue(page.contains("The text that is planned."), page);
    }

    /// What a receipt says of a page.
    private static String line(org.jsoup.select.Elements receipt, String path) {
        return receipt.select("li").stream()
                .filter(line -> line.select("bdi[dir=ltr]").last().text().equals(path))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void checks_stand_where_one_publishes_and_count_from_the_planned_time() throws Exception {
        PictureId picture = Cast.picture(press, "a harbour".getBytes(StandardCharsets.UTF_8));
        acts.perform(new DescribePicture(
                Actor.OPERATOR,
                picture,
                null,
                PictureDescription.EMPTY.withWords("Vue", "Un port", "© Agence", false)));
        Instant over = Instant.now().plus(Duration.ofDays(50));
        acts.perform(new ChangeRights(Actor.OPERATOR, picture, null, Rights.between(null, over)));
        StoryId id = acts.perform(new CreateStory(
                        Actor.OPERATOR,
                        filed().edition(),
                        Cast.illustrated(
                                Cast.article("La la ville", filed().section(), author(), "Yves Yves a dit."), picture),
                        null,
                        false))
                .value()
                .story();
        Browsing editor = as(Role.EDITOR);
        String now = Jsoup.parse(editor.get(path(id) + "/publication").body())
                .select("section[aria-labelledby=checks]")
                .text();
        assertTrue(now.contains("The name “Yves” stands twice in a row."), now);
        assertFalse(now.contains("rights"), "they run for long enough");

        String soon = LocalTimes.written(over.minus(Duration.ofDays(10)), ZoneId.of("Europe/Paris"));
        var warned = decide(editor, path(id) + "/schedule", "at", soon);
        assertEquals(422, warned.statusCode());
        assertTrue(warned.body().contains("At this time there is something to look at"), warned.body());
        assertTrue(warned.body().contains("The rights in picture " + picture.value() + " end on"), warned.body());
        assertEquals(null, story(id).plan(), "nothing was decided");
        assertTrue(warned.body().contains(soon), "the time that was typed stands there");
        String after = LocalTimes.written(over.plus(Duration.ofDays(1)), ZoneId.of("Europe/Paris"));
        var form = Jsoup.parse(warned.body()).selectFirst("form.deed");
        String seen = form.select("input[name=checks]").val();
        String revision = form.select("input[name=revision]").val();
        var gone = editor.post(path(id) + "/schedule", "revision", revision, "checks", seen, "at", after, "note", "");
        assertTrue(gone.body().contains("There are no rights to show picture " + picture.value() + " on"), gone.body());
        done(
                editor.post(path(id) + "/schedule", "revision", revision, "checks", seen, "at", soon, "note", ""),
                id,
                "scheduled");
        String moved = Jsoup.parse(editor.get(path(id) + "/rescheduling").body())
                .select("section[aria-labelledby=checks]")
                .text();
        assertTrue(moved.contains("The rights in picture"), "those of the time that stands: " + moved);
    }
}
