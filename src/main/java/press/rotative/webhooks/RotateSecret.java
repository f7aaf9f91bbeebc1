package press.rotative.webhooks;

import java.security.SecureRandom;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Seal;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// A new secret. For a day messages are signed with the one before as well, so that the receiver has time to change it.
///
/// @param seal keeps it
public record RotateSecret(Actor actor, WebhookId id, Seal seal, SecureRandom random) implements Act<String> {

    /// @return the new one, to be shown once
    /// @throws press.rotative.platform.Problem FORBIDDEN, NOT_FOUND
    @Override
    public String perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_WEBHOOKS);
        Webhook before = new Webhooks(transaction.sql()).locked(id);
        SigningSecret secret = SigningSecret.fresh(random);
        HookSecrets.rotate(transaction, seal, id, secret);
        StaffLog.append(transaction, actor, "webhook-secret-rotated", before.subject(), null);
        return secret.text();
    }
}
