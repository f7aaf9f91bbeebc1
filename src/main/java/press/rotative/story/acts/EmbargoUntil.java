package press.rotative.story.acts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.PlanKind;
import press.rotative.story.StoryId;

/// Puts a story that was never public under embargo (ninjs 3.1 `embargoedUntil`, NewsML-G2 `embargoed`): nothing of
/// it may be public before the instant, at which the draft, as it is now, is published. Until then a publication is
/// refused.
///
/// @param expectedRevision the draft the editor saw; null: whatever is there
public record EmbargoUntil(
        Actor actor, StoryId story, @Nullable Integer expectedRevision, Instant until) implements Act<Outcome> {

    @Override
    public Outcome perform(Transaction transaction) {
        return PlanVersion.of(transaction, actor, story, PlanKind.EMBARGOED, until, expectedRevision, null);
    }
}
