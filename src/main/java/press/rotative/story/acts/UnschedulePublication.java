package press.rotative.story.acts;

import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Plans;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;

/// Takes a schedule or an embargo back. The story stays as it is, and so does its draft.
public record UnschedulePublication(Actor actor, StoryId story) implements Act<Story> {

    @Override
    public Story perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story before = stories.lockFor(actor, Power.PUBLISH, story);
        before.state().refusal(StoryState.Move.UNSCHEDULE).ifPresent(sentence -> {
            throw Problem.conflict(sentence);
        });
        Plans.drop(transaction, story);
        StaffLog.append(transaction, actor, "story-unscheduled", "story " + story.value(), null);
        return stories.get(story);
    }
}
