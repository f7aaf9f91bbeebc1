package press.rotative.newsroom.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Screens;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;

/// One concept that was found in a capture: what it is, and what settling it changes.
///
/// @param story its number
/// @param others which public stories besides this one are about it, in words
/// @param wished the kind that somebody asked for and that would change other stories; null: none
/// @param words what existing concepts are searched by
/// @param offered existing concepts it may really be
public record FoundConceptPage(
        Shell shell,
        Form form,
        long story,
        String capture,
        String language,
        String direction,
        ImportPage.ConceptLine concept,
        String others,
        @Nullable Wished wished,
        String words,
        List<Offered> offered) {

    public FoundConceptPage {
        offered = List.copyOf(offered);
    }

    /// @param sentence what happens to other stories
    public record Wished(String value, String sentence) {}

    /// @param note kind, and how many stories
    public record Offered(String id, String name, String note) {}

    public String style() {
        return Screens.asset("desk.css");
    }

    public String styleOfInbox() {
        return Screens.asset("inbox.css");
    }

    public String back() {
        return InboxQuery.PATH + "/" + story + "?capture=" + capture + "#c" + concept.place();
    }

    public String path() {
        return InboxQuery.PATH + "/" + story + "/concepts/" + concept.place();
    }

    public List<DeskPage.Choice> kinds() {
        return concept.kinds();
    }
}
