package press.rotative.newsroom.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;

/// A concept, or one that is being added.
///
/// @param path where the form goes
/// @param fields one a language
/// @param pages on the public site; empty for a new one
/// @param former names of those that were merged into it
/// @param known others of that kind and label
/// @param now the labels as they stand, when somebody changed it meanwhile; null: nobody did
public record ConceptPage(
        Shell shell,
        List<Tab.Link> tabs,
        Form form,
        String path,
        boolean fresh,
        List<DeskPage.Choice> kinds,
        List<Field> fields,
        List<PublicPage> pages,
        List<String> former,
        List<NameLine> known,
        @Nullable String now) {

    public ConceptPage {
        tabs = List.copyOf(tabs);
        kinds = List.copyOf(kinds);
        fields = List.copyOf(fields);
        pages = List.copyOf(pages);
        former = List.copyOf(former);
        known = List.copyOf(known);
    }

    /// @param label the language, in the language of the screen
    public record Field(String name, String label, String language, String direction) {}
}
