package press.rotative.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// When a message that did not arrive is sent again: after 5 seconds, then each time four times later, at most six
/// hours, each a fifth earlier or later by chance; for five days.
final class Retries {
    static final Duration FOR = Duration.ofDays(5);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(6);

    /// As far as a receiver is followed that names a time itself.
    private static final Duration LONGEST_ASKED = Duration.ofHours(24);

    private static final int FACTOR = 4;
    private static final int MOST_STEPS = 10;

    private Retries() {}

    /// @param attempts how often it was tried in vain, at least once
    /// @param retryAfter header of the answer, in seconds; whatever else it says does not count
    static Instant next(Instant now, int attempts, String retryAfter, RandomGenerator random) {
        long steps = Math.min(attempts, MOST_STEPS) - 1L;
        double millis = Math.min(LONGEST.toMillis(), FIRST.toMillis() * Math.pow(FACTOR, steps));
        Duration own = Duration.ofMillis((long) (millis * (0.8 + 0.4 * random.nextDouble())));
        Duration asked = retryAfter.matches("[0-9]{1,7}")
                ? Duration.ofSeconds(Math.min(LONGEST_ASKED.toSeconds(), Long.parseLong(retryAfter)))
                : Duration.ZERO;
        return now.plus(own.compareTo(asked) < 0 ? asked : own);
    }

    /// @param since when the message was first tried in vain
    static boolean over(Instant since, Instant now) {
        return !now.isBefore(since.plus(FOR));
    }
}
