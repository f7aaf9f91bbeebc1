package press.rotative.search;

import java.util.List;
import press.rotative.story.StoryId;

/// How the index differs from the tables.
///
/// @param documents how many stories the index holds
/// @param usable how many stories the public may read
/// @param missing usable stories that the index lacks, the first [#MOST] of them
/// @param extra stories in the index that nobody may read, the first [#MOST] of them
public record Differences(long documents, long usable, List<StoryId> missing, List<StoryId> extra) {
    public static final int MOST = 100;

    public Differences {
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
    }

    public boolean none() {
        return documents == usable && missing.isEmpty() && extra.isEmpty();
    }
}
