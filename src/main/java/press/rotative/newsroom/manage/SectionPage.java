package press.rotative.newsroom.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;

/// A section, or one that is being added.
///
/// @param path where the form goes
/// @param editions in which one can be added; empty for a section that is there
/// @param place what stands before the slug in its address; null: that depends on the edition
/// @param language of the edition; null: that depends on the edition
/// @param page on the public site; null: it is not there yet
/// @param now its name as it stands, when somebody changed it meanwhile; null: nobody did
public record SectionPage(
        Shell shell,
        List<Tab.Link> tabs,
        Form form,
        String path,
        List<DeskPage.Choice> editions,
        @Nullable String place,
        @Nullable String language,
        @Nullable String page,
        @Nullable String now) {

    public SectionPage {
        tabs = List.copyOf(tabs);
        editions = List.copyOf(editions);
    }

    public boolean fresh() {
        return page == null;
    }
}
