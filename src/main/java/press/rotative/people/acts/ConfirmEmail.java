package press.rotative.people.acts;

import press.rotative.people.StaffLog;
import press.rotative.people.signin.EmailChanges;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Whoever reads the mail of an address says that it is theirs: from now on its holder signs in with it. Who has the
/// link may do this, without being signed in; that it was asked for was proved.
///
/// @param secret of the link
public record ConfirmEmail(String secret) implements Act<EmailChanges.Waiting> {

    /// @return whose address it is, as they were before
    @Override
    public EmailChanges.Waiting perform(Transaction transaction) {
        EmailChanges.Waiting changed = EmailChanges.confirm(transaction, secret);
        StaffLog.append(
                transaction,
                changed.member().actor(),
                "email-changed",
                "staff " + changed.member().id(),
                null);
        return changed;
    }
}
