package press.rotative.newsroom.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;

/// What became of many stories.
///
/// @param said how many were changed
/// @param look class of the style for that sentence
/// @param back the list that they were chosen in
/// @param undo the steps that take it back, sealed; empty: nothing can be taken back
public record BulkPage(Shell shell, String said, String look, List<Outcome> outcomes, List<String> undo, String back) {

    public BulkPage {
        outcomes = List.copyOf(outcomes);
        undo = List.copyOf(undo);
    }

    /// @param card null: it cannot be seen
    /// @param look class of the style
    public record Outcome(@Nullable StoryCard card, String look, String sentence) {}

    public String style() {
        return Screens.asset("desk.css");
    }
}
