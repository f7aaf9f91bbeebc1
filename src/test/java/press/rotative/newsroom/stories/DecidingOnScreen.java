package press.rotative.newsroom.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import press.rotative.Press;
import press.rotative.newsroom.Browsing;
import press.rotative.newsroom.StoriesOnDesk;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Role;
import press.rotative.platform.Database;
import press.rotative.platform.Seal;
import press.rotative.publication.Acts;
import press.rotative.story.AuthorId;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.acts.CreateAuthor;

/// Somebody at the screens of stories that decide, for tests.
abstract class DecidingOnScreen {
    /// Of each class of tests, which has a newsroom of its own.
    private static final Map<Class<?>, StoriesOnDesk.Filed> FILED = new HashMap<>();

    private static final Map<Class<?>, AuthorId> AUTHORS = new HashMap<>();

    @Inject
    Acts acts;

    @Inject
    Database database;

    @Inject
    Press press;

    @Inject
    Seal seal;

    @TestHTTPResource("/")
    URI server;

    Browsing as(Role role) {
        return Browsing.in(server, acts, "Maud Kervarn", "en", Grant.everywhere(role));
    }

    StoriesOnDesk.Filed filed() {
        return FILED.computeIfAbsent(getClass(), each -> StoriesOnDesk.file(acts));
    }

    Story story(StoryId id) {
        return database.read(sql -> new Stories(sql).get(id));
    }

    static String path(StoryId id) {
        return "/newsroom/stories/" + id.value();
    }

    /// Fills the form of a decision as its page gives it, and sends it.
    static HttpResponse<String> decide(Browsing browser, String page, String... more) throws Exception {
        var asked = browser.get(page);
        assertEquals(200, asked.statusCode(), page);
        var form = Jsoup.parse(asked.body()).selectFirst("form.deed");
        assertTrue(form != null, page + " can be decided");
        var fields = new ArrayList<String>();
        form.select("input[type=hidden]")
                .forEach(each -> fields.addAll(List.of(each.attr("name"), each.attr("value"))));
        fields.addAll(List.of(more));
        return browser.post(form.attr("action"), fields.toArray(String[]::new));
    }

    void done(HttpResponse<String> answer, StoryId id, String said) {
        assertEquals(path(id) + "?done=story." + said, Browsing.onTo(answer), answer.body());
    }

    /// Where a short link ends.
    int follow(String path) throws Exception {
        var browser = new Browsing(server);
        var answer = browser.get(path);
        return answer.statusCode() == 301 ? browser.get(Browsing.onTo(answer)).statusCode() : answer.statusCode();
    }

    AuthorId author() {
        return AUTHORS.computeIfAbsent(
                getClass(), each -> acts.perform(new CreateAuthor(Actor.OPERATOR, "Yann Le Goff", null))
                        .value()
                        .id());
    }

    static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElse("");
    }
}
