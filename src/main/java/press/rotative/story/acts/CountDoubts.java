package press.rotative.story.acts;

import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.DoubtCount;
import press.rotative.story.Incoming;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;

/// Notes how many doubts about an imported story are left after somebody settled one.
public record CountDoubts(Actor actor, StoryId story, DoubtCount.Doubts doubts) implements Act<Story> {

    @Override
    public Story perform(Transaction transaction) {
        Story before = new Stories(transaction.sql()).lockFor(actor, Power.WRITE_STORY, story);
        Incoming.putDoubts(transaction, story, doubts);
        StaffLog.append(transaction, actor, "import-settled", "story " + story.value(), null);
        return before;
    }
}
