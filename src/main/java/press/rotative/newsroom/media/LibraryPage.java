package press.rotative.newsroom.media;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;

/// The library as its screen shows it.
///
/// @param taken what became of files that were just sent; empty: none were
/// @param older where the shelf goes on; null: it ends here
/// @param newest its top; null: this is the top
/// @param mayUpload whether this person may send pictures
public record LibraryPage(
        Shell shell,
        LibraryQuery query,
        List<DeskPage.Choice> rights,
        List<DeskPage.Choice> lacks,
        List<PictureCard> pictures,
        List<Sent> taken,
        @Nullable String older,
        @Nullable String newest,
        boolean mayUpload) {

    public LibraryPage {
        rights = List.copyOf(rights);
        lacks = List.copyOf(lacks);
        pictures = List.copyOf(pictures);
        taken = List.copyOf(taken);
    }

    public String style() {
        return Screens.asset("media.css");
    }
}
