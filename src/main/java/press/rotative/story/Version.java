package press.rotative.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A published version. A destroyed one has lost its text and kept its digest.
///
/// @param closed to public comparison
public record Version(
        StoryId story,
        int version,
        Instant at,
        long actorId,
        String act,
        @Nullable String note,
        @Nullable StoryContent content,
        String digest,
        boolean closed) {}
