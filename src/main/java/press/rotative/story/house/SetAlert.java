package press.rotative.story.house;

import static press.rotative.platform.db.Tables.STORY;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.people.Actor;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.story.EditionId;
import press.rotative.story.PubStatus;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;

/// Sets the alert of an edition, in place of one that stands there. It goes by itself when its time is over.
///
/// @param expectedVersion what the editor saw; null: whatever is there
/// @param story where it leads; null: nowhere
public record SetAlert(
        Actor actor,
        EditionId edition,
        @Nullable Integer expectedVersion,
        @Nullable String text,
        @Nullable StoryId story,
        Instant until)
        implements Act<AlertBands.Standing> {

    @Override
    public AlertBands.Standing perform(Transaction transaction) {
        AlertBands.Standing before = AlertBands.begun(transaction, actor, edition, expectedVersion);
        AlertBand band = AlertBand.checked(text, story, transaction.now(), until);
        if (story != null) {
            RowLocks.keep(transaction.sql(), STORY.ID, List.of(story.value())); // who withdraws it finds the alert
            requirePublic(new Stories(transaction.sql()).get(story));
        }
        var after = new AlertBands.Standing(before.version() + 1, band);
        AlertBands.put(transaction, edition, after);
        Jobs.set(transaction, JobKind.ALERT_END, edition.value(), until);
        PublicationLog.append(
                transaction,
                PublicAct.ALERT_SET,
                edition.subject(),
                after.version(),
                actor.staffId(),
                null,
                Digest.of(band.text()),
                TakeAlertDown.everywhere(edition));
        return after;
    }

    private void requirePublic(Story wanted) {
        if (!wanted.edition().equals(edition)) {
            throw Problem.invalid("The alert leads to a story of another edition. Choose one of this edition.")
                    .as("problem.alert.edition");
        }
        if (wanted.pubStatus() != PubStatus.USABLE) {
            throw Problem.invalid("The public cannot read that story. Publish it first, or let the alert lead nowhere.")
                    .as("problem.alert.unpublic");
        }
    }
}
