package press.rotative.people.signin;

import java.time.Duration;
import java.time.Instant;

/// Somebody's stay in the newsroom from one browser.
///
/// @param provedAt when they last showed who they are
/// @param failures wrong second factors in it
public record StaffSession(
        long id,
        long staffId,
        Stage stage,
        Instant createdAt,
        Instant seenAt,
        Instant provedAt,
        Instant endsAt,
        int failures,
        String agent,
        String address) {

    /// Acts that cannot be undone ask who one is when it was not shown for so long.
    public static final Duration PROOF_LASTS = Duration.ofMinutes(10);

    public boolean provedLately(Instant now) {
        return stage == Stage.IN && provedAt.plus(PROOF_LASTS).isAfter(now);
    }
}
