package press.rotative.people.acts;

import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody looked at what is personal to others: their page, or the journal of what the staff does. That stands in
/// the journal too.
///
/// @param power which allows it
/// @param act `person-viewed`, `journal-viewed`
/// @param subject what was looked at
public record NoteViewed(Actor actor, Power power, String act, String subject) implements Act<Boolean> {
    @Override
    public Boolean perform(Transaction transaction) {
        Policy.require(actor, power);
        StaffLog.append(transaction, actor, act, subject, null);
        return true;
    }
}
