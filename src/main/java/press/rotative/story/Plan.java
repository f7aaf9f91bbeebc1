package press.rotative.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version that was decided on and waits: its text as it was when that was decided, whatever is written afterwards.
///
/// @param at when it becomes public
/// @param revision of the draft it was made from
/// @param note public note of an update
/// @param actorId who decided
public record Plan(
        StoryId story,
        PlanKind kind,
        Instant at,
        int revision,
        StoryContent content,
        @Nullable String note,
        long actorId) {}
