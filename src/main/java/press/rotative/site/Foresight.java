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
/// @param pages exact paths, those that people read first
/// @param beginnings how the paths of many pages begin
public record Foresight(List<String> pages, List<String> beginnings) {
    public Foresight {
        pages = List.copyOf(pages);
        beginnings = List.copyOf(beginnings);
    }

    /// @param touched whose pages can change
    public static Foresight of(DSLContext sql, Instant now, Set<Subject> touched) {
        TouchedBy by = TouchedBy.of(new RoomSnapshot(sql, now, Finder.none()), touched);
        var pages = new TreeSet<>(
                Comparator.<String, Boolean>comparing(Foresight::forMachines).thenComparing(Comparator.naturalOrder()));
        pages.addAll(by.pages());
        by.codes().forEach(code -> pages.add("/" + code));
        return new Foresight(new ArrayList<>(pages), new ArrayList<>(new TreeSet<>(by.beginnings())));
    }

    private static boolean forMachines(String path) {
        return path.endsWith(".xml") || path.endsWith(".json");
    }
}
