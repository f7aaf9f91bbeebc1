package press.rotative.story.acts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Previews;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.writing.Journal;

/// Makes a link by which whoever has it sees one text of a story, until it ends or is revoked.
///
/// @param version 0: the draft as it is when it is looked at, or a text that was kept
/// @param kept number in the journal of a text that was kept while it was written; null: another text
/// @param secret of the link, at least 20 letters at random
/// @param lasts at most [Previews#LONGEST]
public record SharePreview(
        Actor actor, StoryId story, int version, @Nullable Long kept, String secret, Duration lasts)
        implements Act<Long> {

    public SharePreview(Actor actor, StoryId story, int version, String secret, Duration lasts) {
        this(actor, story, version, null, secret, lasts);
    }

    public SharePreview {
        if (secret.length() < 20 || version < 0 || kept != null && version > 0) {
            throw new IllegalArgumentException("a link has a secret and names a text");
        }
        if (lasts.isNegative() || lasts.isZero() || lasts.compareTo(Previews.LONGEST) > 0) {
            throw Problem.invalid("A preview lasts up to " + Previews.LONGEST.toDays() + " days.")
                    .as("problem.story.preview.days", Previews.LONGEST.toDays());
        }
    }

    /// @return the number of the link
    @Override
    public Long perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story of = stories.lockFor(actor, Power.WRITE_STORY, story);
        if (!there(transaction, stories)) {
            throw Problem.notFound("This story has no such text.").as("problem.story.text");
        }
        if (new Previews(transaction.sql()).open(of.id(), transaction.now()).size() >= Previews.MOST) {
            throw Problem.conflict("The story has " + Previews.MOST + " previews. Revoke one first.")
                    .as("problem.story.previews", Previews.MOST);
        }
        long id = Previews.put(
                transaction,
                actor,
                story,
                version,
                kept,
                secret,
                transaction.now().plus(lasts));
        StaffLog.append(transaction, actor, "preview-shared", "story " + story.value() + " " + text(), null);
        return id;
    }

    private String text() {
        return kept == null ? "version " + version : "kept " + kept;
    }

    private boolean there(Transaction transaction, Stories stories) {
        if (kept != null) {
            return new Journal(transaction.sql()).keptText(story, kept).isPresent();
        }
        return version == 0
                ? stories.draft(story).isPresent()
                : stories.version(story, version)
                        .filter(each -> each.content() != null)
                        .isPresent();
    }
}
