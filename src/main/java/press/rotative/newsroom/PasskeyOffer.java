package press.rotative.newsroom;

/// What a form needs to offer a passkey: a script asks for a challenge, asks the browser, and sends the form with the
/// answer.
///
/// @param challenge where the script asks for one
/// @param makes whether a new passkey is made; else one is used
/// @param home the only origin where passkeys hold
public record PasskeyOffer(String challenge, boolean makes, String home) {}
