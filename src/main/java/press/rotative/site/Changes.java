package press.rotative.site;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import press.rotative.publication.Subject;
import press.rotative.story.StoryId;

/// What the last acts touched. A page that none of the acts since its making touched is still right, though the log has
/// grown: one act makes a handful of pages anew, not all that readers ask for.
///
/// Only what is known for certain counts: an act of another process, one of very many publications, or one of long ago
/// is a gap, and whoever asks across a gap is told nothing.
final class Changes {
    private static final int KEPT = 256;

    /// @param last number of the log that the act took; it begins at the key
    private record Change(long last, TouchedBy addresses, Set<Subject> subjects) {}

    private final ConcurrentSkipListMap<Long, Change> byFirst = new ConcurrentSkipListMap<>();

    /// @param first and last number of the log that the act took
    void add(long first, long last, TouchedBy addresses, Set<Subject> subjects) {
        byFirst.put(first, new Change(last, addresses, Set.copyOf(subjects)));
        while (byFirst.size() > KEPT) {
            byFirst.pollFirstEntry();
        }
    }

    /// Whether it is certain that no act after one number, up to another, changed what stands at an address or one of
    /// the stories that are listed there.
    boolean leftAlone(String path, Collection<StoryId> listed, long after, long upTo) {
        for (long next = after + 1; next <= upTo; ) {
            Map.Entry<Long, Change> entry = byFirst.floorEntry(next);
            if (entry == null || entry.getValue().last < next) {
                return false;
            }
            Change change = entry.getValue();
            if (change.addresses.changes(path) || touchesOne(change, listed)) {
                return false;
            }
            next = change.last + 1;
        }
        return true;
    }

    private static boolean touchesOne(Change change, Collection<StoryId> listed) {
        return listed.stream().anyMatch(story -> change.subjects.contains(story.subject()));
    }
}
