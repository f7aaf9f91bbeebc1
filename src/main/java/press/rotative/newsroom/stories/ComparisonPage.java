package press.rotative.newsroom.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;

/// Two texts of a story beside each other, to look at or to take one back.
///
/// @param from the older text
/// @param restore what is taken back by the form on the page; null: the page only compares
/// @param revision of the draft as it was seen
public record ComparisonPage(
        Shell shell,
        Form form,
        long id,
        String headline,
        String language,
        String direction,
        List<StoryPage.Choice> from,
        List<StoryPage.Choice> to,
        List<ChangedPart> changes,
        @Nullable String restore,
        int revision) {
    public ComparisonPage {
        from = List.copyOf(from);
        to = List.copyOf(to);
        changes = List.copyOf(changes);
    }

    public String path() {
        return "/newsroom/stories/" + id;
    }

    public String style() {
        return Screens.asset("desk.css");
    }
}
