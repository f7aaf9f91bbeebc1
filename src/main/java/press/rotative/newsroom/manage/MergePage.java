package press.rotative.newsroom.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;

/// Choosing the concept that another one is merged into, and saying yes to it.
///
/// @param path of this screen
/// @param back the concept's own
/// @param words that were searched for
/// @param found concepts that it can be merged into, each with the address where that is asked
/// @param more whether there are more than are shown
/// @param asked what is asked; null: none is chosen yet
public record MergePage(
        Shell shell,
        List<Tab.Link> tabs,
        Form form,
        String path,
        String back,
        String words,
        List<NameLine> found,
        boolean more,
        @Nullable Asked asked) {

    public MergePage {
        tabs = List.copyOf(tabs);
        found = List.copyOf(found);
    }

    /// @param into number of the concept that stays
    /// @param sentence which goes into which
    /// @param changes how many stories change, in sentences
    /// @param names that the other takes over; empty: none
    /// @param pages of the concept that stays
    public record Asked(String into, String sentence, List<String> changes, String names, List<PublicPage> pages) {
        public Asked {
            changes = List.copyOf(changes);
            pages = List.copyOf(pages);
        }
    }
}
