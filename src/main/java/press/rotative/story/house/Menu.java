package press.rotative.story.house;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import press.rotative.platform.Problem;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptMerges;

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

    /// The concepts that it leads to.
    public List<ConceptId> concepts() {
        return entries.stream()
                .flatMap(entry ->
                        entry instanceof MenuEntry.OfConcept(var id, var label) ? Stream.of(id) : Stream.empty())
                .toList();
    }

    /// The same with the concepts of now; of lines that lead to one page then, the first.
    Menu in(ConceptMerges merges) {
        merges.learn(concepts());
        var seen = new HashSet<Object>();
        return new Menu(entries.stream()
                .map(entry -> entry instanceof MenuEntry.OfConcept(var id, var label)
                        ? new MenuEntry.OfConcept(merges.kept(id), label)
                        : entry)
                .filter(entry -> seen.add(target(entry)))
                .toList());
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
