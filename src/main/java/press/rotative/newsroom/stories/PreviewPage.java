package press.rotative.newsroom.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;

/// The preview of a text: the page that the public would read, at the width of a phone, of a desk, or of both.
///
/// @param text name of the text in addresses
/// @param label of the text
/// @param texts that can be looked at
/// @param sizes at which the page is shown
/// @param views the choice of sizes
/// @param mayShare whether this person may make a link for others
public record PreviewPage(
        Shell shell,
        long id,
        String text,
        String label,
        List<StoryPage.Choice> texts,
        List<Size> sizes,
        List<View> views,
        boolean mayShare) {

    public PreviewPage {
        texts = List.copyOf(texts);
        sizes = List.copyOf(sizes);
        views = List.copyOf(views);
    }

    /// @param look class of the frame
    /// @param name for who hears the page
    public record Size(String look, String name) {}

    /// @param current value of `aria-current`; null: not this one
    public record View(String name, String label, @Nullable String current) {}

    public String path() {
        return "/newsroom/stories/" + id;
    }

    /// The choice of sizes that is open.
    public String view() {
        return views.stream()
                .filter(view -> view.current() != null)
                .map(View::name)
                .findFirst()
                .orElse("");
    }

    /// The page itself.
    public String page() {
        return path() + "/preview/" + text;
    }

    public String style() {
        return Screens.asset("desk.css");
    }
}
