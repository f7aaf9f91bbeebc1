package press.rotative.people.acts;

import static press.rotative.platform.db.Tables.STAFF;

import java.security.SecureRandom;
import java.util.Set;
import press.rotative.people.Actor;
import press.rotative.people.EmailAddress;
import press.rotative.people.Grant;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.people.signin.Invitations;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Somebody is asked to join, with rights that are theirs once they do. An invitation of before to the same address is
/// withdrawn.
///
/// @param name as the inviter knows them; may be empty, they say it themselves
public record Invite(Actor actor, EmailAddress email, String name, Set<Grant> grants, SecureRandom random)
        implements Act<String> {

    /// @throws Problem INVALID for no role, or too many
    public Invite {
        grants = Rights.checked(grants);
    }

    /// @return the secret of the link, kept nowhere
    /// @throws Problem FORBIDDEN; CONFLICT when somebody has the address, or too many invitations wait
    @Override
    public String perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_STAFF);
        if (transaction.sql().fetchExists(STAFF, STAFF.EMAIL_KEY.eq(email.key()))) {
            throw Problem.conflict("Somebody has this e-mail address already.").as("problem.email.taken");
        }
        String secret = Invitations.insert(transaction, email, name, grants, actor.staffId(), random);
        long id = new Invitations(transaction.sql()).find(secret).orElseThrow().id();
        StaffLog.append(transaction, actor, "member-invited", Rights.subject("invitation " + id, grants), null);
        return secret;
    }
}
