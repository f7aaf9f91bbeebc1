package press.rotative.platform;

/// What another server answered.
///
/// @param mediaType without parameters, in lower case; empty when it was not said
/// @param location of a redirect; empty without one
record WebAnswer(int status, String mediaType, String location, byte[] body) {}
