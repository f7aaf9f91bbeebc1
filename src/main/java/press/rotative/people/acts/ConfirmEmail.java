package press.rotative.people.acts;

import press.rotative.people.Actor;
import press.rotative.people.Member;
import press.rotative.people.signin.EmailChanges;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody shows that they read the mail of the address that they asked for: from now on they sign in with it.
///
/// @param secret of the link
public record ConfirmEmail(Actor actor, String secret) implements Act<Member> {

    /// @return as they were before
    /// @throws Problem GONE for a link that is not good, FORBIDDEN for one of somebody else, CONFLICT when the
    /// address is somebody's by now
    @Override
    public Member perform(Transaction transaction) {
        var waiting = EmailChanges.good(transaction.sql(), actor.staffId(), secret, transaction.now());
        new ChangeEmail(actor, waiting.email()).perform(transaction);
        return waiting.member();
    }
}
