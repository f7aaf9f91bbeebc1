package press.rotative.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import press.rotative.nodes.OtherNodes;
import press.rotative.publication.PublicNumber;
import press.rotative.publication.Publication;

/// How far this process read the log for each webhook, behind what its row says was delivered; and which rows are
/// public.
final class ReadSoFar {
    /// A publication of another process is public by then here, too: an act takes its time, then this one hears of it.
    private static final Duration SETTLES = OtherNodes.EVERY.plusSeconds(2);

    private final PublicNumber number;
    private final Clock clock;
    private final Map<WebhookId, Read> read = new ConcurrentHashMap<>();

    ReadSoFar(PublicNumber number, Clock clock) {
        this.number = number;
        this.clock = clock;
    }

    /// @param hook as it stood then
    /// @param early the row behind that, when it was not public yet
    private record Read(Webhook hook, long upTo, @Nullable Publication early) {}

    void note(Webhook hook, long upTo, @Nullable Publication early) {
        read.put(hook.id(), new Read(hook, upTo, early));
    }

    void keepOnly(Collection<WebhookId> present) {
        read.keySet().retainAll(present);
    }

    /// Up to where the log has nothing for a webhook that it does not have.
    long behind(Webhook hook) {
        Read known = of(hook);
        return known == null ? hook.delivered() : Math.max(known.upTo(), hook.delivered());
    }

    /// What is next for a webhook, or before that, while it is not public yet; null: nothing is known of that.
    @Nullable
    Publication early(Webhook hook) {
        Read known = of(hook);
        return known != null && known.early() != null && isEarly(known.early()) ? known.early() : null;
    }

    private @Nullable Read of(Webhook hook) {
        Read known = read.get(hook.id());
        return known != null && known.hook().stands(hook) ? known : null;
    }

    boolean isEarly(Publication row) {
        return row.seq() > number.current() && row.at().isAfter(settled());
    }

    /// What was published before counts as public, whoever published it.
    private Instant settled() {
        return clock.instant().minus(SETTLES);
    }
}
