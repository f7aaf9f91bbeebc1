package press.rotative.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;

/// What changed from one published version of a story to the next.
///
/// @param story the story as it now stands
/// @param note public note of the newer version
/// @param silence why nothing is compared: closed by the newsroom, destroyed, or no words changed; null otherwise
record ComparisonPage(
        Chrome chrome,
        Link story,
        String heading,
        Moment when,
        @Nullable String note,
        @Nullable String silence,
        List<Part> parts,
        @Nullable Link earlier,
        @Nullable Link later) {

    ComparisonPage {
        parts = List.copyOf(parts);
    }

    /// @param place where it stands: headline, standfirst; null in the text
    record Part(@Nullable String place, boolean moved, List<Run> runs) {
        Part {
            runs = List.copyOf(runs);
        }
    }

    record Run(boolean gone, boolean added, String text) {}
}
