package press.rotative.story;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The axes of a story, and which act they allow. The table in `StoryStateTest` covers every combination.
///
/// @param pubStatus null: never published
/// @param plan why a version that was decided on is not public yet; null: nothing is planned
/// @param expired it left the public because its time was over
public record StoryState(
        @Nullable PubStatus pubStatus,
        Workflow workflow,
        @Nullable PlanKind plan,
        boolean expired) {

    /// What somebody may want to do with a story.
    public enum Move {
        SAVE,
        PUBLISH,
        UPDATE,
        CORRECT,
        SCHEDULE,
        EMBARGO,
        RESCHEDULE,
        UNSCHEDULE,
        SET_EXPIRY,
        WITHHOLD,
        RELEASE,
        KILL,
        DESTROY,
        MOVE,
        CHANGE_SLUG
    }

    /// Why this act cannot be done now; empty when it can.
    public Optional<String> refusal(Move move) {
        if (pubStatus == PubStatus.CANCELED) {
            return switch (move) {
                case DESTROY -> Optional.empty();
                case SAVE,
                        PUBLISH,
                        UPDATE,
                        CORRECT,
                        SCHEDULE,
                        EMBARGO,
                        RESCHEDULE,
                        UNSCHEDULE,
                        SET_EXPIRY,
                        WITHHOLD,
                        RELEASE,
                        KILL,
                        MOVE,
                        CHANGE_SLUG ->
                    Optional.of("The story was killed, and a kill is final. Write a new story instead.");
            };
        }
        if (workflow == Workflow.DISCARDED && move != Move.DESTROY) {
            return Optional.of("The story was discarded in the wire inbox. Bring it back first.");
        }
        return switch (move) {
            case SAVE, MOVE, CHANGE_SLUG, DESTROY -> Optional.empty();
            case PUBLISH, SCHEDULE -> embargo().or(this::publishing);
            case UPDATE -> embargo().or(this::updating);
            case CORRECT -> embargo().or(() -> onlyWhen(PubStatus.USABLE, "Only a published story can be corrected."));
            case EMBARGO -> embargoing();
            case RESCHEDULE, UNSCHEDULE -> planned();
            case SET_EXPIRY ->
                expired
                        ? Optional.of("The story has expired. Release it first; then give it another expiry.")
                        : Optional.empty();
            case WITHHOLD -> onlyWhen(PubStatus.USABLE, "Only a published story can be withheld.");
            case RELEASE -> onlyWhen(PubStatus.WITHHELD, "Only a withheld or expired story can be released.");
            case KILL ->
                pubStatus == null
                        ? Optional.of("The story was never published; there is nothing to kill.")
                        : Optional.empty();
        };
    }

    /// An embargo binds every version, the newsroom's own as well.
    private Optional<String> embargo() {
        return plan == PlanKind.EMBARGOED
                ? Optional.of("The story is under embargo: nothing of it may be public before. Take the embargo back "
                        + "first if it was lifted early.")
                : Optional.empty();
    }

    private Optional<String> publishing() {
        if (pubStatus == PubStatus.WITHHELD) {
            return Optional.of(
                    expired ? "The story has expired. Release it first." : "The story is withheld. Release it first.");
        }
        if (pubStatus == PubStatus.USABLE) {
            return updating();
        }
        if (workflow == Workflow.INCOMING) {
            return Optional.of("The story waits in the wire inbox. Take it in first.");
        }
        return workflow == Workflow.PITCH
                ? Optional.of("The story is only a pitch. Write it first, then publish it.")
                : Optional.empty();
    }

    private Optional<String> updating() {
        if (pubStatus != PubStatus.USABLE) {
            return Optional.of("Only a published story can be updated.");
        }
        return workflow == Workflow.PUBLISHED
                ? Optional.of("Nothing was changed since the story was published. Save a draft first.")
                : Optional.empty();
    }

    private Optional<String> embargoing() {
        return pubStatus == null
                ? publishing()
                : Optional.of(
                        "The story was public already, and an embargo binds all its versions. Schedule an update, "
                                + "or withhold the story.");
    }

    private Optional<String> planned() {
        return plan == null
                ? Optional.of(
                        "Nothing is scheduled, and there is no embargo. To take a published story back, withdraw it.")
                : Optional.empty();
    }

    private Optional<String> onlyWhen(PubStatus wanted, String sentence) {
        return pubStatus == wanted ? Optional.empty() : Optional.of(sentence);
    }
}
