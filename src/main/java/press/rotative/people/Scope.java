package press.rotative.people;

import java.util.Set;

/// Where a thing stands that somebody wants to do something with.
///
/// @param edition row of `edition`
/// @param sections rows of `section`: those of the public text and of the texts that wait; empty: none yet
/// @param own whether it is the actor's own: begun by them, or given to them
public record Scope(long edition, Set<Long> sections, boolean own) {

    public Scope {
        sections = Set.copyOf(sections);
    }

    /// An edition as a whole.
    public static Scope ofEdition(long edition) {
        return new Scope(edition, Set.of(), false);
    }

    public static Scope ofSection(long edition, long section) {
        return new Scope(edition, Set.of(section), false);
    }
}
