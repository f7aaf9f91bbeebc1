package press.rotative.newsroom.stories;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import press.rotative.language.Words;
import press.rotative.newsroom.Needs;
import press.rotative.newsroom.Said;
import press.rotative.newsroom.Screens;
import press.rotative.people.Power;
import press.rotative.people.signin.Attempts;
import press.rotative.platform.Fetcher;
import press.rotative.platform.Problem;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.writing.Standing;

/// Asks other sites whether the links of a story still lead somewhere, when its writer wants to know. Nobody is
/// asked by itself: other sites would learn what is being written.
@Path("/newsroom/stories/{id: [1-9][0-9]{0,14}}/link-checks")
@RunOnVirtualThread
class LinkChecksResource {
    private static final int MOST_ASKED = 30;

    private final Screens screens;
    private final Fetcher web;
    private final Attempts attempts;
    private final KnownLinks known;

    LinkChecksResource(Screens screens, Fetcher web, Attempts attempts, KnownLinks known) {
        this.screens = screens;
        this.web = web;
        this.attempts = attempts;
        this.known = known;
    }

    /// @param checks links that do not answer, or that all do
    record Answer(List<StoryChecks.Check> checks) {}

    /// @throws Problem TOO_MANY for somebody who has just asked several times
    @POST
    @Needs(Power.WRITE_STORY)
    public Response ask(@PathParam("id") long id) {
        StoryContent content = screens.read(sql -> {
            var stories = new Stories(sql);
            Story story = stories.get(new StoryId(id));
            stories.require(screens.actor(), Power.WRITE_STORY, story);
            return Standing.of(sql, story.id(), "").content();
        });
        attempts.count(
                Attempts.What.LINKS_OF_STORY, Long.toString(screens.actor().staffId()));
        Map<String, String> links = new LinkedHashMap<>();
        StoryChecks.links(content, (href, part) -> {
            if (href.startsWith("http") && links.size() < MOST_ASKED) {
                links.putIfAbsent(href, part);
            }
        });
        return EditorResource.json(new Answer(answers(links)));
    }

    private List<StoryChecks.Check> answers(Map<String, String> links) {
        Words words = screens.words();
        Map<String, Future<String>> asked = new LinkedHashMap<>();
        var checks = new ArrayList<StoryChecks.Check>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Instant now = screens.now();
            links.keySet().forEach(href -> asked.put(href, threads.submit(() -> fault(words, href, now))));
        }
        asked.forEach((href, answer) -> {
            String fault = said(answer);
            if (!fault.isEmpty()) {
                checks.add(new StoryChecks.Check("warn", words.say("check.link", href, fault), links.get(href)));
            }
        });
        if (checks.isEmpty()) {
            String number = words.number(links.size());
            checks.add(new StoryChecks.Check("okc", words.say("check.links", number), null));
        }
        return checks;
    }

    /// @return why it does not answer; empty: it does
    private String fault(Words words, String href, Instant now) {
        Optional<Problem> fault = web.unreachable(URI.create(href));
        known.note(href, fault, now);
        return fault.map(problem -> Said.of(words, problem)).orElse("");
    }

    private static String said(Future<String> answer) {
        try {
            return answer.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        } catch (ExecutionException failure) {
            throw new IllegalStateException("asking never fails", failure);
        }
    }
}
