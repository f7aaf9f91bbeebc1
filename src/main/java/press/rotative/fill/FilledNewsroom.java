package press.rotative.fill;

import java.util.List;
import java.util.Map;
import press.rotative.story.AuthorId;
import press.rotative.story.ConceptId;
import press.rotative.story.EditionId;
import press.rotative.story.SectionId;

/// What made-up stories refer to, by its numbers in the newsroom.
///
/// @param sections in the order of the menu
/// @param concepts in the order of the [World]
record FilledNewsroom(
        Map<Tongue, EditionId> editions,
        Map<Tongue, List<SectionId>> sections,
        Map<Tongue, List<AuthorId>> authors,
        List<ConceptId> concepts) {
    FilledNewsroom {
        editions = Map.copyOf(editions);
        sections = Map.copyOf(sections);
        authors = Map.copyOf(authors);
        concepts = List.copyOf(concepts);
    }

    EditionId edition(Tongue tongue) {
        return known(editions, tongue);
    }

    SectionId section(Tongue tongue, int place) {
        return known(sections, tongue).get(place);
    }

    List<AuthorId> authors(Tongue tongue) {
        return known(authors, tongue);
    }

    private static <T> T known(Map<Tongue, T> all, Tongue tongue) {
        T found = all.get(tongue);
        if (found == null) {
            throw new IllegalStateException("the newsroom has no edition " + tongue.code());
        }
        return found;
    }
}
