package press.rotative.newsroom.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Moment;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;

/// A page of the newsroom, or one that is begun.
///
/// @param path where the form goes
/// @param editions in which one can be begun; empty for a page that is there
/// @param like free pages of other editions that may say the same
/// @param place what stands before the slug in its address; null: that depends on the edition
/// @param language of the edition; null: that depends on the edition
/// @param state null: it is being begun
/// @param page on the public site; null: it is not public
/// @param saved the texts that were saved, the newest first
/// @param now its title as it stands, when somebody changed it meanwhile; null: nobody did
public record OwnPageScreen(
        Shell shell,
        List<Tab.Link> tabs,
        Form form,
        String path,
        String style,
        List<DeskPage.Choice> editions,
        List<DeskPage.Choice> kinds,
        List<DeskPage.Choice> like,
        @Nullable String place,
        @Nullable String language,
        @Nullable OwnPageState state,
        @Nullable String page,
        List<Saved> saved,
        @Nullable String now) {

    public OwnPageScreen {
        tabs = List.copyOf(tabs);
        editions = List.copyOf(editions);
        kinds = List.copyOf(kinds);
        like = List.copyOf(like);
        saved = List.copyOf(saved);
    }

    /// @param path of the screen with this text in the form
    /// @param live whether the public reads it
    public record Saved(int version, Moment at, String by, String title, String path, boolean live) {}

    public boolean fresh() {
        return state == null;
    }

    /// Whether the public reads something.
    public boolean shown() {
        return page != null;
    }
}
