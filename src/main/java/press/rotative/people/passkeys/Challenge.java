package press.rotative.people.passkeys;

import java.time.Instant;
import java.util.Base64;
import press.rotative.platform.Digest;

/// What an authenticator is to sign, once.
///
/// @param nonce 32 random bytes, URL-safe Base64
/// @param handle by which a new passkey knows its holder, URL-safe Base64; for passkeys that are there it says nothing
/// @param endsAt when an answer comes too late
public record Challenge(String nonce, String handle, Instant endsAt) {

    byte[] bytes() {
        return Base64.getUrlDecoder().decode(nonce);
    }

    String digest() {
        return Digest.of(nonce);
    }
}
