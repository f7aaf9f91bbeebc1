package press.rotative.story.acts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.PlanKind;
import press.rotative.story.StoryId;
import press.rotative.story.Texts;

/// Makes the draft, as it is now, public at an instant: a first publication or an update. What is written into the
/// draft afterwards is not part of it until it is scheduled again. A publication or a correction before the instant
/// takes the plan's place, and so does a withdrawal.
///
/// @param expectedRevision the draft the editor saw; null: whatever is there
/// @param note public note of an update; may be null
public record SchedulePublication(
        Actor actor,
        StoryId story,
        @Nullable Integer expectedRevision,
        Instant at,
        @Nullable String note) implements Act<Outcome> {

    public SchedulePublication {
        note = Texts.optional(note, 2000, "The note");
    }

    @Override
    public Outcome perform(Transaction transaction) {
        return PlanVersion.of(transaction, actor, story, PlanKind.SCHEDULED, at, expectedRevision, note);
    }
}
