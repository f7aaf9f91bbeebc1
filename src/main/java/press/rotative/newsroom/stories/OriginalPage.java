package press.rotative.newsroom.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;

/// The original of a translation: what it says otherwise since it was translated, and all of its text.
///
/// @param headline of the translation
/// @param behind null: the translation is up to date
/// @param changes since what was translated; null: nothing can be compared
public record OriginalPage(
        Shell shell,
        Form form,
        long id,
        String headline,
        String language,
        String direction,
        OriginalText original,
        FamilyView.@Nullable Behind behind,
        @Nullable List<ChangedPart> changes) {

    public OriginalPage {
        changes = changes == null ? null : List.copyOf(changes);
    }

    public String path() {
        return "/newsroom/stories/" + id;
    }

    public String style() {
        return Screens.asset("desk.css");
    }
}
