package press.rotative.newsroom.people;

import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Shell;

/// A link that is shown once, to be handed to somebody.
///
/// @param why what to do with it
/// @param warning what went wrong; null: nothing
/// @param back where the screen goes on
public record LinkPage(Shell shell, String why, @Nullable String warning, String link, String back) {}
