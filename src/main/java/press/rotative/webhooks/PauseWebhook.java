package press.rotative.webhooks;

import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Nothing is sent until it is resumed; what becomes public meanwhile waits in the log. One that was given up is put
/// to rest so: it alarms nobody any more.
public record PauseWebhook(Actor actor, WebhookId id) implements Act<Webhook> {

    /// @throws Problem FORBIDDEN, NOT_FOUND; CONFLICT when it is paused
    @Override
    public Webhook perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_WEBHOOKS);
        Webhook before = new Webhooks(transaction.sql()).locked(id);
        if (before.state() == HookState.PAUSED) {
            throw Problem.conflict("This webhook is paused already.").as("problem.webhook.paused");
        }
        Webhooks.put(transaction, id, HookState.PAUSED);
        StaffLog.append(transaction, actor, "webhook-paused", before.subject(), null);
        return new Webhooks(transaction.sql()).get(id);
    }
}
