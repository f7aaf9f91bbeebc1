package press.rotative.webhooks;

import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// A webhook that is paused, given up or gone is delivered to again.
///
/// @param skip what waited is left out; else it goes on with it
public record ResumeWebhook(Actor actor, WebhookId id, boolean skip) implements Act<Webhook> {

    /// @throws Problem FORBIDDEN, NOT_FOUND; CONFLICT when it is active
    @Override
    public Webhook perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_WEBHOOKS);
        Webhook before = new Webhooks(transaction.sql()).locked(id);
        if (before.state() == HookState.ACTIVE) {
            throw Problem.conflict("This webhook is delivered to already.").as("problem.webhook.active");
        }
        if (skip) {
            Webhooks.forgetWhatWaits(transaction, id);
        }
        Webhooks.put(transaction, id, HookState.ACTIVE);
        StaffLog.append(transaction, actor, "webhook-resumed", before.subject(), null);
        transaction.announce(new WebhooksChanged());
        return new Webhooks(transaction.sql()).get(id);
    }
}
