package press.rotative.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.rotative.language.Words;
import press.rotative.publication.Subject;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;
import press.rotative.story.Concept;
import press.rotative.story.ConceptId;
import press.rotative.story.Edition;
import press.rotative.story.LiveStory;
import press.rotative.story.Section;
import press.rotative.story.StoryId;

/// What a list of stories, and its feed, is of.
sealed interface Listed {
    record OfSection(Section section) implements Listed {}

    record OfConcept(Concept concept) implements Listed {}

    record OfAuthor(Author author) implements Listed {}

    /// A day of the archive, in the time zone of the edition.
    record OfDay(LocalDate day) implements Listed {}

    /// Whose list stands at an address of an edition; concepts and authors without a public story there have none,
    /// but concepts that stand in a menu.
    static Optional<Listed> find(Snapshot snapshot, Edition edition, Subject subject) {
        Optional<Listed> found =
                switch (subject.kind()) {
                    case SECTION ->
                        snapshot.sections(edition.id()).stream()
                                .filter(section -> section.id().value() == subject.id())
                                .findFirst()
                                .map(OfSection::new);
                    case CONCEPT ->
                        snapshot.concepts(List.of(new ConceptId(subject.id()))).values().stream()
                                .findFirst()
                                .map(OfConcept::new);
                    case AUTHOR ->
                        snapshot.authors(List.of(new AuthorId(subject.id()))).values().stream()
                                .findFirst()
                                .map(OfAuthor::new);
                    case STORY, EDITION, WHOLE_EDITION, OWN_PAGE, PICTURE, SETTING -> Optional.empty();
                };
        return found.filter(listed -> listed instanceof OfSection
                || listed instanceof OfConcept(Concept concept)
                        && snapshot.house().shows(edition.id(), concept.id())
                || !listed.stories(snapshot, edition, null, 1).isEmpty());
    }

    /// The canonical path in an edition.
    default String path(Edition edition) {
        return switch (this) {
            case OfSection(Section section) -> Places.section(edition, section);
            case OfConcept(Concept concept) -> Places.concept(edition, concept);
            case OfAuthor(Author author) -> Places.author(edition, author);
            case OfDay(LocalDate day) -> Places.archive(edition, new ArchivePeriod.OfDay(day));
        };
    }

    /// What the menu marks; null: nothing stands there.
    default @Nullable Subject subject() {
        return switch (this) {
            case OfSection(Section section) -> section.id().subject();
            case OfConcept(Concept concept) -> concept.id().subject();
            case OfAuthor author -> null;
            case OfDay day -> null;
        };
    }

    default String heading(Voice voice) {
        Edition edition = voice.edition();
        return switch (this) {
            case OfSection(Section section) -> section.name();
            case OfConcept(Concept concept) -> concept.label(edition.language()).text();
            case OfAuthor(Author author) -> author.name();
            case OfDay(LocalDate day) -> voice.dates().day(day);
        };
    }

    /// What the heading is, for readers; null where the menu says it.
    default @Nullable String kind(Words words) {
        return switch (this) {
            case OfSection section -> null;
            case OfDay day -> null;
            case OfConcept(Concept concept) ->
                words.say("kind." + concept.kind().name().toLowerCase(Locale.ROOT));
            case OfAuthor author -> words.say("kind.author");
        };
    }

    /// The same list in the other editions that have stories for it.
    default List<ChromeMaker.Elsewhere> elsewhere(Snapshot snapshot, Edition here) {
        return snapshot.editions().stream()
                .filter(other -> !other.id().equals(here.id()) && standsIn(other))
                .filter(other -> !stories(snapshot, other, null, 1).isEmpty())
                .map(other -> new ChromeMaker.Elsewhere(other, path(other)))
                .toList();
    }

    private boolean standsIn(Edition edition) {
        return switch (this) {
            case OfSection section -> false;
            case OfDay day -> false;
            case OfConcept(Concept concept) -> concept.labels().containsKey(edition.language());
            case OfAuthor author -> true;
        };
    }

    /// @param before the last story of the page before; null for the first page
    default List<LiveStory> stories(Snapshot snapshot, Edition edition, @Nullable StoryId before, int limit) {
        return switch (this) {
            case OfSection(Section section) -> snapshot.inSection(section.id(), before, limit);
            case OfConcept(Concept concept) -> snapshot.about(concept.id(), edition.id(), before, limit);
            case OfAuthor(Author author) -> snapshot.by(author.id(), edition.id(), before, limit);
            case OfDay(LocalDate day) ->
                snapshot.published(
                        edition.id(),
                        ArchivePeriod.begin(day, edition.timeZone()),
                        ArchivePeriod.begin(day.plusDays(1), edition.timeZone()),
                        before,
                        limit);
        };
    }
}
