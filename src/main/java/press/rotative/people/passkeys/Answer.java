package press.rotative.people.passkeys;

/// What a browser sent back.
///
/// @param ticket of the challenge, as it was handed out
/// @param credential the answer of the authenticator, JSON (`RegistrationResponseJSON` or
/// `AuthenticationResponseJSON`, Web Authentication Level 3, section 5.1.8)
public record Answer(String ticket, String credential) {
    private static final int LONGEST = 20_000;

    /// Whether it can be an answer at all.
    boolean fits() {
        return ticket.length() <= LONGEST && credential.length() <= LONGEST;
    }
}
