package press.rotative.newsroom;

/// A passkey was refused because its authenticator counted no further than before: there may be a copy of it.
///
/// @param staffId whose it is
public record PasskeyCopied(long staffId) {}
