package press.rotative.webhooks;

import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// A webhook goes for good, with what is known of its deliveries.
public record RemoveWebhook(Actor actor, WebhookId id) implements Act<Boolean> {

    /// @throws press.rotative.platform.Problem FORBIDDEN, NOT_FOUND
    @Override
    public Boolean perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_WEBHOOKS);
        Webhook before = new Webhooks(transaction.sql()).locked(id);
        Webhooks.remove(transaction, id);
        StaffLog.append(transaction, actor, "webhook-removed", before.subject(), null);
        return true;
    }
}
