package press.rotative.people.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import press.rotative.platform.Problem;

/// How often something was tried lately. Kept in memory: a restart forgets, and each node counts for itself.
public final class Attempts {
    /// Something that may be tried only so often.
    public enum What {
        SIGN_IN_ACCOUNT(5, Duration.ofMinutes(1)),
        SIGN_IN_ADDRESS(20, Duration.ofMinutes(1)),
        SECOND_FACTOR(5, Duration.ofMinutes(1)),
        RESET_ACCOUNT(3, Duration.ofHours(1)),
        RESET_ADDRESS(20, Duration.ofHours(1)),
        LINK(20, Duration.ofMinutes(1)),
        EMAIL_CHANGE(3, Duration.ofHours(1)),
        LINKS_OF_STORY(6, Duration.ofMinutes(1));

        private final int most;
        private final Duration within;

        What(int most, Duration within) {
            this.most = most;
            this.within = within;
        }
    }

    private static final int MOST_KEPT = 50_000;
    private static final Duration LONGEST = Duration.ofHours(1);

    private record Key(What what, String who) {}

    private final Clock clock;
    private final Cache<Key, Deque<Instant>> lately = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterAccess(LONGEST)
            .build();

    public Attempts(Clock clock) {
        this.clock = clock;
    }

    /// Counts one.
    ///
    /// @param who whose attempts these are: an account, an address
    /// @throws Problem TOO_MANY when it was tried too often already
    public void count(What what, String who) {
        if (!counted(what, who)) {
            var problem =
                    new Problem(Problem.Category.TOO_MANY, "That was tried too often. Wait a little and try again.");
            throw problem.as(what.within.equals(LONGEST) ? "problem.too.often.hour" : "problem.too.often");
        }
    }

    /// @return false when it was tried too often already
    boolean counted(What what, String who) {
        Instant now = clock.instant();
        boolean[] allowed = {true};
        lately.asMap().compute(new Key(what, who), (key, before) -> {
            Deque<Instant> tries = before == null ? new ArrayDeque<>() : before;
            while (!tries.isEmpty() && !tries.getFirst().isAfter(now.minus(what.within))) {
                tries.removeFirst();
            }
            allowed[0] = tries.size() < what.most;
            if (allowed[0]) {
                tries.addLast(now);
            }
            return tries;
        });
        return allowed[0];
    }
}
