package press.rotative.newsroom.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;

/// A decision about a story: what will come of it, and the form that decides.
///
/// @param why what the decision means
/// @param obstacles what must be mended first; nothing can be decided while there are some
/// @param checks what is worth a look before it is decided
/// @param changes what the public will read otherwise than now
/// @param effects pages that can change
/// @param besides what else comes of it, a sentence each: a page at a new address, translations that fall behind, who
/// elsewhere is told
public record DeedPage(
        Shell shell,
        Form form,
        long id,
        String noun,
        String headline,
        String language,
        String direction,
        String why,
        String decide,
        String look,
        List<Field> fields,
        List<String> obstacles,
        List<StoryChecks.Check> checks,
        List<ChangedPart> changes,
        @Nullable String unchanged,
        Effects effects,
        List<String> besides) {

    public DeedPage {
        fields = List.copyOf(fields);
        obstacles = List.copyOf(obstacles);
        checks = List.copyOf(checks);
        changes = List.copyOf(changes);
        besides = List.copyOf(besides);
    }

    /// @param type `datetime-local`, `area` or `checkbox`
    public record Field(
            String name,
            String type,
            String label,
            @Nullable String hint,
            boolean needed,
            boolean foreign) {}

    public String path() {
        return "/newsroom/stories/" + id;
    }

    public String style() {
        return Screens.asset("desk.css");
    }
}
