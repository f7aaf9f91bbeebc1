package press.rotative.newsroom.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.story.house.Look;

/// The look of an edition, or of the newsroom.
///
/// @param path below which the forms go
/// @param name of the edition, as the alternative text of its logo says it
/// @param look what it has of its own
/// @param schemes the colours, for light and for dark
/// @param names the form of name and motto; null: it is the newsroom's
/// @param language of name and motto; null: it is the newsroom's
/// @param settings where all of the edition is changed; null: not by this person, or it is the newsroom's
/// @param now what somebody changed meanwhile, as it stands; null: nobody did
public record LookPage(
        Shell shell,
        List<Tab.Link> tabs,
        Form form,
        String path,
        String style,
        String name,
        boolean whole,
        Look look,
        List<Scheme> schemes,
        @Nullable Form names,
        @Nullable String language,
        @Nullable String settings,
        @Nullable String now) {

    public LookPage {
        tabs = List.copyOf(tabs);
        schemes = List.copyOf(schemes);
    }

    /// @param field of the form
    /// @param nearest a readable colour in place of the one that was typed; null: that one can be read
    /// @param grounds how the colour that is shown now, or was typed, stands on each
    public record Scheme(
            String field, String label, @Nullable String nearest, List<Ground> grounds) {
        public Scheme {
            grounds = List.copyOf(grounds);
        }
    }

    /// @param ground below the text
    /// @param text colour of the text
    /// @param ratio such as 6.2
    public record Ground(String name, String ground, String text, String ratio, boolean enough) {}
}
