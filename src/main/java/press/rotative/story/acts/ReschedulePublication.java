package press.rotative.story.acts;

import java.time.Instant;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Plan;
import press.rotative.story.Plans;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;

/// Gives a scheduled or embargoed version another instant and leaves its text as it was decided.
public record ReschedulePublication(Actor actor, StoryId story, Instant at) implements Act<Story> {

    @Override
    public Story perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story before = stories.lockFor(actor, Power.PUBLISH, story);
        before.state().refusal(StoryState.Move.RESCHEDULE).ifPresent(sentence -> {
            throw Problem.conflict(sentence);
        });
        Plan plan = new Plans(transaction.sql()).find(story).orElseThrow();
        Instant wanted = Plans.checked(at, transaction.now(), PlanVersion.named(plan.kind()));
        Expiry.refusal(before, wanted).ifPresent(sentence -> {
            throw Problem.conflict(sentence);
        });
        Plans.move(transaction, story, plan.kind(), wanted);
        StaffLog.append(
                transaction,
                actor,
                "story-rescheduled",
                "story " + story.value() + " " + wanted,
                plan.content().digest());
        return stories.get(story);
    }
}
