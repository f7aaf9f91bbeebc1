package press.rotative.newsroom.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;

/// What became of the pages that the last act on a story could change.
///
/// @param said the act and its number in the log
/// @param since from when on nobody was given a page of before
/// @param pages those that people read
/// @param machines feeds, sitemaps and the like
/// @param more how many there are beyond those that are shown; null: none
public record ReceiptView(
        String said,
        Moment since,
        List<Line> pages,
        List<Line> machines,
        @Nullable String more) {
    public ReceiptView {
        pages = List.copyOf(pages);
        machines = List.copyOf(machines);
    }

    /// @param state what the cache has of the page
    /// @param at when the page was made anew; null: it was not yet
    public record Line(
            Effects.Row page, String state, @Nullable Moment at) {}
}
