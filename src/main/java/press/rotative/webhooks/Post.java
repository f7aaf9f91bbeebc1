package press.rotative.webhooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Database;
import press.rotative.platform.Fetcher;
import press.rotative.platform.Problem;
import press.rotative.platform.Seal;

/// Sends one message, signed: one request of ten seconds at most, of whose answer the first letters are kept.
///
/// @param seal with which the secrets lie in the database
record Post(Database database, Seal seal, HookAddress addresses, Clock clock) {
    private static final int ANSWER_BYTES = 400;

    /// What came of it.
    ///
    /// @param retryAfter as the receiver says it; empty: it does not
    record Sent(Delivery delivery, String retryAfter) {}

    /// @param number of the log; null: a test
    Sent send(Webhook hook, @Nullable Long number, Message message, Delivery.Cause cause, int attempt) {
        Instant at = clock.instant();
        long begun = System.nanoTime();
        Fetcher.Sent sent = sent(hook, message, at);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        Delivery nothing = new Delivery(
                0, hook.id(), number, message.id(), message.type(), cause, at, attempt, millis, null, null, null, null);
        return switch (sent) {
            case Fetcher.Sent.Answered answered ->
                new Sent(nothing.answered(answered.status(), text(answered.beginning())), answered.retryAfter());
            case Fetcher.Sent.Refused(Problem why) -> new Sent(nothing.failed(why), "");
        };
    }

    /// The address is looked at again: the operator may allow less than when it was typed.
    private Fetcher.Sent sent(Webhook hook, Message message, Instant at) {
        try {
            URI address = addresses.checked(hook.address());
            return addresses
                    .way(address)
                    .post(address, message.headers(at, secrets(hook.id(), at)), message.body(), ANSWER_BYTES);
        } catch (Problem refusal) {
            return new Fetcher.Sent.Refused(refusal);
        }
    }

    private List<SigningSecret> secrets(WebhookId id, Instant now) {
        return database.read(sql -> new HookSecrets(sql, seal).of(id, now));
    }

    /// Whatever bytes come, only letters and lines are kept.
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .replace("\uFFFD", "")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }
}
