package press.rotative.people.passkeys;

import java.util.Locale;

/// Why an answer was not taken.
public enum Refusal {
    /// Not the form of an answer.
    UNREADABLE,
    /// Its challenge was used, is too old, or was given to another browser or session.
    CHALLENGE,
    /// Made by a page of another site.
    ORIGIN,
    /// Made for another name.
    DOMAIN,
    /// The authenticator did not ask who uses it.
    VERIFICATION,
    SIGNATURE,
    /// It counted no further than before: there may be a copy of it.
    COUNTER,
    /// A passkey that is not here, or is the passkey of somebody who may not come in.
    UNKNOWN,
    /// A passkey of somebody else.
    OWNER,
    /// Another rule of the standard is broken.
    RULE;

    /// As the log says it: `for counter`.
    public String words() {
        return "for " + name().toLowerCase(Locale.ROOT);
    }
}
