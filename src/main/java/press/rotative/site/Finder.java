package press.rotative.site;

import java.util.List;
import press.rotative.story.EditionId;
import press.rotative.story.StoryId;

/// Where searches are answered from: ids only. What a hit looks like comes from the tables.
public interface Finder {

    /// Finds nothing: for a newsroom without an index.
    static Finder none() {
        return new Finder() {
            @Override
            public long cursor() {
                return 0;
            }

            @Override
            public Hits find(EditionId edition, String asked, int most) {
                return new Hits(0, 0, List.of());
            }
        };
    }

    /// How far the index has followed the publication log.
    long cursor();

    /// @param most how many ids at most, best first
    Hits find(EditionId edition, String asked, int most);

    /// @param cursor how far the index had followed the log when it was asked, or earlier
    /// @param total how many the index knows of
    record Hits(long cursor, long total, List<StoryId> ids) {
        public Hits {
            ids = List.copyOf(ids);
        }
    }
}
