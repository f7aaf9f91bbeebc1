package press.rotative.story;

import java.util.LinkedHashSet;
import java.util.OptionalInt;
import org.jooq.DSLContext;
import press.rotative.platform.Announcement;
import press.rotative.platform.Transaction;
import press.rotative.publication.Consequence;

/// Counts the doubts about a story of the wire inbox again whenever its text is another one, whoever wrote it and
/// however: the list says what is in doubt now. What the act counted itself is not counted twice.
public final class DoubtCount implements Consequence {
    private final Open open;

    /// @param open knows the doubts
    public DoubtCount(Open open) {
        this.open = open;
    }

    /// What nobody has settled about a story.
    public interface Open {
        /// @return how many doubts; empty where no account of an import is kept
        OptionalInt of(DSLContext sql, Story story);
    }

    @Override
    public void follow(Transaction transaction) {
        var changed = new LinkedHashSet<StoryId>();
        for (Announcement each : transaction.announcements()) {
            if (each instanceof StoryChanged(StoryId story)) {
                changed.add(story);
            } else if (each instanceof DoubtsCounted(StoryId story)) {
                changed.remove(story);
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        var stories = new Stories(transaction.sql());
        for (StoryId story : new Incoming(transaction.sql()).listed(changed)) {
            open.of(transaction.sql(), stories.get(story))
                    .ifPresent(doubts -> Incoming.putDoubts(transaction, story, doubts));
        }
    }
}
