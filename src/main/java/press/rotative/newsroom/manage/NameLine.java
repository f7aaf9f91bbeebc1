package press.rotative.newsroom.manage;

import org.jspecify.annotations.Nullable;

/// One of a list of names.
///
/// @param language of the name; null: that of the screen, or none
/// @param also the name in other languages, or what stands beside it; empty: nothing
/// @param kind in words; empty: not told
/// @param stories in words
public record NameLine(
        String name,
        @Nullable String language,
        String direction,
        String path,
        String also,
        String kind,
        String stories) {}
