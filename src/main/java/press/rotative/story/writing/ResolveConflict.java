package press.rotative.story.writing;

import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;

/// Says that somebody saw both texts and decided. What they decided is in the draft, by a save; both texts stay in the
/// journal.
public record ResolveConflict(Actor actor, StoryId story, long conflict) implements Act<Boolean> {

    /// @return false when somebody else had decided already
    @Override
    public Boolean perform(Transaction transaction) {
        new Stories(transaction.sql()).lockFor(actor, Power.WRITE_STORY, story);
        new Conflicts(transaction.sql())
                .find(story, conflict)
                .orElseThrow(() -> Problem.notFound("There is no such difference in this story."));
        boolean resolved = Conflicts.resolve(transaction, story, conflict, actor.staffId());
        if (resolved) {
            StaffLog.append(transaction, actor, "conflict-resolved", "story " + story.value() + " " + conflict, null);
        }
        return resolved;
    }
}
