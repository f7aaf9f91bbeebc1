package press.rotative.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import press.rotative.publication.Subject;

/// The addresses that an act would change, told to who decides about it.
///
/// @param pages by name, those that people read first
public record Foresight(List<NamedPage> pages) {
    /// More than this are counted and not named.
    private static final int MOST_NAMED = 300;

    public Foresight {
        pages = List.copyOf(pages);
    }

    /// @param touched whose pages can change
    public static Foresight of(DSLContext sql, Instant now, Set<Subject> touched) {
        var snapshot = new RoomSnapshot(sql, now, Finder.none());
        TouchedBy by = TouchedBy.of(snapshot, touched);
        var names = new PageNames(snapshot, touched);
        var pages = new ArrayList<NamedPage>();
        snapshot.storyPaths(touched, MOST_NAMED).forEach((story, path) -> pages.add(names.story(story, path)));
        exact(by).stream().limit(MOST_NAMED).forEach(path -> pages.add(names.at(path)));
        new TreeSet<>(by.beginnings())
                .stream().limit(MOST_NAMED).forEach(beginning -> pages.add(names.below(beginning)));
        pages.sort(Comparator.comparing(NamedPage::kind).thenComparing(NamedPage::path));
        return new Foresight(pages);
    }

    /// How many addresses an act would change; families of them count once.
    public static int count(DSLContext sql, Instant now, Set<Subject> touched) {
        var snapshot = new RoomSnapshot(sql, now, Finder.none());
        TouchedBy by = TouchedBy.of(snapshot, touched);
        return snapshot.storyPaths(touched, MOST_NAMED).size()
                + exact(by).size()
                + by.beginnings().size();
    }

    /// Exact paths, the short links among them, those for programs last.
    private static Set<String> exact(TouchedBy by) {
        var pages = new TreeSet<>(
                Comparator.<String, Boolean>comparing(Foresight::forMachines).thenComparing(Comparator.naturalOrder()));
        pages.addAll(by.pages());
        by.codes().forEach(code -> pages.add("/" + code));
        return pages;
    }

    private static boolean forMachines(String path) {
        return path.endsWith(".xml") || path.endsWith(".json");
    }
}
