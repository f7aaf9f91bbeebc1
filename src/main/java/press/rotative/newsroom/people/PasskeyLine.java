package press.rotative.newsroom.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Dates;
import press.rotative.language.Moment;
import press.rotative.people.passkeys.Passkey;

/// A passkey as one's account lists it.
///
/// @param used null: never
/// @param synced whether it is on several devices
public record PasskeyLine(
        long id, String label, Moment made, @Nullable Moment used, boolean synced) {

    static List<PasskeyLine> of(List<Passkey> passkeys, Dates dates) {
        return passkeys.stream()
                .map(passkey -> new PasskeyLine(
                        passkey.id(),
                        passkey.label(),
                        dates.dateAndTime(passkey.createdAt()),
                        passkey.usedAt() == null ? null : dates.dateAndTime(passkey.usedAt()),
                        passkey.key().synced()))
                .toList();
    }
}
