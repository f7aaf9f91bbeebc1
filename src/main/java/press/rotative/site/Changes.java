package press.rotative.site;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import press.rotative.publication.RecentNumbers;
import press.rotative.publication.Subject;
import press.rotative.story.StoryId;

/// What the last acts touched. A page that none of the acts since its making touched is still right, though the log has
/// grown: one act makes a handful of pages anew, not all that readers ask for. What is
/// too large or too long ago is forgotten.
final class Changes {
    private record Change(TouchedBy addresses, Set<Subject> subjects) {}

    private final RecentNumbers<Change> acts = new RecentNumbers<>();
    private final RecentNumbers<Renamed> renamings = new RecentNumbers<>();

    /// What an act calls otherwise, told before anything is read of what it changed.
    ///
    /// @param first and last number of the log that the act took
    void rename(long first, long last, Renamed renamed) {
        renamings.add(first, last, renamed);
    }

    /// @param first and last number of the log that the act took
    void add(long first, long last, TouchedBy addresses, Set<Subject> subjects) {
        acts.add(first, last, new Change(addresses, Set.copyOf(subjects)));
    }

    /// All that may be called otherwise; empty where that is not known, or not yet.
    Optional<Renamed> renamed(long after, long upTo) {
        var renamed = new AtomicReference<>(Renamed.NOTHING);
        boolean known = renamings.all(after, upTo, each -> {
            renamed.set(renamed.get().and(each));
            return true;
        });
        return known ? Optional.of(renamed.get()) : Optional.empty();
    }

    /// Whether it is certain that no act after one number, up to another, changed what stands at an address or one of
    /// the stories that are listed there.
    boolean leftAlone(String path, Collection<StoryId> listed, long after, long upTo) {
        return acts.all(after, upTo, change -> !change.addresses.changes(path) && !touchesOne(change.subjects, listed));
    }

    private static boolean touchesOne(Set<Subject> touched, Collection<StoryId> listed) {
        for (StoryId story : listed) {
            if (touched.contains(story.subject())) {
                return true;
            }
        }
        return false;
    }
}
