package press.rotative.newsroom.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.story.EditionId;
import press.rotative.story.SectionId;

/// Beginning a story.
///
/// @param groups the editions in which this person may write
public record NewStoryPage(Shell shell, Form form, List<Group> groups) {
    public NewStoryPage {
        groups = List.copyOf(groups);
    }

    public record Group(String label, String language, String direction, List<Place> places) {
        public Group {
            places = List.copyOf(places);
        }
    }

    /// @param section null: not decided yet
    public record Place(
            String value,
            String label,
            EditionId edition,
            @Nullable SectionId section) {}

    public String style() {
        return Screens.asset("desk.css");
    }
}
