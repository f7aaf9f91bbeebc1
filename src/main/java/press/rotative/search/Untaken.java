package press.rotative.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.rotative.story.StoryId;

/// What the keeper of an index was told, and has not taken up yet. Told by any thread, taken up by the keeper's.
final class Untaken {
    private final Set<StoryId> changed = new LinkedHashSet<>();

    /// Named by rows of the logs: many of them are in the index as they are now.
    private final Set<StoryId> logged = new LinkedHashSet<>();

    private boolean destroyed;
    private Cursor upTo = Cursor.NONE;

    /// @param text one of theirs was destroyed for good
    synchronized void changed(Collection<StoryId> stories, boolean text) {
        changed.addAll(stories);
        destroyed |= text;
    }

    /// The same of stories that may be in the index as they are.
    synchronized void logged(Collection<StoryId> stories, boolean text) {
        logged.addAll(stories);
        destroyed |= text;
    }

    /// All rows of the publication log up to this one were told by now.
    synchronized void upTo(Cursor row) {
        upTo = row.seq() > upTo.seq() ? row : upTo;
    }

    synchronized boolean nothing() {
        return changed.isEmpty() && logged.isEmpty();
    }

    /// Stories of the logs; those that are to be put anyway need not be looked at.
    synchronized List<StoryId> takeLogged() {
        List<StoryId> taken =
                logged.stream().filter(each -> !changed.contains(each)).toList();
        logged.clear();
        return taken;
    }

    synchronized List<StoryId> takeChanged(int most) {
        List<StoryId> taken = changed.stream().limit(most).toList();
        taken.forEach(changed::remove);
        return taken;
    }

    /// What is left when all stories are put.
    ///
    /// @param destroyed a text was destroyed for good
    /// @param upTo the row of the publication log up to which all was told
    record Rest(boolean destroyed, Cursor upTo) {}

    /// @return null while stories are still to be put
    synchronized @Nullable Rest takeRest() {
        if (!nothing()) {
            return null;
        }
        var rest = new Rest(destroyed, upTo);
        destroyed = false;
        return rest;
    }
}
