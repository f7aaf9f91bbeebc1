package press.rotative.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import press.rotative.people.Actor;
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
    private static final Actor ACTOR = Actor.OPERATOR;

    private record InEdition(EditionId edition, String name) {}

    private record InLanguage(String language, ConceptKind kind, String name) {}

    private final Transaction transaction;
    private final Map<InEdition, Section> sections = new HashMap<>();
    private final Map<String, AuthorId> authors = new HashMap<>();
    private final Map<InLanguage, ConceptId> concepts = new HashMap<>();
    private List<Edition> editions = List.of();

    ImportNames(Transaction transaction) {
        this.transaction = transaction;
    }

    List<Edition> editions() {
        if (editions.isEmpty()) {
            editions = new Editions(transaction.sql()).all();
        }
        return editions;
    }

    Section section(Edition edition, String name) {
        var key = new InEdition(edition.id(), name);
        Section known = sections.get(key);
        if (known == null) {
            var all = new Sections(transaction.sql());
            known = all.named(edition.id(), name)
                    .orElseGet(() -> all.get(new CreateSection(ACTOR, edition.id(), name, null).open(transaction)));
            sections.put(key, known);
        }
        return known;
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
