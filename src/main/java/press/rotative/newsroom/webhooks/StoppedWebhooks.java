package press.rotative.newsroom.webhooks;

import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;
import press.rotative.language.Words;
import press.rotative.newsroom.Alert;
import press.rotative.newsroom.AlertSource;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.webhooks.Webhook;
import press.rotative.webhooks.Webhooks;

/// The line over every screen of an administrator when a webhook is not delivered to any more.
@Singleton
class StoppedWebhooks implements AlertSource {

    @Override
    public List<Alert> alerts(DSLContext sql, Actor actor, Words words) {
        if (!Policy.allowsSomewhere(actor, Power.MANAGE_WEBHOOKS)) {
            return List.of();
        }
        List<Webhook> stopped = new Webhooks(sql).alarming();
        return stopped.isEmpty()
                ? List.of()
                : List.of(new Alert(
                        true,
                        words.count("webhook.alert", stopped.size()),
                        stopped.size() == 1
                                ? WebhooksResource.PATH + "/"
                                        + stopped.getFirst().id().value()
                                : WebhooksResource.PATH));
    }
}
