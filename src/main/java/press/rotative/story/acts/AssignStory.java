package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.STORY_STAFF;

import java.util.Set;
import java.util.TreeSet;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryChanged;
import press.rotative.story.StoryId;
import press.rotative.story.StoryStaff;

/// Says whose a story is in the newsroom: they find it among their own, and a contributor may write it.
///
/// @param staff rows of `staff`, at most 20; who is not named has it no longer
public record AssignStory(Actor actor, StoryId story, Set<Long> staff) implements Act<Story> {
    public static final int MOST = 20;

    public AssignStory {
        staff = Set.copyOf(staff);
        if (staff.size() > MOST) {
            throw Problem.invalid("A story is given to at most " + MOST + " people.");
        }
    }

    @Override
    public Story perform(Transaction transaction) {
        Story assigned = new Stories(transaction.sql()).lockFor(actor, Power.ASSIGN_STORY, story);
        giveTo(transaction, story, staff);
        StaffLog.append(
                transaction, actor, "story-assigned", "story " + story.value() + " to " + new TreeSet<>(staff), null);
        return assigned;
    }

    /// @param staff who is not named has it no longer
    static void giveTo(Transaction transaction, StoryId story, Set<Long> staff) {
        transaction
                .sql()
                .deleteFrom(STORY_STAFF)
                .where(STORY_STAFF.STORY_ID.eq(story.value()))
                .execute();
        transaction.announce(new StoryChanged(story));
        staff.forEach(each -> StoryStaff.give(transaction, story, each));
    }
}
