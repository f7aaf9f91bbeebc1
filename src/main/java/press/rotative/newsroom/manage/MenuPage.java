package press.rotative.newsroom.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.rotative.newsroom.Form;
import press.rotative.newsroom.Shell;
import press.rotative.newsroom.desk.DeskPage;

/// A menu while somebody arranges it.
///
/// @param path where the form goes
/// @param arranged false: it fills itself
/// @param more what can be added
/// @param found concepts whose names begin as somebody typed; null: nobody searched
/// @param late somebody arranged it meanwhile
/// @param focus the button that goes on from here by keyboard; null: none
public record MenuPage(
        Shell shell,
        List<Tab.Link> tabs,
        Form form,
        String path,
        String style,
        String front,
        String language,
        String direction,
        boolean arranged,
        List<Line> lines,
        List<DeskPage.Choice> more,
        @Nullable List<Found> found,
        boolean late,
        @Nullable String focus) {

    public MenuPage {
        tabs = List.copyOf(tabs);
        lines = List.copyOf(lines);
        more = List.copyOf(more);
        found = found == null ? null : List.copyOf(found);
    }

    /// @param at its place, from 0
    /// @param name of what it leads to, or the address of a link
    /// @param kind in words
    /// @param remark why it is not shown; null: it is
    /// @param link whether it leads to another site
    public record Line(
            int at,
            String target,
            String name,
            String kind,
            @Nullable String remark,
            boolean link) {}

    public record Found(String target, String name, String kind) {}

    public boolean has(String button) {
        return button.equals(focus);
    }
}
