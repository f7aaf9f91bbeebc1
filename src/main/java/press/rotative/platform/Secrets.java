package press.rotative.platform;

import java.security.SecureRandom;
import java.util.Base64;

/// What nobody can guess, as links, cookies and keys hold it: 256 random bits in URL-safe Base64 (RFC 4648, section 5),
/// 43 letters.
public final class Secrets {
    private static final int BYTES = 32;

    private Secrets() {}

    public static String next(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
