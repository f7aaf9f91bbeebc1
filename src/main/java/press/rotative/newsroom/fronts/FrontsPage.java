package press.rotative.newsroom.fronts;

import java.util.List;
import press.rotative.newsroom.Shell;

/// The fronts that somebody may arrange.
public record FrontsPage(Shell shell, List<Line> fronts) {
    public FrontsPage {
        fronts = List.copyOf(fronts);
    }

    /// @param how whether it was arranged, in words
    /// @param page on the public site
    public record Line(String name, String language, String direction, String path, String how, String page) {}
}
