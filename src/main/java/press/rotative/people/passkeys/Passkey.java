package press.rotative.people.passkeys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A passkey of somebody of the staff.
///
/// @param staffId whose it is
/// @param label what its holder calls it
/// @param usedAt null: never
public record Passkey(
        long id,
        long staffId,
        Key key,
        String handle,
        String label,
        Instant createdAt,
        @Nullable Instant usedAt) {

    /// What the authenticator told of it.
    ///
    /// @param id by which authenticators know it, URL-safe Base64
    /// @param data attested credential data with the public key, URL-safe Base64
    /// @param signCount how often it was used by the count of its authenticator; 0: that does not count
    /// @param maySync whether it can be on several devices
    /// @param synced whether it is
    /// @param transports over what its authenticator is reached, apart by spaces
    public record Key(String id, String data, long signCount, boolean maySync, boolean synced, String transports) {}
}
