package press.rotative.site;

import java.util.function.Supplier;

/// One thing that can happen in a newsroom that walks.
///
/// @param often how often it happens among all others
/// @param go does it, with all that it needs, and says what it did
record WalkStep(String name, int often, Supplier<String> go) {}
