package press.rotative.story.acts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;

/// Midnight in the time zone of an edition: its pages say today's date and leave the day out where it is today. The
/// next midnight is set in the same transaction. Nights that were slept through are made up for by one act.
public record BeginDay(EditionId edition) implements Act<Instant> {

    /// @return when the next day begins
    @Override
    public Instant perform(Transaction transaction) {
        Edition today = new Editions(transaction.sql()).get(edition);
        PublicationLog.append(
                transaction,
                PublicAct.DAY_BEGAN,
                edition.subject(),
                today.version(),
                Actor.OPERATOR.staffId(),
                null,
                null,
                Set.of(edition.subject(), new Subject(Subject.Kind.WHOLE_EDITION, edition.value())));
        return setNext(transaction, edition, today.timeZone());
    }

    /// Sets the job for the coming midnight.
    static Instant setNext(Transaction transaction, EditionId edition, ZoneId zone) {
        Instant midnight = transaction
                .now()
                .atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
        Jobs.set(transaction, JobKind.MIDNIGHT, edition.value(), midnight);
        return midnight;
    }
}
