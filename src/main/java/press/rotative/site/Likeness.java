package press.rotative.site;

import java.util.List;
import press.rotative.search.Kin;
import press.rotative.story.StoryId;

/// What the index answered when a page asked it for stories like one: asked again, it tells whether the page would look
/// the same.
///
/// @param found as the index named them, also those that the page does not show
record Likeness(Kin kin, int most, List<StoryId> found) {
    Likeness {
        found = List.copyOf(found);
    }
}
