package press.rotative.site;

/// An answer without the page that was asked for.
///
/// @param sentence says what is wrong and what to do
record ProblemPage(Chrome chrome, int status, String heading, String sentence) {}
