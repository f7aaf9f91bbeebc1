package press.rotative.story.acts;

import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Draft;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;
import press.rotative.story.Versions;
import press.rotative.story.Workflow;

/// Hands a draft on in the newsroom: to review, back to its writer, approved as ready, or laid aside as a pitch. What
/// the public reads does not change. Who writes may hand on; to approve is for who may publish.
///
/// @param expectedRevision the draft that was seen, so that nobody approves words they did not read; null: whatever is
///     there
/// @param to every state but `PUBLISHED`, which only a publication gives, and those of the wire inbox
public record HandOnStory(
        Actor actor, StoryId story, @Nullable Integer expectedRevision, Workflow to) implements Act<Story> {

    public HandOnStory {
        if (to == Workflow.PUBLISHED) {
            throw Problem.invalid("A story is published by a publication, not by handing it on.");
        }
        if (to.inInbox()) {
            throw Problem.invalid("A story comes into the wire inbox by an import, not by handing it on.");
        }
    }

    @Override
    public Story perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story before = stories.lockFor(actor, to == Workflow.READY ? Power.PUBLISH : Power.WRITE_STORY, story);
        before.state().refusal(StoryState.Move.SAVE).ifPresent(sentence -> {
            throw Problem.conflict(sentence);
        });
        if (before.workflow() == Workflow.INCOMING) {
            throw Problem.conflict("The story waits in the wire inbox. Take it in first.");
        }
        Draft draft = stories.draft(story)
                .orElseThrow(() -> Problem.conflict("There is no draft to hand on. Save one first."));
        Versions.expect(expectedRevision, draft.revision(), "The draft");
        if (before.plan() != null) {
            throw Problem.conflict("The story is planned for publication. Take the plan back first.");
        }
        if (before.workflow() == to) {
            return before;
        }
        Stories.putWorkflow(transaction, story, to);
        StaffLog.append(
                transaction,
                actor,
                "story-handed-on",
                "story " + story.value() + " " + to,
                draft.content().digest());
        return stories.get(story);
    }
}
