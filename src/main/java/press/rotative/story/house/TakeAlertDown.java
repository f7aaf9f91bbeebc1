package press.rotative.story.house;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.EditionId;

/// Takes the alert of an edition down: an editor, or the clock when its time is over. Where none stands nothing is
/// done.
///
/// @param expectedVersion what the editor saw; null: whatever is there
public record TakeAlertDown(
        Actor actor, EditionId edition, @Nullable Integer expectedVersion) implements Act<AlertBands.Standing> {

    @Override
    public AlertBands.Standing perform(Transaction transaction) {
        AlertBands.Standing before = AlertBands.begun(transaction, actor, edition, expectedVersion);
        if (before.band() == null) {
            return before;
        }
        var after = new AlertBands.Standing(before.version() + 1, null);
        AlertBands.put(transaction, edition, after);
        Jobs.cancel(transaction, JobKind.ALERT_END, edition.value());
        PublicationLog.append(
                transaction,
                PublicAct.ALERT_ENDED,
                edition.subject(),
                after.version(),
                actor.staffId(),
                null,
                null,
                everywhere(edition));
        return after;
    }

    /// It stands over every page of its edition.
    static Set<Subject> everywhere(EditionId edition) {
        return Set.of(edition.subject(), new Subject(Subject.Kind.WHOLE_EDITION, edition.value()));
    }
}
