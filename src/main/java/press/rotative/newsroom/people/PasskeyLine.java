package press.rotative.newsroom.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Dates;
import press.rotative.language.Moment;
import press.rotative.newsroom.Form;
import press.rotative.people.passkeys.Passkey;

/// A passkey as one's account lists it.
///
/// @param typed the new name as it stands in the form
/// @param used null: never
/// @param synced whether it is on several devices
public record PasskeyLine(
        long id,
        String label,
        String typed,
        Moment made,
        @Nullable Moment used,
        boolean synced) {

    /// Where a new name that was refused waits in the form of the account.
    static String field(long id) {
        return "passkey-" + id;
    }

    static List<PasskeyLine> of(List<Passkey> passkeys, Form form, Dates dates) {
        return passkeys.stream()
                .map(passkey -> new PasskeyLine(
                        passkey.id(),
                        passkey.label(),
                        typed(form, passkey),
                        dates.dateAndTime(passkey.createdAt()),
                        passkey.usedAt() == null ? null : dates.dateAndTime(passkey.usedAt()),
                        passkey.key().synced()))
                .toList();
    }

    private static String typed(Form form, Passkey passkey) {
        List<String> typed = form.values(field(passkey.id()));
        return typed.isEmpty() ? passkey.label() : typed.getFirst();
    }
}
