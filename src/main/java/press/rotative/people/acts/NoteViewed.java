package press.rotative.people.acts;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody looked at what is personal to others: their page, the lists of people and of invitations, or the journal of
/// what the staff does. That stands in the journal too: once an hour for the same thing, however often it is loaded.
///
/// @param power which allows it
/// @param act `person-viewed`, `people-viewed`, `invitations-viewed`, `journal-viewed`
/// @param subject what was looked at
public record NoteViewed(Actor actor, Power power, String act, String subject) implements Act<Boolean> {
    private static final Duration ONCE_IN = Duration.ofHours(1);

    /// Whether it stands there already, so that nothing is to be written.
    public boolean stands(DSLContext sql, Instant now) {
        Policy.require(actor, power);
        return StaffLog.holdsSince(sql, now.minus(ONCE_IN), actor.staffId(), act, subject);
    }

    /// @return false when it stands there already
    @Override
    public Boolean perform(Transaction transaction) {
        if (stands(transaction.sql(), transaction.now())) {
            return false;
        }
        StaffLog.append(transaction, actor, act, subject, null);
        return true;
    }
}
