package press.rotative.newsroom.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;

/// Somebody who signs, or somebody who is being added.
///
/// @param path where the form goes
/// @param pages on the public site; empty for a new one
/// @param known others of that name, when one is being added
/// @param now the name as it stands, when somebody changed it meanwhile; null: nobody did
public record AuthorPage(
        Shell shell,
        List<Tab.Link> tabs,
        Form form,
        String path,
        boolean fresh,
        List<PublicPage> pages,
        List<NameLine> known,
        @Nullable String now) {

    public AuthorPage {
        tabs = List.copyOf(tabs);
        pages = List.copyOf(pages);
        known = List.copyOf(known);
    }
}
