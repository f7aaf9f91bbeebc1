package press.rotative.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What signs the messages of one webhook: 32 random bytes (Standard Webhooks 1.0, "Signature scheme": 24 to 64).
final class SigningSecret {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    private final byte[] key;

    SigningSecret(byte[] key) {
        this.key = key.clone();
    }

    static SigningSecret fresh(SecureRandom random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new SigningSecret(key);
    }

    byte[] bytes() {
        return key.clone();
    }

    /// As it is shown, once: `whsec_` and Base64.
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /// One entry of the header `webhook-signature`: `v1,` and the Base64 of HMAC-SHA256 over
    /// `id.timestamp.body` (Standard Webhooks 1.0, "Signature scheme").
    ///
    /// @param seconds since 1970, when the message is sent
    String signature(String id, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA256", e);
        }
    }
}
