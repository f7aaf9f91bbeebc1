package press.rotative.newsroom.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;
import press.rotative.people.Actor;

/// A list of names that can be searched: concepts, or authors.
///
/// @param path of the list
/// @param words that were searched for
/// @param kinds to narrow to; empty: there are none
/// @param fresh where one is added, and the words for it
/// @param next where the list goes on; null: it ends here
/// @param top its top; null: this is the top
public record NamesPage(
        Shell shell,
        List<Tab.Link> tabs,
        String path,
        String words,
        List<DeskPage.Choice> kinds,
        Fresh fresh,
        List<NameLine> lines,
        @Nullable String next,
        @Nullable String top) {

    public NamesPage {
        tabs = List.copyOf(tabs);
        kinds = List.copyOf(kinds);
        lines = List.copyOf(lines);
    }

    /// @param kinds to narrow to; empty: there are none
    /// @param added key of the words for adding one
    /// @param next where the list goes on; null: it ends here
    static NamesPage of(
            Shell shell,
            Actor actor,
            Tab tab,
            NamesQuery query,
            List<DeskPage.Choice> kinds,
            String added,
            List<NameLine> lines,
            @Nullable String next) {
        return new NamesPage(
                shell,
                Tab.links(actor, shell.words(), tab),
                tab.path(),
                query.words(),
                kinds,
                new Fresh(tab.path() + "/new", shell.say(added)),
                lines,
                next == null ? null : query.page(tab.path(), next),
                query.after() == null ? null : query.page(tab.path(), null));
    }

    public record Fresh(String path, String label) {}
}
