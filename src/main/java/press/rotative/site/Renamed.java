package press.rotative.site;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Publication;
import press.rotative.publication.Subject;

/// What may be called otherwise after some acts, or is there one more or less.
///
/// @param anything more than can be listed, so that all names have to be read again
/// @param these authors, concepts and sections
record Renamed(boolean anything, Set<Subject> these) {
    static final Renamed NOTHING = new Renamed(false, Set.of());
    static final Renamed ANYTHING = new Renamed(true, Set.of());

    Renamed {
        these = Set.copyOf(these);
    }

    static Renamed by(List<Publication> publications) {
        var these = new HashSet<Subject>();
        for (Publication each : publications) {
            if (each.act().names()) {
                if (!alone(each)) {
                    return ANYTHING;
                }
                these.add(each.subject());
            }
        }
        return new Renamed(false, these);
    }

    /// Whether nothing but its subject is called otherwise.
    private static boolean alone(Publication publication) {
        return (publication.act() == PublicAct.RENAMED || publication.act() == PublicAct.CREATED)
                && switch (publication.subject().kind()) {
                    case AUTHOR, CONCEPT, SECTION -> true;
                    case STORY, EDITION, WHOLE_EDITION, OWN_PAGE, PICTURE, SETTING -> false;
                };
    }

    Renamed and(Renamed other) {
        if (anything || other.anything) {
            return ANYTHING;
        }
        var both = new HashSet<>(these);
        both.addAll(other.these);
        return new Renamed(false, both);
    }
}
