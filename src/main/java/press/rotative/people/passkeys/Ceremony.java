package press.rotative.people.passkeys;

import java.util.Locale;

/// What a challenge is for. An answer to one is none to another.
public enum Ceremony {
    /// Coming in; whose it is tells the passkey.
    SIGN_IN,
    /// The second step after the password.
    SECOND_STEP,
    /// Showing once more who one is.
    PROOF,
    /// Another passkey of somebody who is in.
    ADD,
    /// The first second factor, while signing in.
    SET_UP,
    /// The first administrator comes by the operator's link.
    FIRST,
    /// Somebody who was invited joins.
    JOIN;

    /// What its tickets are sealed for.
    ///
    /// @param bound the session, browser or link to which it is bound
    String purpose(String bound) {
        return "passkey " + name().toLowerCase(Locale.ROOT) + " " + bound;
    }
}
