package press.rotative.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

    /// The example of the libraries of Standard Webhooks.
    @Test
    void a_message_is_signed_as_the_reference_libraries_sign_it() {
        var secret = new SigningSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertEquals("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", secret.text());
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                secret.signature(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_fresh_secret_is_long_enough_and_another_each_time() {
        var random = new SecureRandom();
        String one = SigningSecret.fresh(random).text();
        assertEquals(32, Base64.getDecoder().decode(one.substring(6)).length);
        assertFalse(one.equals(SigningSecret.fresh(random).text()));
    }

    @Test
    void it_is_tried_again_later_each_time_but_never_later_than_six_hours() {
        var random = new Random(7);
        Instant now = Instant.parse("2026-11-24T12:00:00Z");
        Duration before = Duration.ZERO;
        for (int attempts = 1; attempts <= 40; attempts++) {
            Duration wait = Duration.between(now, Retries.next(now, attempts, "", random));
            assertTrue(attempts > 6 || wait.compareTo(before) > 0, attempts + ": " + wait);
            assertTrue(wait.compareTo(Duration.ofMillis((long) (6 * 3_600_000 * 1.2))) <= 0, attempts + ": " + wait);
            before = wait;
        }
        assertEquals(now.plus(Duration.ofHours(24)), Retries.next(now, 1, "9999999", random));
        Instant soon = Retries.next(now, 1, "Fri, 31 Dec 1999 23:59:59 GMT", random);
        assertTrue(Duration.between(now, soon).toSeconds() <= 6, "a date is not followed: " + soon);
    }
}
