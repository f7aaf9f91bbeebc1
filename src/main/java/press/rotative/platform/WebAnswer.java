package press.rotative.platform;

/// What another server answered.
///
/// @param mediaType without parameters, in lower case; empty when it was not said
/// @param location of a redirect; empty without one
/// @param retryAfter when it may be asked again, as the server says it; empty when it does not
record WebAnswer(int status, String mediaType, String location, String retryAfter, byte[] body) {}
