package press.rotative.newsroom;

import org.jspecify.annotations.Nullable;

/// One line of the band over every screen.
///
/// @param urgent something is late or broken; else it is only to be known
/// @param link where it is looked after; null: nowhere
public record Alert(
        boolean urgent, String sentence, @Nullable String link) {}
