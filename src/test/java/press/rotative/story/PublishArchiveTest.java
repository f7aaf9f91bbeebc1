package press.rotative.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static press.rotative.platform.db.Tables.ADDRESS_PATH;
import static press.rotative.platform.db.Tables.PUBLICATION;
import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_AUTHOR;
import static press.rotative.platform.db.Tables.STORY_AWAITS;
import static press.rotative.platform.db.Tables.STORY_CONCEPT;
import static press.rotative.platform.db.Tables.STORY_DRAFT;
import static press.rotative.platform.db.Tables.STORY_HEADLINE;
import static press.rotative.platform.db.Tables.STORY_PICTURE;
import static press.rotative.platform.db.Tables.STORY_USE;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.address.Addresses;
import press.rotative.media.PictureDescription;
import press.rotative.media.PictureId;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreatePicture;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.archive.ArchiveStory;
import press.rotative.story.archive.PublishArchive;

/// An archive taken over in one act stands in the newsroom as if each of its stories had been published by itself.
class PublishArchiveTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final List<Table<?>> TABLES = List.of(
            STORY,
            STORY_VERSION,
            STORY_DRAFT,
            STORY_CONCEPT,
            STORY_AUTHOR,
            STORY_USE,
            STORY_PICTURE,
            STORY_AWAITS,
            STORY_HEADLINE,
            ADDRESS_PATH,
            PUBLICATION);

    /// Made at random in each installation, or derived from what is.
    private static final Set<String> OWN = Set.of("uri", "code", "hash");

    @TempDir
    Path folder;

    @Test
    void an_archive_leaves_the_rows_and_reaches_the_pages_that_single_publications_do() {
        try (Press one = newsroom("one");
                Press many = newsroom("many")) {
            var touchedOne = new ArrayList<Set<Subject>>();
            for (StoryContent content : contents()) {
                StoryId id = one.acts()
                        .perform(new CreateStory(Actor.OPERATOR, new EditionId(1), content, null, true))
                        .value()
                        .story();
                touchedOne.addAll(touched(one.acts()
                        .perform(new PublishStory(Actor.OPERATOR, id, null, null, true))
                        .publications()));
            }
            var receipt = many.acts()
                    .perform(new PublishArchive(
                            Actor.OPERATOR,
                            contents().stream()
                                    .map(content -> ArchiveStory.of(new EditionId(1), content, null))
                                    .toList()));
            assertEquals(touchedOne, touched(receipt.publications()));
            for (Table<?> table : TABLES) {
                assertEquals(rows(one, table), rows(many, table), table.getName());
            }
            assertEquals(List.of(), new Inspection(many, part -> {}).findings());
        }
    }

    @Test
    void a_concept_whose_address_is_another_ones_gets_its_own_and_is_renamed_for_everybody() {
        try (Press press = Press.open(folder.resolve("names"), Optional.empty(), CLOCK)) {
            Cast.lePhare(press);
            ConceptId other = concept(press, Map.of("fr", "Autre", "en", "Mercure"));
            ConceptId planet = concept(press, Map.of("fr", "Mercure"));
            EditionId english = press.acts()
                    .perform(new CreateEdition(Actor.OPERATOR, "en", "en", false, "The Beacon", null, "UTC", null))
                    .value();
            long before = press.number().current();
            press.acts()
                    .perform(new PublishArchive(
                            Actor.OPERATOR,
                            Stream.of(other, planet, planet)
                                    .map(about -> Cast.about(Cast.brief("About " + about, "Text."), about))
                                    .map(content -> ArchiveStory.of(english, content, null))
                                    .toList()));
            press.database().read(sql -> {
                List<Publication> rows = new PublicationLog(sql).since(before, 10);
                assertEquals(
                        List.of(PublicAct.RENAMED, PublicAct.PUBLISHED, PublicAct.PUBLISHED, PublicAct.PUBLISHED),
                        rows.stream().map(Publication::act).toList());
                assertEquals(planet.subject(), rows.getFirst().subject());
                Edition edition = new Editions(sql).get(english);
                for (ConceptId each : List.of(other, planet)) {
                    String path = Concepts.path(edition, new Concepts(sql).get(each));
                    assertEquals(Optional.of(each.subject()), new Addresses(sql).withPath(path), path);
                }
                return true;
            });
            assertEquals(List.of(), new Inspection(press, part -> {}).findings());
        }
    }

    private static ConceptId concept(Press press, Map<String, String> labels) {
        return press.acts()
                .perform(new CreateConcept(Actor.OPERATOR, ConceptKind.TOPIC, labels))
                .value()
                .id();
    }

    @Test
    void what_is_not_here_refuses_the_whole_archive() {
        try (Press press = newsroom("refused")) {
            long number = press.number().current();
            StoryContent strange = content("Étrange", List.of(), List.of(new ConceptId(99)), null);
            var act = new PublishArchive(
                    Actor.OPERATOR,
                    List.of(
                            ArchiveStory.of(new EditionId(1), contents().getFirst(), null),
                            ArchiveStory.of(new EditionId(1), strange, null)));
            var problem = assertThrows(Problem.class, () -> press.acts().perform(act));
            assertEquals(Problem.Category.INVALID, problem.category());
            assertEquals(number, press.number().current());
            assertEquals(3, rows(press, STORY).size());
        }
    }

    private static List<Set<Subject>> touched(List<Publication> publications) {
        return publications.stream().map(Publication::touched).toList();
    }

    /// A newsroom with a story that waits for a title, one that can be shown, and one that can be translated.
    private Press newsroom(String name) {
        Press press = Press.open(folder.resolve(name), Optional.empty(), CLOCK);
        EditionId edition = Cast.lePhare(press);
        press.acts().perform(new CreateSection(Actor.OPERATOR, edition, "Port", null));
        press.acts().perform(new CreateAuthor(Actor.OPERATOR, "Maud Kervarn", null));
        press.acts().perform(new CreateConcept(Actor.OPERATOR, ConceptKind.TOPIC, Map.of("fr", "Pêche")));
        press.acts()
                .perform(new CreatePicture(Actor.OPERATOR, PictureDescription.captioned("Le port", "© Agence", true)));
        for (StoryContent before : List.of(
                content("La criée ferme", List.of(new Related(null, "Le ferry arrive")), List.of(), null),
                content("Le phare", List.of(), List.of(), null))) {
            StoryId id = press.acts()
                    .perform(new CreateStory(Actor.OPERATOR, edition, before, null, true))
                    .value()
                    .story();
            press.acts().perform(new PublishStory(Actor.OPERATOR, id, null, null, true));
        }
        EditionId english = press.acts()
                .perform(new CreateEdition(Actor.OPERATOR, "en", "en", false, "The Beacon", null, "Europe/Paris", null))
                .value();
        StoryContent lighthouse =
                content("The lighthouse", List.of(), List.of(), null).withSection(null);
        StoryId id = press.acts()
                .perform(new CreateStory(Actor.OPERATOR, english, lighthouse, null, true))
                .value()
                .story();
        press.acts().perform(new PublishStory(Actor.OPERATOR, id, null, null, true));
        return press;
    }

    private static List<StoryContent> contents() {
        return List.of(
                content("Le ferry arrive", List.of(), List.of(new ConceptId(1)), null),
                content("Le ponton", List.of(new Related(new StoryId(2), null)), List.of(new ConceptId(1)), null),
                content("Le phare, traduit", List.of(), List.of(), new TranslatedFrom(new StoryId(3), 1)),
                content("Un titre attend", List.of(new Related(null, "Plus tard")), List.of(), null));
    }

    private static StoryContent content(
            String headline,
            List<Related> related,
            List<ConceptId> concepts,
            @org.jspecify.annotations.Nullable TranslatedFrom original) {
        return new StoryContent(
                StoryKind.ARTICLE,
                headline,
                "Un chapô.",
                new SectionId(1),
                List.of(new Contribution(new AuthorId(1), null)),
                null,
                null,
                null,
                5,
                new PictureUse(new PictureId(1), null, null),
                concepts,
                new Body(List.of(Block.Paragraph.of("b1", "Le texte."))),
                related,
                original,
                List.of(),
                null,
                Instant.parse("2020-01-01T08:00:00Z").toEpochMilli(),
                null);
    }

    private static List<Map<String, Object>> rows(Press press, Table<?> table) {
        return press.database().read(sql -> {
            var rows = new ArrayList<Map<String, Object>>();
            sql.selectFrom(table).orderBy(table.fields()).forEach(row -> {
                var kept = new LinkedHashMap<>(row.intoMap());
                kept.keySet().removeAll(OWN);
                rows.add(kept);
            });
            rows.sort(java.util.Comparator.comparing(Object::toString));
            return rows;
        });
    }
}
