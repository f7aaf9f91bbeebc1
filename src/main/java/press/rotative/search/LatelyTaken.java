package press.rotative.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import press.rotative.publication.RecentNumbers;
import press.rotative.story.StoryId;

/// Which key words the last acts put into the index or took out of it. Stories that share none of them are as like to
/// each other as before, so most pages need not ask the index anew after an act.
///
/// Of a story that stood in the index before, the former key words must be known as well: those of the last
/// [#REMEMBERED] stories are. Whatever is not known for certain is a gap.
final class LatelyTaken {
    private static final int REMEMBERED = 4096;

    /// An act of more stories meets the key words of nearly every page.
    private static final int MOST_AT_ONCE = 16;

    private final RecentNumbers<KeySet> acts = new RecentNumbers<>();
    private final Map<StoryId, KeySet> remembered = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StoryId, KeySet> eldest) {
            return size() > REMEMBERED;
        }
    };
    private boolean unshownUnknown;

    /// Of one thread, or of whoever holds the lock of the keeper.
    ///
    /// @param after number of the log before the batch
    /// @param holds whether the index shows a story
    void take(long after, LogReader.Batch batch, Predicate<StoryId> holds) {
        if (batch.usable().size() + batch.gone().size() > MOST_AT_ONCE) {
            batch.usable().forEach(each -> remembered.remove(each.id()));
            batch.gone().forEach(remembered::remove);
            unshownUnknown = true;
            return;
        }
        KeySet touched = KeySet.NONE;
        boolean known = !unshownUnknown;
        for (StoryId gone : batch.gone()) {
            KeySet former = former(gone, holds);
            known &= former != null;
            touched = former == null ? touched : touched.and(former);
        }
        for (StoryDocument each : batch.usable()) {
            KeySet former = former(each.id(), holds);
            known &= former != null;
            KeySet now = KeySet.of(each.story().edition(), each.keyWords());
            touched = former == null ? touched : touched.and(former).and(now);
            remembered.put(each.id(), now);
        }
        if (known) {
            acts.add(after + 1, batch.end().seq(), touched);
        }
    }

    /// What the index held of a story until now; null where that is not known.
    private @Nullable KeySet former(StoryId story, Predicate<StoryId> holds) {
        KeySet former = remembered.remove(story);
        return former != null ? former : holds.test(story) ? null : KeySet.NONE;
    }

    /// The index shows all that was put into it.
    void shown() {
        unshownUnknown = false;
    }

    /// What the index holds is not known any more: another took its place, or a batch failed half way.
    void forget() {
        remembered.clear();
        unshownUnknown = true;
    }

    /// Whether it is certain that the index took and dropped nothing that shares one of these between two numbers of
    /// the log. Never waits; for any thread.
    boolean leftAlone(KeySet keys, long after, long upTo) {
        return acts.all(after, upTo, touched -> !touched.meets(keys));
    }
}
