package press.rotative.newsroom.stories;

import java.util.List;
import press.rotative.language.Moment;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;

/// What was done to a story and its translations, with a receipt for each.
///
/// @param said what was done
public record FamilyDonePage(Shell shell, long id, String said, Moment at, List<Receipt> receipts) {

    public FamilyDonePage {
        receipts = List.copyOf(receipts);
    }

    /// @param what became of it
    /// @param pages that all pages which show it are right, and how many these are
    public record Receipt(
            String path,
            String headline,
            String edition,
            String language,
            String direction,
            String what,
            String pages) {}

    public String path() {
        return "/newsroom/stories/" + id;
    }

    public String style() {
        return Screens.asset("desk.css");
    }
}
