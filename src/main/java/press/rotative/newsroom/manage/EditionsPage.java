package press.rotative.newsroom.manage;

import java.util.List;
import press.rotative.newsroom.Shell;

/// The editions, in their order.
///
/// @param fresh where one is opened
public record EditionsPage(Shell shell, List<Tab.Link> tabs, List<Line> editions, String fresh) {

    public EditionsPage {
        tabs = List.copyOf(tabs);
        editions = List.copyOf(editions);
    }

    /// @param tongue the name of its language, in the language of the screen
    /// @param page on the public site
    public record Line(
            String name, String language, String direction, String path, String tongue, String timeZone, String page) {}
}
