package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_CORRECTION;
import static press.rotative.platform.db.Tables.STORY_HEADLINE;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.PubStatus;
import press.rotative.story.Reach;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.StoryImports;
import press.rotative.story.StoryJson;
import press.rotative.story.Texts;
import press.rotative.story.Version;
import press.rotative.story.writing.Journal;

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
        var sql = transaction.sql();
        var stories = new Stories(sql);
        Story before = stories.lockFor(actor, Power.DESTROY, story);
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
        Set<Subject> touched = Reach.of(sql, story);
        removeTraces(sql, before);
        StoryImports.destroy(transaction, story);
        Journal.destroy(
                transaction,
                story,
                stories.version(story, version + 1).map(Version::at).orElse(transaction.now()));
        PublicationLog.append(
                transaction,
                PublicAct.DESTROYED,
                story.subject(),
                version,
                actor.staffId(),
                null,
                gone.digest(),
                touched);
        return stories.get(story);
    }

    /// The words of a version also stand in its correction note and in the list of titles that waiting teasers find.
    private void removeTraces(DSLContext sql, Story before) {
        sql.deleteFrom(STORY_CORRECTION)
                .where(STORY_CORRECTION.STORY_ID.eq(story.value()))
                .and(STORY_CORRECTION.VERSION.eq(version))
                .execute();
        sql.deleteFrom(STORY_HEADLINE)
                .where(STORY_HEADLINE.STORY_ID.eq(story.value()))
                .execute();
        sql.select(STORY_VERSION.CONTENT)
                .from(STORY_VERSION)
                .where(STORY_VERSION.STORY_ID.eq(story.value()))
                .and(STORY_VERSION.CONTENT.isNotNull())
                .forEach(row -> sql.insertInto(STORY_HEADLINE)
                        .values(
                                before.edition().value(),
                                Texts.key(StoryJson.read(row.value1()).headline()),
                                story.value())
                        .onConflictDoNothing()
                        .execute());
        if (Integer.valueOf(version).equals(before.liveVersion())) {
            sql.update(STORY)
                    .setNull(STORY.HEADLINE_KEY)
                    .setNull(STORY.SLUG)
                    .where(STORY.ID.eq(story.value()))
                    .execute();
        }
    }
}
