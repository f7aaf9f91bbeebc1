package press.rotative.story.acts;

import java.util.Set;
import java.util.TreeSet;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Incoming;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.StoryStaff;
import press.rotative.story.Workflow;

/// Takes an imported story out of the wire inbox: from then on it is an ordinary draft on the desk. Whoever may
/// write it may take it in, for themselves or for nobody; to give it to others is for who may assign.
///
/// @param staff rows of `staff` whose story it is then; empty: nobody's
public record TakeInStory(Actor actor, StoryId story, Set<Long> staff) implements Act<Story> {

    public TakeInStory {
        staff = Set.copyOf(staff);
        if (staff.size() > AssignStory.MOST) {
            throw Problem.invalid("A story is given to at most " + AssignStory.MOST + " people.");
        }
    }

    @Override
    public Story perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story before = stories.lockFor(actor, Power.WRITE_STORY, story);
        if (!Set.of(actor.staffId()).containsAll(staff)) {
            Policy.require(actor, Power.ASSIGN_STORY, () -> stories.scope(actor, before));
        }
        if (before.workflow() != Workflow.INCOMING) {
            throw Problem.conflict("The story does not wait in the wire inbox. Somebody took it in or discarded it.")
                    .as("problem.inbox.gone");
        }
        Incoming.decide(transaction, actor, story, Workflow.DRAFT, null);
        staff.forEach(each -> StoryStaff.give(transaction, story, each));
        StaffLog.append(
                transaction, actor, "story-taken-in", "story " + story.value() + " to " + new TreeSet<>(staff), null);
        return stories.get(story);
    }
}
