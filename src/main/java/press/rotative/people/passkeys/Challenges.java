package press.rotative.people.passkeys;

import static press.rotative.platform.db.Tables.PASSKEY_ANSWER;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import press.rotative.platform.Seal;
import press.rotative.platform.Secrets;
import press.rotative.platform.Transaction;

/// Challenges and the tickets that carry them through the browser: sealed, so that asking for one writes nothing. Only
/// answers that came are noted, until their challenge runs out, so that none is taken twice.
public final class Challenges {
    public static final Duration LASTS = Duration.ofMinutes(5);

    private final Seal seal;
    private final SecureRandom random;

    public Challenges(Seal seal, SecureRandom random) {
        this.seal = seal;
        this.random = random;
    }

    /// Another one.
    ///
    /// @param handle of the holder's other passkeys; empty: a new one
    public Challenge next(Optional<String> handle, Instant now) {
        return new Challenge(Secrets.next(random), handle.orElseGet(() -> Secrets.next(random)), now.plus(LASTS));
    }

    /// What the browser sends back with the answer.
    ///
    /// @param bound the session, browser or link for which it is good
    public String ticket(Challenge challenge, Ceremony ceremony, String bound) {
        String open = challenge.nonce() + " " + challenge.handle() + " "
                + challenge.endsAt().toEpochMilli();
        return seal.close(ceremony.purpose(bound), open.getBytes(StandardCharsets.UTF_8));
    }

    /// @return empty: it is not ours, for something else, for another browser or session, or too old
    public Optional<Challenge> open(String ticket, Ceremony ceremony, String bound, Instant now) {
        return seal.open(ceremony.purpose(bound), ticket)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split(" "))
                .map(parts -> new Challenge(parts[0], parts[1], Instant.ofEpochMilli(Long.parseLong(parts[2]))))
                .filter(challenge -> challenge.endsAt().isAfter(now));
    }

    /// Uses one up.
    ///
    /// @return false for who comes second, or too late
    public static boolean use(Transaction transaction, Challenge challenge) {
        long now = transaction.now().toEpochMilli();
        transaction
                .sql()
                .deleteFrom(PASSKEY_ANSWER)
                .where(PASSKEY_ANSWER.ENDS_AT.le(now))
                .execute();
        return challenge.endsAt().toEpochMilli() > now
                && transaction
                                .sql()
                                .insertInto(PASSKEY_ANSWER)
                                .set(PASSKEY_ANSWER.CHALLENGE_DIGEST, challenge.digest())
                                .set(PASSKEY_ANSWER.ENDS_AT, challenge.endsAt().toEpochMilli())
                                .onConflictDoNothing()
                                .execute()
                        == 1;
    }
}
