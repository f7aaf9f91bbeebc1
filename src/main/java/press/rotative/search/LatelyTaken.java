package press.rotative.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.rotative.publication.RecentNumbers;
import press.rotative.story.StoryId;

/// What the last acts that the index followed did to who is like whom, so that most pages need not ask it anew after an
/// act.
///
/// Of a story that stood in the index before, the former key words must be known as well: those of the last
/// [#REMEMBERED] stories are. Whatever is not known for certain is a gap.
final class LatelyTaken {
    private static final int REMEMBERED = 4096;

    /// An act of more stories reaches nearly every page.
    private static final int MOST_AT_ONCE = 16;

    private final RecentNumbers<Effect> acts = new RecentNumbers<>();
    private final Map<StoryId, Kin> remembered = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StoryId, Kin> eldest) {
            return size() > REMEMBERED;
        }
    };
    private boolean unshown;
    private boolean unknown;

    /// To be told of each batch before it is written. Of one thread, or of whoever holds the lock of the keeper.
    ///
    /// @param after number of the log before the batch
    void take(long after, LogReader.Batch batch, OpenIndex index, Magnitudes magnitudes) throws IOException {
        boolean many = batch.usable().size() + batch.gone().size() > MOST_AT_ONCE;
        boolean known = !unknown && !many;
        var former = new ArrayList<Kin>();
        var now = new ArrayList<Kin>();
        for (StoryId gone : batch.gone()) {
            Kin before = remembered.remove(gone);
            known &= before != null || !many && !index.holds(gone);
            add(before, former);
        }
        for (StoryDocument each : batch.usable()) {
            Kin before = remembered.remove(each.id());
            known &= before != null || !many && !index.holds(each.id());
            add(before, former);
            if (!many) {
                now.add(each.kin());
            }
        }
        if (known) {
            boolean exact = !unshown;
            acts.add(
                    after + 1,
                    batch.end().seq(),
                    index.read(searcher -> Effect.of(searcher.getIndexReader(), magnitudes, exact, former, now)));
        }
        now.forEach(each -> remembered.put(each.story(), each));
        unshown = true;
        unknown |= many;
    }

    /// A batch that concerns no story.
    void pass(long after, LogReader.Batch batch) {
        acts.add(after + 1, batch.end().seq(), Effect.NONE);
    }

    private static void add(@Nullable Kin kin, List<Kin> kins) {
        if (kin != null) {
            kins.add(kin);
        }
    }

    /// The index shows all that was put into it.
    void shown() {
        unshown = false;
        unknown = false;
    }

    /// What the index holds is not known any more: another took its place, or a batch failed half way.
    void forget() {
        remembered.clear();
        unknown = true;
    }

    /// Whether it is certain that nothing between two numbers of the log changed the answer, if none of the stories
    /// that were found was touched. Never waits; for any thread.
    boolean leftAlone(Likeness likeness, long after, long upTo) {
        return acts.all(after, upTo, effect -> !effect.reaches(likeness));
    }
}
