package press.rotative.story.house;

import java.util.HashSet;
import java.util.List;
import press.rotative.platform.Problem;

/// A menu as somebody arranged it. What is gone stays in it and is left out where it is shown.
///
/// @param entries in their order, each leading elsewhere; at most 30
public record Menu(List<MenuEntry> entries) {
    public static final int MOST = 30;

    public Menu {
        entries = entries == null ? List.of() : List.copyOf(entries);
        if (entries.size() > MOST) {
            throw Problem.invalid("A menu has at most " + MOST + " lines; a longer one is not read.")
                    .as("problem.menu.most", MOST);
        }
        var seen = new HashSet<Object>();
        for (MenuEntry entry : entries) {
            if (!seen.add(target(entry))) {
                throw Problem.invalid("Two lines of the menu lead to the same page. Take one of them out.")
                        .as("problem.menu.twice");
            }
        }
    }

    /// Where a line leads: two that are equal lead to the same.
    public static Object target(MenuEntry entry) {
        return switch (entry) {
            case MenuEntry.OfSection of -> of.section();
            case MenuEntry.OfConcept of -> of.concept();
            case MenuEntry.OfPage of -> of.page();
            case MenuEntry.OfCorrections of -> MenuEntry.OfCorrections.class;
            case MenuEntry.OfArchive of -> MenuEntry.OfArchive.class;
            case MenuEntry.OfLink of -> of.href();
        };
    }
}
