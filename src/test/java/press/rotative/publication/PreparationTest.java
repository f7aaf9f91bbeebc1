package press.rotative.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Press;
import press.rotative.people.Actor;
import press.rotative.story.Block;
import press.rotative.story.Body;
import press.rotative.story.EditionId;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryKind;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.acts.WithdrawStory;

/// What is made ready between the commit of an act and its acknowledgement.
@Timeout(30)
class PreparationTest {
    @TempDir
    Path folder;

    private Press press;
    private StoryId story;

    /// For each act: was it public when the making began?
    private final List<Boolean> wasPublic = new ArrayList<>();

    private CompletableFuture<Void> ready = CompletableFuture.completedFuture(null);

    @BeforeEach
    void open() {
        press = Press.open(folder, Optional.empty(), Clock.systemUTC());
        EditionId edition =
                perform(new CreateEdition(Actor.OPERATOR, "fr", "fr", false, "Le Phare", null, "Europe/Paris", "{}"));
        var content = new StoryContent(
                StoryKind.BRIEF,
                "Le ferry",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                0,
                null,
                List.of(),
                new Body(List.of(Block.Paragraph.of("", "Il accoste."))),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
        story = perform(new CreateStory(Actor.OPERATOR, edition, content, null, false))
                .story();
        press.acts().prepareWith(publications -> {
            wasPublic.add(press.number().current() >= publications.getLast().seq());
            return ready;
        });
    }

    @AfterEach
    void close() {
        press.close();
    }

    @Test
    void pages_are_made_ready_before_an_act_is_public() {
        perform(new PublishStory(Actor.OPERATOR, story, null, null, true));
        assertEquals(List.of(false), wasPublic);
    }

    @Test
    void what_takes_something_away_is_public_first() {
        perform(new PublishStory(Actor.OPERATOR, story, null, null, true));
        perform(new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "faux", "Retiré.", false));
        assertEquals(List.of(false, true), wasPublic);
    }

    @Test
    void a_making_that_never_ends_or_fails_holds_nothing_up() {
        ready = new CompletableFuture<>();
        perform(new PublishStory(Actor.OPERATOR, story, null, null, true));
        ready = CompletableFuture.failedFuture(new IllegalStateException("no template"));
        perform(new WithdrawStory(Actor.OPERATOR, story, WithdrawStory.Kind.KILL, "faux", "Retiré.", false));
        long log = press.database().read(sql -> new PublicationLog(sql).number());
        assertEquals(log, press.number().current());
        assertTrue(log > 0);
    }

    private <T> T perform(Act<T> act) {
        return press.acts().perform(act).value();
    }
}
