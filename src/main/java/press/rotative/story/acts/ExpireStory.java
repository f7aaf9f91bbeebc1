package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.STORY;

import java.util.Set;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.Plans;
import press.rotative.story.PubStatus;
import press.rotative.story.Reach;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;

/// The instant of a story's expiry has come: it leaves the public. IPTC calls that `withheld` (it may come back), not
/// `canceled` (it must never be used); its address says that its time is over (410).
///
/// A story that is not public at that instant stays as it is.
public record ExpireStory(StoryId story) implements Act<Story> {

    @Override
    public Story perform(Transaction transaction) {
        var sql = transaction.sql();
        var stories = new Stories(sql);
        Story before = stories.lockForJob(story);
        if (before.pubStatus() != PubStatus.USABLE || before.expiresAt() == null) {
            return before;
        }
        Set<Subject> touched = Reach.ofStanding(sql, story);
        sql.update(STORY)
                .set(STORY.PUB_STATUS, PubStatus.WITHHELD.name())
                .set(STORY.WITHDRAWN_AT, transaction.now().toEpochMilli())
                .set(STORY.EXPIRED_AT, transaction.now().toEpochMilli())
                .where(STORY.ID.eq(story.value()))
                .execute();
        Plans.drop(transaction, story);
        LiveLists.remove(sql, story);
        Stories.touch(transaction, story);
        PublicationLog.append(
                transaction,
                PublicAct.EXPIRED,
                story.subject(),
                before.lastVersion(),
                Actor.OPERATOR.staffId(),
                null,
                null,
                touched);
        return stories.get(story);
    }
}
