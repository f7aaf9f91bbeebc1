package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.STORY;

import java.util.HashSet;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.PubStatus;
import press.rotative.story.Reach;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryContent;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;

/// Gives a withheld or expired story back to the public, as it was. An expiry that is over is removed.
public record ReleaseStory(Actor actor, StoryId story) implements Act<Story> {

    @Override
    public Story perform(Transaction transaction) {
        var sql = transaction.sql();
        var stories = new Stories(sql);
        Story before = stories.lockFor(actor, Power.RELEASE, story);
        before.state().refusal(StoryState.Move.RELEASE).ifPresent(sentence -> {
            throw Problem.conflict(sentence);
        });
        StoryContent content = stories.liveContent(before)
                .orElseThrow(() -> Problem.conflict("The text of this story was destroyed; it cannot be released."));
        var touched = new HashSet<>(Reach.ofStanding(sql, story));
        sql.update(STORY)
                .set(STORY.PUB_STATUS, PubStatus.USABLE.name())
                .setNull(STORY.NOTICE)
                .setNull(STORY.WITHDRAWN_AT)
                .where(STORY.ID.eq(story.value()))
                .execute();
        if (Expiry.refusal(before, transaction.now()).isPresent()) {
            Expiry.remove(transaction, story);
        }
        LiveLists.put(transaction, before, content, java.util.Objects.requireNonNull(before.publishedAt()));
        touched.addAll(Reach.of(sql, story));
        Stories.touch(transaction, story);
        PublicationLog.append(
                transaction,
                PublicAct.RELEASED,
                story.subject(),
                before.lastVersion(),
                actor.staffId(),
                null,
                content.digest(),
                touched);
        return stories.get(story);
    }
}
