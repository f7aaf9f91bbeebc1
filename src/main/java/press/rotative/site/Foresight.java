package press.rotative.site;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.publication.Subject;

/// The addresses that an act would change, told to who decides about it.
///
/// @param pages by name, those that people read first; of stories the one that is decided about before the others
/// @param more how many there are besides
public record Foresight(List<NamedPage> pages, int more) {
    /// More than screens show.
    private static final int MOST_STORIES = 60;

    private static final int MOST_NAMED = 300;

    public Foresight {
        pages = List.copyOf(pages);
    }

    /// @param own what is decided about
    /// @param touched whose pages can change
    public static Foresight of(DSLContext sql, Instant now, Subject own, Set<Subject> touched) {
        var snapshot = new RoomSnapshot(sql, now, Finder.none());
        Reached reached = Reached.of(snapshot, Set.of(own), touched, MOST_STORIES);
        List<NamedPage> pages = PageNames.of(
                snapshot,
                reached.stories(),
                reached.exact().limit(MOST_NAMED).toList(),
                reached.beginnings().stream().limit(MOST_NAMED).toList());
        return new Foresight(pages, reached.total() - pages.size());
    }

    /// How many addresses an act changed; families of them count once.
    public static int count(DSLContext sql, Instant now, Set<Subject> touched) {
        return Reached.of(new RoomSnapshot(sql, now, Finder.none()), Set.of(), touched, 0)
                .total();
    }
}
