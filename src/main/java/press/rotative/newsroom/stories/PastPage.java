package press.rotative.newsroom.stories;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;

/// A page of the versions of a story, or of the texts that were kept while it was written, newest first.
///
/// @param headline null: no text of the story is left
/// @param older address of the page that follows; null: this is the last
/// @param newest address of the first page; null: this is it
/// @param empty what is said where there is nothing; null: there is something
/// @param acts what may be done with a story of which no text is left; its screen is this page
/// @param receipt of the last act on such a story; null: there was none lately
public record PastPage(
        Shell shell,
        long id,
        @Nullable String headline,
        String language,
        String direction,
        List<StoryPage.VersionRow> versions,
        List<StoryPage.KeptRow> kept,
        @Nullable String older,
        @Nullable String newest,
        @Nullable String empty,
        List<StoryPage.ActLink> acts,
        @Nullable ReceiptView receipt) {

    public PastPage {
        versions = List.copyOf(versions);
        kept = List.copyOf(kept);
        acts = List.copyOf(acts);
    }

    public String path() {
        return "/newsroom/stories/" + id;
    }

    public String style() {
        return Screens.asset("desk.css");
    }
}
