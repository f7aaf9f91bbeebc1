package press.rotative.newsroom.stories;

import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;

/// Closing a version to public comparison, or opening it again.
///
/// @param closed as it stands now
public record ClosurePage(Shell shell, Form form, long id, int version, boolean closed) {
    public String path() {
        return "/newsroom/stories/" + id;
    }

    public String style() {
        return Screens.asset("desk.css");
    }
}
