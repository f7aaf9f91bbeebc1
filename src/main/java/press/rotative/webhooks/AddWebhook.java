package press.rotative.webhooks;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Digest;
import press.rotative.platform.Seal;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// A program is told from now on what becomes public.
///
/// @param once of the form that asks for it, which is taken once; null: it is no form
/// @param seal keeps its secret
public record AddWebhook(
        Actor actor, HookWish wish, @Nullable String once, Seal seal, SecureRandom random)
        implements Act<AddWebhook.Added> {

    /// @param secret to be shown once
    public record Added(Webhook webhook, String secret) {}

    /// @throws press.rotative.platform.Problem FORBIDDEN; INVALID for an unknown edition; CONFLICT when there are too
    ///     many, or the form was sent before
    @Override
    public Added perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_WEBHOOKS);
        wish.check(transaction.sql());
        WebhookId id = Webhooks.insert(transaction, wish, once == null ? null : Digest.of(once));
        SigningSecret secret = SigningSecret.fresh(random);
        HookSecrets.put(transaction, seal, id, secret);
        Webhook added = new Webhooks(transaction.sql()).get(id);
        StaffLog.append(transaction, actor, "webhook-added", added.subject(), null);
        transaction.announce(new WebhooksChanged());
        return new Added(added, secret.text());
    }
}
