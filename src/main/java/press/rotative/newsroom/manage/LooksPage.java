package press.rotative.newsroom.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Shell;

/// The looks that somebody may change: that of the newsroom, and those of editions.
public record LooksPage(Shell shell, List<Tab.Link> tabs, List<Line> looks) {
    public LooksPage {
        tabs = List.copyOf(tabs);
        looks = List.copyOf(looks);
    }

    /// @param language null: that of the screen
    /// @param what it has of its own, in words
    public record Line(
            String name,
            @Nullable String language,
            @Nullable String direction,
            String path,
            String what) {}
}
