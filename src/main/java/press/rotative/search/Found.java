package press.rotative.search;

import java.util.List;
import press.rotative.story.StoryId;

/// What a search found.
///
/// @param cursor how far the index had followed the publication log when it was asked, or earlier
/// @param total how many the index knows of
/// @param ids the best first
public record Found(long cursor, long total, List<StoryId> ids) {
    public Found {
        ids = List.copyOf(ids);
    }
}
