package press.rotative.story;

import org.jspecify.annotations.Nullable;

/// A person who signs stories.
///
/// @param slug last part of the author's pages
/// @param note who this is, for the public
public record Author(
        AuthorId id,
        int version,
        String name,
        String slug,
        @Nullable String note) {}
