package press.rotative.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;

/// One request to a webhook and what came of it.
///
/// @param number of the publication log; null: a test
/// @param message the header `webhook-id`, the same at every attempt
/// @param event `type` of the message
/// @param attempt 1 for the first; 0 where somebody asked for it
/// @param status of the answer; null: there was none
/// @param answer its first letters; null: there was none
/// @param failure why there was no answer, as a key of the messages; null: there was one
/// @param failureWord what the sentence of that key names
public record Delivery(
        long id,
        WebhookId webhook,
        @Nullable Long number,
        String message,
        String event,
        Cause cause,
        Instant at,
        int attempt,
        long millis,
        @Nullable Integer status,
        @Nullable String answer,
        @Nullable String failure,
        @Nullable String failureWord) {
    private static final int LONGEST_WORD = 300;

    /// Why it was sent.
    public enum Cause {
        /// the log
        LOG,
        /// somebody asked for it once more
        AGAIN,
        TEST
    }

    /// What is taken for a delivery (Standard Webhooks 1.0, "Delivery success and failure").
    public boolean arrived() {
        return status != null && status >= 200 && status < 300;
    }

    boolean gone() {
        return status != null && status == 410;
    }

    Delivery answered(int with, String beginning) {
        return new Delivery(
                id, webhook, number, message, event, cause, at, attempt, millis, with, beginning, null, null);
    }

    /// There was no answer.
    Delivery failed(Problem why) {
        String key = why.phrase().map(Problem.Phrase::key).orElse("problem.web.broken");
        String word = why.phrase()
                .flatMap(phrase -> phrase.arguments().stream().findFirst())
                .map(named -> shortened(String.valueOf(named)))
                .orElse(null);
        return new Delivery(id, webhook, number, message, event, cause, at, attempt, millis, null, null, key, word);
    }

    private static String shortened(String word) {
        return word.substring(0, Math.min(word.length(), LONGEST_WORD));
    }
}
