package press.rotative.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import press.rotative.platform.Database;
import press.rotative.publication.Acts;

/// Has the administrators told of webhooks that are not delivered to any more, each once.
final class EndNotices {
    private static final Logger LOG = Logger.getLogger(EndNotices.class);

    private static final Duration TOLD_AGAIN = Duration.ofMinutes(10);

    private final Database database;
    private final Acts acts;
    private final Clock clock;
    private final Holds holds;
    private final StopNotice notice;
    private final Map<WebhookId, Instant> after = new ConcurrentHashMap<>();

    EndNotices(Database database, Acts acts, Clock clock, Holds holds, StopNotice notice) {
        this.database = database;
        this.acts = acts;
        this.clock = clock;
        this.holds = holds;
        this.notice = notice;
    }

    /// False for a while after somebody could not be told.
    boolean isDue(WebhookId id) {
        return !clock.instant().isBefore(after.getOrDefault(id, Instant.EPOCH));
    }

    void tell(WebhookId id) {
        boolean held =
                acts.perform(transaction -> holds.takeEnded(transaction, id)).value();
        Optional<Webhook> hook = database.read(sql -> new Webhooks(sql).find(id))
                .filter(each -> held && each.state().alarming());
        if (hook.isEmpty()) {
            return;
        }
        LOG.errorf(
                "webhook %d is not delivered to any more: %s",
                id.value(), hook.get().state().label());
        boolean told = notice.tell(hook.get());
        if (told) {
            after.remove(id);
        } else {
            after.put(id, clock.instant().plus(TOLD_AGAIN));
        }
        acts.perform(transaction -> {
            if (told) {
                holds.told(transaction, id);
            }
            holds.release(transaction, id);
            return true;
        });
    }
}
