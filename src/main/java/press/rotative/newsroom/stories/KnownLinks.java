package press.rotative.newsroom.stories;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.newsroom.Said;
import press.rotative.platform.Problem;
import press.rotative.story.StoryContent;

/// What links of other sites answered when a writer had them asked, for a day, so that who publishes is told as well
/// and nobody has to be asked again.
@Singleton
class KnownLinks {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST = 2_000;

    private record Answer(@Nullable Problem fault, Instant at) {}

    private final Map<String, Answer> answers = new LinkedHashMap<>();

    /// @param fault why it does not answer; empty: it does
    synchronized void note(String href, Optional<Problem> fault, Instant at) {
        answers.remove(href);
        answers.put(href, new Answer(fault.orElse(null), at));
        if (answers.size() > MOST) {
            answers.remove(answers.keySet().iterator().next());
        }
    }

    /// Links of a text that did not answer when they were asked last.
    synchronized List<StoryChecks.Check> broken(StoryContent content, Words words, Instant now) {
        Map<String, String> links = new LinkedHashMap<>();
        StoryChecks.links(content, links::putIfAbsent);
        var checks = new ArrayList<StoryChecks.Check>();
        links.forEach((href, part) -> {
            Answer answer = answers.get(href);
            if (answer != null
                    && answer.fault() != null
                    && answer.at().plus(KEPT).isAfter(now)) {
                checks.add(new StoryChecks.Check(
                        "warn", words.say("check.link", href, Said.of(words, answer.fault())), part));
            }
        });
        return checks;
    }
}
