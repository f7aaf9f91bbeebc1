package press.rotative.webhooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Fetcher;
import press.rotative.platform.Problem;

/// Sends one message: one request of ten seconds at most, of whose answer the first letters are kept.
final class Post {
    private static final int ANSWER_BYTES = 400;
    private static final int LONGEST_WORD = 300;

    private final HookAddress addresses;
    private final Clock clock;

    Post(HookAddress addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param retryAfter as the receiver says it; empty: it does not
    record Sent(Delivery delivery, String retryAfter) {}

    /// @param secrets with which it is signed
    /// @param number of the log; null: a test
    Sent send(
            Webhook hook,
            Supplier<List<SigningSecret>> secrets,
            @Nullable Long number,
            Message message,
            Delivery.Cause cause,
            int attempt) {
        Instant at = clock.instant();
        long begun = System.nanoTime();
        Fetcher.Sent sent = sent(hook, secrets, message, at);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        return switch (sent) {
            case Fetcher.Sent.Answered answered ->
                new Sent(
                        new Delivery(
                                0,
                                hook.id(),
                                number,
                                message.id(),
                                message.type(),
                                cause,
                                at,
                                attempt,
                                millis,
                                answered.status(),
                                text(answered.beginning()),
                                null,
                                null),
                        answered.retryAfter());
            case Fetcher.Sent.Refused(Problem why) ->
                new Sent(
                        new Delivery(
                                0,
                                hook.id(),
                                number,
                                message.id(),
                                message.type(),
                                cause,
                                at,
                                attempt,
                                millis,
                                null,
                                null,
                                why.phrase().map(Problem.Phrase::key).orElse("problem.web.broken"),
                                word(why)),
                        "");
        };
    }

    /// The address is looked at again: the operator may allow less than when it was typed.
    private Fetcher.Sent sent(Webhook hook, Supplier<List<SigningSecret>> secrets, Message message, Instant at) {
        try {
            URI address = addresses.checked(hook.address());
            return addresses
                    .way(address)
                    .post(address, message.headers(at, secrets.get()), message.body(), ANSWER_BYTES);
        } catch (Problem refusal) {
            return new Fetcher.Sent.Refused(refusal);
        }
    }

    private static @Nullable String word(Problem why) {
        String word = Delivery.word(why);
        return word == null || word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD);
    }

    /// Whatever bytes come, only letters and lines are kept.
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .replace("\uFFFD", "")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }
}
