package press.rotative.people.signin;

import java.security.SecureRandom;
import java.util.Base64;

/// What links and cookies hold: 256 random bits in URL-safe Base64 (RFC 4648, section 5), 43 letters. Only digests of
/// them are kept.
final class Secrets {
    private static final int BYTES = 32;

    private Secrets() {}

    static String next(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
