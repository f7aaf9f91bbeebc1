package press.rotative.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import press.rotative.platform.Announcement;
import press.rotative.platform.Transaction;
import press.rotative.publication.Consequence;

/// Counts the doubts about a story of the wire inbox again whenever its text is another one, whoever wrote it and
/// however: the list says what is in doubt now. What the act counted itself is not counted twice. The account of the
/// capture, which may be large, is not read for it: what is in doubt about the capture does not hang on the text.
public final class DoubtCount implements Consequence {
    private final Open open;

    /// @param open knows the doubts
    public DoubtCount(Open open) {
        this.open = open;
    }

    /// What nobody has settled about a story.
    public interface Open {
        /// @return how many of the doubts about the story's last import hang on this text
        int ofText(DSLContext sql, StoryId story, StoryContent text);

        /// Reads the account.
        ///
        /// @return how many are about the capture itself; none where no account can be read
        int ofCapture(DSLContext sql, Story story);
    }

    /// How many doubts nobody has settled.
    ///
    /// @param ofCapture those that another text does not answer
    public record Doubts(int ofCapture, int ofText) {
        int all() {
            return ofCapture + ofText;
        }
    }

    @Override
    public void follow(Transaction transaction) {
        Map<StoryId, StoryContent> changed = new LinkedHashMap<>();
        for (Announcement each : transaction.announcements()) {
            if (each instanceof TextChanged(StoryId story, StoryContent content)) {
                changed.put(story, content);
            } else if (each instanceof DoubtsCounted(StoryId story)) {
                changed.remove(story);
            }
        }
        changed.forEach((story, content) -> count(transaction, story, content));
    }

    private void count(Transaction transaction, StoryId story, StoryContent content) {
        DSLContext sql = transaction.sql();
        Optional<Incoming.Received> received = new Incoming(sql).find(story);
        if (received.isEmpty()) {
            return;
        }
        Integer counted = received.get().captureDoubts();
        int ofCapture = counted == null ? open.ofCapture(sql, new Stories(sql).get(story)) : counted;
        Incoming.putDoubts(transaction, story, new Doubts(ofCapture, open.ofText(sql, story, content)));
    }
}
