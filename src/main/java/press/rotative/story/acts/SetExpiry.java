package press.rotative.story.acts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Plans;
import press.rotative.story.Stories;
import press.rotative.story.Story;
import press.rotative.story.StoryId;
import press.rotative.story.StoryState;

/// Says when the public may read a story no longer, or that there is no such instant.
///
/// @param expires null: never
public record SetExpiry(
        Actor actor, StoryId story, @Nullable Instant expires) implements Act<Story> {

    @Override
    public Story perform(Transaction transaction) {
        var stories = new Stories(transaction.sql());
        Story before = stories.lockFor(actor, Power.WITHHOLD, story);
        before.state().refusal(StoryState.Move.SET_EXPIRY).ifPresent(sentence -> {
            throw Problem.conflict(sentence);
        });
        if (expires == null) {
            Expiry.remove(transaction, story);
        } else {
            Instant at = Plans.checked(expires, transaction.now(), "The expiry");
            if (before.planAt() != null && at.toEpochMilli() <= before.planAt()) {
                throw Problem.invalid("The expiry (" + at + ") must come after the publication that is planned for "
                        + Instant.ofEpochMilli(before.planAt()) + ".");
            }
            Expiry.put(transaction, story, at);
        }
        StaffLog.append(
                transaction,
                actor,
                "story-expiry",
                "story " + story.value() + " " + (expires == null ? "never" : expires),
                null);
        return stories.get(story);
    }
}
