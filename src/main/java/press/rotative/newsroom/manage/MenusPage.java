package press.rotative.newsroom.manage;

import java.util.List;
import press.rotative.newsroom.Shell;

/// The menus of the editions that somebody may arrange.
public record MenusPage(Shell shell, List<Tab.Link> tabs, List<OfEdition> editions) {
    public MenusPage {
        tabs = List.copyOf(tabs);
        editions = List.copyOf(editions);
    }

    public record OfEdition(String name, String language, String direction, List<Line> menus) {
        public OfEdition {
            menus = List.copyOf(menus);
        }
    }

    /// @param how it is filled, in words
    public record Line(String label, String path, String how) {}
}
