package press.rotative.newsroom.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;

/// Destroying the text of a version: what goes for good, what stays, and the form that decides.
///
/// @param headline of the text that goes; null: it is gone
/// @param obstacle why it cannot be destroyed now; null: it can be
/// @param gone what is destroyed with it
/// @param stays what is left of it, and what is not touched
public record DestructionPage(
        Shell shell,
        Form form,
        long id,
        int version,
        @Nullable String headline,
        String language,
        String direction,
        @Nullable String obstacle,
        List<String> gone,
        List<String> stays) {

    public DestructionPage {
        gone = List.copyOf(gone);
        stays = List.copyOf(stays);
    }

    public String path() {
        return "/newsroom/stories/" + id;
    }

    public String style() {
        return Screens.asset("desk.css");
    }
}
