package press.rotative.webhooks;

/// How the webhooks stand.
///
/// @param active delivered to
/// @param failing those of them whose next message was tried in vain
/// @param stopped given up, or gone
public record HookFigures(long active, long failing, long stopped) {}
