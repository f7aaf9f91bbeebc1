package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.Texts;

/// Closes one published version to public comparison, or opens it again. That it is closed is shown; the text of the
/// live version stays on its own page.
///
/// @param reason for the newsroom only; needed to close
public record CloseVersion(
        Actor actor,
        StoryId story,
        int version,
        boolean closed,
        @Nullable String reason) implements Act<Story> {

    public CloseVersion {
        reason = Texts.optional(reason, 2000, "The reason");
        if (closed && reason == null) {
            throw Problem.invalid("Say why the version is closed to public comparison.");
        }
    }

    @Override
    public Story perform(Transaction transaction) {
        var sql = transaction.sql();
        var stories = new Stories(sql);
        Story before = stories.lockFor(actor, Power.CORRECT, story);
        var row = sql.fetchOptional(
                        STORY_VERSION, STORY_VERSION.STORY_ID.eq(story.value()).and(STORY_VERSION.VERSION.eq(version)))
                .orElseThrow(() -> Problem.notFound("Story " + story.value() + " has no version " + version + "."));
        if ((row.getClosedAt() != null) == closed) {
            return before; // it is as wished already
        }
        sql.update(STORY_VERSION)
                .set(STORY_VERSION.CLOSED_AT, closed ? transaction.now().toEpochMilli() : null)
                .where(STORY_VERSION.STORY_ID.eq(story.value()))
                .and(STORY_VERSION.VERSION.eq(version))
                .execute();
        StaffLog.append(
                transaction,
                actor,
                closed ? "version-closed" : "version-opened",
                "story " + story.value() + " version " + version,
                reason == null ? null : Digest.of(reason));
        PublicationLog.append(
                transaction,
                closed ? PublicAct.VERSION_CLOSED : PublicAct.VERSION_OPENED,
                story.subject(),
                version,
                actor.staffId(),
                null,
                null,
                Set.of(story.subject()));
        return stories.get(story);
    }
}
