package press.rotative.webhooks;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A program elsewhere that is told what becomes public.
///
/// @param version raised by every change of name, address, events or editions
/// @param address as [HookAddress] lets it through
/// @param editions codes; empty: all
/// @param stateAt since when it is in its state
/// @param delivered last number of the publication log that was delivered or does not concern it
/// @param attempts how often the next message was tried in vain
/// @param failingSince when that began; null: it was not tried yet
/// @param nextAt when it is tried again
/// @param oldSecretUntil until when the secret before this one signs as well; null: there is none
public record Webhook(
        WebhookId id,
        int version,
        String name,
        String address,
        Set<HookEvent> events,
        Set<String> editions,
        HookState state,
        Instant stateAt,
        long delivered,
        int attempts,
        @Nullable Instant failingSince,
        Instant nextAt,
        @Nullable Instant oldSecretUntil,
        Instant createdAt) {

    public Webhook {
        events = Set.copyOf(events);
        editions = Set.copyOf(editions);
    }

    /// Whether this is as another reading of the same webhook: it asks for the same and was told as much.
    boolean stands(Webhook other) {
        return version == other.version && delivered == other.delivered;
    }

    /// For [press.rotative.people.StaffLog].
    String subject() {
        return "webhook " + id.value();
    }
}
