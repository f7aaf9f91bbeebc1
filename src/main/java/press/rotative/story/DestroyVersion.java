package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY_VERSION;

import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;

/// Destroys the text of one version, lawfully and for good. Its row and digest stay as a marked gap, which the log
/// covers and the check accepts.
public record DestroyVersion(Actor actor, StoryId story, int version, String reason) implements Act<Story> {

    public DestroyVersion {
        reason = Texts.optional(reason, 2000, "The reason");
        if (reason == null) {
            throw Problem.invalid("Say why the text is destroyed.");
        }
    }

    @Override
    public Story perform(Transaction transaction) {
        Policy.require(actor, Power.DESTROY);
        var sql = transaction.sql();
        var stories = new Stories(sql);
        Story before = stories.lock(story);
        if (before.pubStatus() == PubStatus.USABLE && Integer.valueOf(version).equals(before.liveVersion())) {
            throw Problem.conflict(
                    "The public reads version " + version + ". Correct, withhold or kill the story first.");
        }
        Version gone = stories.version(story, version)
                .orElseThrow(() -> Problem.notFound("Story " + story.value() + " has no version " + version + "."));
        if (gone.content() == null) {
            throw Problem.conflict("The text of version " + version + " is destroyed already.");
        }
        sql.update(STORY_VERSION)
                .setNull(STORY_VERSION.CONTENT)
                .setNull(STORY_VERSION.NOTE)
                .set(STORY_VERSION.DESTROYED_AT, transaction.now().toEpochMilli())
                .where(STORY_VERSION.STORY_ID.eq(story.value()))
                .and(STORY_VERSION.VERSION.eq(version))
                .execute();
        StaffLog.append(
                transaction,
                actor,
                "version-destroyed",
                "story " + story.value() + " version " + version,
                Digest.of(reason));
        PublicationLog.append(
                transaction,
                PublicAct.DESTROYED,
                story.subject(),
                version,
                actor.staffId(),
                null,
                gone.digest(),
                Reach.of(sql, story));
        return stories.get(story);
    }
}
