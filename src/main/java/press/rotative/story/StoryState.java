package press.rotative.story;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The two axes of a story, and which act they allow. The table in `StoryStateTest` covers every combination.
///
/// @param pubStatus null: never published
public record StoryState(@Nullable PubStatus pubStatus, Workflow workflow) {

    /// What somebody may want to do with a story.
    public enum Move {
        SAVE,
        PUBLISH,
        UPDATE,
        CORRECT,
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
                case SAVE, PUBLISH, UPDATE, CORRECT, WITHHOLD, RELEASE, KILL, MOVE, CHANGE_SLUG ->
                    Optional.of("The story was killed, and a kill is final. Write a new story instead.");
            };
        }
        return switch (move) {
            case SAVE, MOVE, CHANGE_SLUG, DESTROY -> Optional.empty();
            case PUBLISH -> publishing();
            case UPDATE -> updating();
            case CORRECT -> onlyWhen(PubStatus.USABLE, "Only a published story can be corrected.");
            case WITHHOLD -> onlyWhen(PubStatus.USABLE, "Only a published story can be withheld.");
            case RELEASE -> onlyWhen(PubStatus.WITHHELD, "Only a withheld story can be released.");
            case KILL ->
                pubStatus == null
                        ? Optional.of("The story was never published; there is nothing to kill.")
                        : Optional.empty();
        };
    }

    private Optional<String> publishing() {
        if (pubStatus == PubStatus.WITHHELD) {
            return Optional.of("The story is withheld. Release it first.");
        }
        if (pubStatus == PubStatus.USABLE) {
            return updating();
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

    private Optional<String> onlyWhen(PubStatus wanted, String sentence) {
        return pubStatus == wanted ? Optional.empty() : Optional.of(sentence);
    }
}
