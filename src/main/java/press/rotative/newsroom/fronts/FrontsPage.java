package press.rotative.newsroom.fronts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Shell;

/// The fronts that somebody may arrange.
public record FrontsPage(Shell shell, List<OfEdition> editions) {
    public FrontsPage {
        editions = List.copyOf(editions);
    }

    /// @param edition its own front; null: it is not theirs to arrange
    /// @param alert where its alert is looked after, and whether one stands; null as above
    public record OfEdition(
            String name,
            String language,
            String direction,
            @Nullable Line edition,
            @Nullable Line alert,
            List<Line> sections) {
        public OfEdition {
            sections = List.copyOf(sections);
        }
    }

    /// @param path where it is arranged
    /// @param how whether it was arranged, in words
    /// @param page on the public site
    public record Line(String name, String path, String how, String page) {}
}
