package press.rotative.webhooks;

import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;

/// Another name, address, or choice of events and editions. What waits is measured by the new choice; what went by
/// before because the old one did not ask for it stays untold.
///
/// @param expectedVersion what somebody saw; null: whatever is there
public record ChangeWebhook(
        Actor actor, WebhookId id, @Nullable Integer expectedVersion, HookWish wish) implements Act<Webhook> {

    /// @throws Problem FORBIDDEN, NOT_FOUND; INVALID for an unknown edition; CHANGED when somebody was faster
    @Override
    public Webhook perform(Transaction transaction) {
        Policy.require(actor, Power.MANAGE_WEBHOOKS);
        Webhook before = new Webhooks(transaction.sql()).locked(id);
        if (expectedVersion != null && expectedVersion != before.version()) {
            throw new Problem(
                            Problem.Category.CHANGED,
                            "Somebody changed this webhook meanwhile. Read it again; nothing was overwritten.")
                    .as("problem.webhook.changed");
        }
        wish.check(transaction.sql());
        Webhooks.change(transaction, before, wish);
        StaffLog.append(transaction, actor, "webhook-changed", before.subject(), null);
        transaction.announce(new WebhooksChanged());
        return new Webhooks(transaction.sql()).get(id);
    }
}
