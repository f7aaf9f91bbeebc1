package press.rotative.newsroom.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Shell;

/// The pages of the newsroom, edition by edition.
///
/// @param fresh where one is begun; null: this person may not
public record OwnPagesPage(
        Shell shell,
        List<Tab.Link> tabs,
        List<OfEdition> editions,
        @Nullable String fresh) {
    public OwnPagesPage {
        tabs = List.copyOf(tabs);
        editions = List.copyOf(editions);
    }

    public record OfEdition(String name, String language, String direction, List<Line> pages) {
        public OfEdition {
            pages = List.copyOf(pages);
        }
    }

    /// @param path of its screen
    /// @param kind in words
    /// @param page on the public site; null: it is not public
    public record Line(
            String title,
            String path,
            String kind,
            OwnPageState state,
            @Nullable String page) {}
}
