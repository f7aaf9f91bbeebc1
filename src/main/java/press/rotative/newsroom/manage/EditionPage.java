package press.rotative.newsroom.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;

/// An edition, or one that is being opened.
///
/// @param path where the form goes
/// @param facts what cannot be changed; empty for one that is being opened
/// @param opinions the sections that opinions may come from
/// @param digits the numbering systems
/// @param zones names of time zones to choose from; empty for an edition that is there
/// @param language null: it is typed
/// @param page on the public site; null: it is not there yet
/// @param now name and motto as they stand, when somebody changed it meanwhile; null: nobody did
public record EditionPage(
        Shell shell,
        List<Tab.Link> tabs,
        Form form,
        String path,
        List<Fact> facts,
        List<DeskPage.Choice> opinions,
        List<DeskPage.Choice> digits,
        List<String> zones,
        @Nullable String language,
        @Nullable String page,
        @Nullable String now) {

    public EditionPage {
        tabs = List.copyOf(tabs);
        facts = List.copyOf(facts);
        opinions = List.copyOf(opinions);
        digits = List.copyOf(digits);
        zones = List.copyOf(zones);
    }

    public record Fact(String name, String value) {}

    public boolean fresh() {
        return page == null;
    }
}
