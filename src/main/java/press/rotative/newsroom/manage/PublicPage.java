package press.rotative.newsroom.manage;

import org.jspecify.annotations.Nullable;

/// A page of the public site that something has.
///
/// @param edition its name
/// @param path on the public site; null: it has no page there, for it has no story
/// @param stories in words; empty: not told
public record PublicPage(
        String edition,
        String language,
        String direction,
        @Nullable String path,
        String stories) {}
