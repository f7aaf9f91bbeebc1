package press.rotative.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A usable story in its live version, as the public may read it.
///
/// @param uri never changes
/// @param code short code at the end of its address
/// @param textVersion the last version that said other words than the one before
/// @param filedAt when it came into the newsroom
/// @param origin null unless it came from a capture
public record LiveStory(
        StoryId id,
        String uri,
        EditionId edition,
        String code,
        int version,
        int textVersion,
        @Nullable SectionId section,
        Instant publishedAt,
        Instant updatedAt,
        Instant filedAt,
        StoryContent content,
        @Nullable Origin origin) {}
