package press.rotative.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.Transaction;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Authors;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.ConceptKind;
import press.rotative.story.Concepts;
import press.rotative.story.Edition;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.Section;
import press.rotative.story.Sections;
import press.rotative.story.acts.CreateSection;
import press.rotative.wire.clipping.Clipping;

/// What the clippings of one act name: found or added once, however many of them name it.
final class ImportNames {
    private record InEdition(EditionId edition, String name) {}

    private record InLanguage(String language, ConceptKind kind, String name) {}

    private final Transaction transaction;
    private final Actor actor;
    private final Map<InEdition, Optional<Section>> sections = new HashMap<>();
    private final Map<String, AuthorId> authors = new HashMap<>();
    private final Map<InLanguage, ConceptId> concepts = new HashMap<>();
    private List<Edition> editions = List.of();

    /// @param actor for whom names are added
    ImportNames(Transaction transaction, Actor actor) {
        this.transaction = transaction;
        this.actor = actor;
    }

    List<Edition> editions() {
        if (editions.isEmpty()) {
            editions = new Editions(transaction.sql()).all();
        }
        return editions;
    }

    /// Empty where there is none of that name and the actor may open none.
    Optional<Section> section(Edition edition, String name) {
        return sections.computeIfAbsent(new InEdition(edition.id(), name), key -> {
            var all = new Sections(transaction.sql());
            Optional<Section> known = all.named(edition.id(), name);
            boolean may = Policy.allows(
                    actor, Power.MANAGE_SECTIONS, Scope.ofEdition(edition.id().value()));
            return known.isPresent() || !may
                    ? known
                    : Optional.of(all.get(new CreateSection(actor, edition.id(), name, null).open(transaction)));
        });
    }

    AuthorId author(String name) {
        AuthorId known = authors.get(name);
        if (known == null) {
            known = new Authors(transaction.sql()).named(name).map(Author::id).orElseGet(() -> Authors.add(
                            transaction, name, null)
                    .id());
            authors.put(name, known);
        }
        return known;
    }

    ConceptId concept(Edition edition, Clipping.Concept concept) {
        ConceptKind kind = kind(concept.kind());
        var key = new InLanguage(edition.language(), kind, concept.name());
        ConceptId known = concepts.get(key);
        if (known == null) {
            known = new Concepts(transaction.sql())
                    .named(kind, edition.language(), concept.name())
                    .map(Concept::id)
                    .orElseGet(() -> Concepts.add(transaction, kind, Map.of(edition.language(), concept.name()))
                            .id());
            concepts.put(key, known);
        }
        return known;
    }

    private static ConceptKind kind(Clipping.Kind kind) {
        return switch (kind) {
            case TOPIC -> ConceptKind.TOPIC;
            case PERSON -> ConceptKind.PERSON;
            case PLACE -> ConceptKind.PLACE;
            case ORGANISATION -> ConceptKind.ORGANISATION;
            case EVENT -> ConceptKind.EVENT;
        };
    }
}
