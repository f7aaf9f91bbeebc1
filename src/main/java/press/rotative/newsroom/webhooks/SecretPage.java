package press.rotative.newsroom.webhooks;

import press.rotative.newsroom.Shell;

/// A secret, shown once.
///
/// @param why what it is for
/// @param back where it goes on
public record SecretPage(Shell shell, String why, String secret, String back) {}
