package press.rotative.newsroom.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Shell;

/// The sections of the editions in which somebody may manage them, in the order of the menus.
///
/// @param fresh where one is added; null: this person may not
public record SectionsPage(
        Shell shell,
        List<Tab.Link> tabs,
        List<OfEdition> editions,
        @Nullable String fresh) {

    public SectionsPage {
        tabs = List.copyOf(tabs);
        editions = List.copyOf(editions);
    }

    public record OfEdition(String name, String language, String direction, List<Line> sections) {
        public OfEdition {
            sections = List.copyOf(sections);
        }
    }

    /// @param path of its screen; null: this person may not change it
    /// @param page on the public site
    public record Line(String name, @Nullable String path, String page) {}
}
