package press.rotative.site;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.publication.Publication;

/// When the pages that an act could change were right for readers, as the page cache of this server saw it. Only
/// pages that were watched are told; the others are counted.
public final class ActReceipt {
    private final Publication publication;
    private final Reached reached;
    private final List<String> watched;
    private final Instant publicAt;
    private final Map<String, Instant> made;
    private final Set<String> dropped;

    /// @param watched exact paths of pages that were looked after since the act
    ActReceipt(
            Publication publication,
            Reached reached,
            List<String> watched,
            Instant publicAt,
            Map<String, Instant> made,
            Set<String> dropped) {
        this.publication = publication;
        this.reached = reached;
        this.watched = List.copyOf(watched);
        this.publicAt = publicAt;
        this.made = Map.copyOf(made);
        this.dropped = Set.copyOf(dropped);
    }

    /// The act's row in the log.
    public Publication publication() {
        return publication;
    }

    /// From this instant on, at the latest, nobody was given a page of before.
    public Instant publicAt() {
        return publicAt;
    }

    /// When a page was first made anew, by path; it may have been made ready before the act was public.
    public Map<String, Instant> made() {
        return made;
    }

    /// Paths of pages that lay in the cache as they were before, and were found not to be given out.
    public Set<String> dropped() {
        return dropped;
    }

    /// The pages that were watched, and the families of those that are made anew whenever they are asked for, as they
    /// were when the act was done, by the names of now; the others are counted.
    public Foresight pages(DSLContext sql, Instant now) {
        List<NamedPage> pages = PageNames.of(
                new RoomSnapshot(sql, now, Finder.none()), reached.stories(), watched, reached.beginnings());
        return new Foresight(pages, reached.total() - pages.size());
    }
}
