package press.rotative.story.acts;

import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Incoming;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.Texts;
import press.rotative.story.Workflow;

/// Lays an imported story aside for good: it leaves the wire inbox and can never be public, until somebody brings it
/// back ([BringBackStory]). Nothing of it is lost.
///
/// @param reason for the newsroom, 1 to 500 characters
public record DiscardStory(Actor actor, StoryId story, String reason) implements Act<Story> {

    public DiscardStory {
        reason = Texts.optional(reason, 500, "The reason");
        if (reason == null) {
            throw Problem.invalid("Say why the story is discarded.").as("problem.inbox.reason");
        }
    }

    @Override
    public Story perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story before = stories.lockFor(actor, Power.ASSIGN_STORY, story);
        if (before.workflow() != Workflow.INCOMING) {
            throw Problem.conflict("The story does not wait in the wire inbox. Somebody took it in or discarded it.")
                    .as("problem.inbox.gone");
        }
        Incoming.decide(transaction, actor, story, Workflow.DISCARDED, reason);
        StaffLog.append(transaction, actor, "story-discarded", "story " + story.value(), Digest.of(reason));
        return stories.get(story);
    }
}
