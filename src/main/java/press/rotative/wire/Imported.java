package press.rotative.wire;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import press.rotative.platform.Problem;
import press.rotative.story.StoryId;
import press.rotative.wire.clipping.Clipping;

/// What became of one source.
///
/// @param reason one sentence; empty only for what was filed without anything to say
/// @param clipping what was read in it; absent where it was not read, or could not be
/// @param path where the story stands now, for those who published it
/// @param story what it was filed as; absent where it was not
/// @param notes what else there is to say of what was filed; the reason says it in English
/// @param problem what kept it out, with its words in every language; absent: the reason says all there is
public record Imported(
        String source,
        Status status,
        String reason,
        Optional<Clipping> clipping,
        Optional<String> path,
        Optional<StoryId> story,
        Set<Note> notes,
        Optional<Problem> problem) {

    public Imported {
        Objects.requireNonNull(source, "source");
        notes = Set.copyOf(notes);
        if (status != Status.FILED && reason.isBlank()) {
            throw new IllegalArgumentException("what was not filed has a reason");
        }
    }

    /// The fate of a source.
    public enum Status {
        /// It is a draft now, or was published.
        FILED,
        /// It is here already.
        SKIPPED,
        /// It is no capture, or something stood in the way.
        REFUSED
    }

    /// What is to be said of a source that was filed.
    public enum Note {
        /// Its story was here before: what was read is a new draft of it.
        STORY_KNOWN,
        /// The section that was wished is none of its edition: the one that the page names counts.
        SECTION_ELSEWHERE,
        /// Pictures that the page shows could not be got.
        PICTURES_MISSING
    }

    static Imported refused(String source, String reason) {
        return without(source, Status.REFUSED, reason, Optional.empty());
    }

    static Imported refused(String source, String reason, Problem problem) {
        return without(source, Status.REFUSED, reason, Optional.of(problem));
    }

    static Imported skipped(String source, String reason) {
        return without(source, Status.SKIPPED, reason, Optional.empty());
    }

    private static Imported without(String source, Status status, String reason, Optional<Problem> problem) {
        return new Imported(
                source, status, reason, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), problem);
    }
}
