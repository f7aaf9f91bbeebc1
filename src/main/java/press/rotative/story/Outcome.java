package press.rotative.story;

import java.util.List;

/// What came of a wish to publish.
public sealed interface Outcome {

    /// The public reads it now.
    ///
    /// @param warnings what is missing and was let through (imports)
    record Live(StoryId story, int version, List<String> warnings) implements Outcome {
        public Live {
            warnings = List.copyOf(warnings);
        }
    }

    /// Nothing changed; each reason says what to do.
    record Refused(List<String> reasons) implements Outcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
