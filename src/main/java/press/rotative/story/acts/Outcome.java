package press.rotative.story.acts;

import java.time.Instant;
import java.util.List;
import press.rotative.story.StoryId;

/// What came of a wish to publish.
public sealed interface Outcome {

    /// The public reads it now.
    ///
    /// @param warnings what is missing and was let through (imports), what else came of it
    record Live(StoryId story, int version, List<String> warnings) implements Outcome {
        public Live {
            warnings = List.copyOf(warnings);
        }
    }

    /// It becomes public at an instant.
    ///
    /// @param revision of the draft, as which it will
    record Scheduled(StoryId story, int revision, Instant at) implements Outcome {}

    /// Nothing of the story may be public before an instant, and then it is.
    ///
    /// @param revision of the draft, as which it will
    record Embargoed(StoryId story, int revision, Instant until) implements Outcome {}

    /// Nothing changed; each reason says what to do.
    record Refused(List<String> reasons) implements Outcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
