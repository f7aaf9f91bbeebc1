package press.rotative.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Inspection;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.address.Addresses;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.publication.PublicAct;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;
import press.rotative.story.acts.ChangeConcept;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateEdition;
import press.rotative.story.acts.CreateSection;
import press.rotative.story.acts.CreateStory;
import press.rotative.story.acts.MergeConcept;
import press.rotative.story.acts.PublishStory;
import press.rotative.story.house.ArrangeMenu;
import press.rotative.story.house.Menu;
import press.rotative.story.house.MenuEntry;
import press.rotative.story.house.MenuPlace;

/// Names as those who look after them find and change them.
class ManagedNamesTest {
    @TempDir
    Path data;

    private Press press;
    private EditionId edition;

    @BeforeEach
    void open() {
        press = Press.open(data, database(), new TickingClock(Instant.parse("2026-11-24T10:00:00Z")));
        edition = Cast.lePhare(press);
    }

    /// Empty: SQLite.
    Optional<String> database() {
        return Optional.empty();
    }

    @AfterEach
    void close() {
        press.close();
    }

    private <T> T act(Act<T> act) {
        return press.acts().perform(act).value();
    }

    /// Rows of the public lists, as many stories would leave them.
    private void listed(String table, String column, long named, EditionId where, int stories) {
        press.database().write(transaction -> {
            for (long story = 10_000; story < 10_000 + stories; story++) {
                transaction
                        .sql()
                        .execute("insert into story (id, uri, edition_id, family_id, workflow, last_version,"
                                + " notice_titled, created_at) select " + story + ", 'u" + story + "', "
                                + where.value() + ", " + story + ", 'PUBLISHED', 0, false, 0"
                                + " where not exists (select 1 from story where id = " + story + ")");
                transaction
                        .sql()
                        .execute("insert into " + table + " (" + column
                                + ", story_id, edition_id, published_at) values (" + named + ", " + story + ", "
                                + where.value() + ", 0)");
            }
            return true;
        });
    }

    /// Two concepts that have one address in an edition which is younger than both.
    @Test
    void whoever_gives_a_concept_another_address_renames_it_for_everybody() {
        Concept first = concept(ConceptKind.TOPIC, Map.of("fr", "Autre", "en", "Mercure"));
        Concept second = concept(ConceptKind.TOPIC, Map.of("fr", "Mercure"));
        Concept third = concept(ConceptKind.TOPIC, Map.of("fr", "Autre chose", "en", "Venus"));
        Concept fourth = concept(ConceptKind.TOPIC, Map.of("fr", "Venus"));
        EditionId english = act(new CreateEdition(Actor.OPERATOR, "en", "en", false, "The Beacon", null, "UTC", null));
        Cast.published(press, english, Cast.about(Cast.brief("The other", "Text."), first.id(), third.id()));
        long before = press.number().current();

        StoryId story = Cast.published(press, english, Cast.about(Cast.brief("The planet", "Text."), second.id()));
        assertRenamed(second, before, PublicAct.PUBLISHED, story.subject());
        before = press.number().current();
        Cast.published(press, english, Cast.about(Cast.brief("The planet anew", "Text."), second.id(), first.id()));
        assertEquals(before + 1, press.number().current(), "it keeps the address that it has now");

        before = press.number().current();
        act(new ArrangeMenu(
                Actor.OPERATOR,
                english,
                MenuPlace.MAIN,
                null,
                new Menu(List.of(new MenuEntry.OfConcept(fourth.id(), null)))));
        assertRenamed(fourth, before, PublicAct.MENU_ARRANGED, english.subject());
    }

    private void assertRenamed(Concept before, long number, PublicAct by, Subject what) {
        press.database().read(sql -> {
            List<Publication> rows = new PublicationLog(sql).since(number, 10);
            assertEquals(
                    List.of(PublicAct.RENAMED, by),
                    rows.stream().map(Publication::act).toList());
            assertEquals(
                    List.of(before.id().subject(), what),
                    rows.stream().map(Publication::subject).toList());
            Concept after = new Concepts(sql).get(before.id());
            assertEquals(before.version() + 1, after.version());
            assertEquals(after.version(), rows.getFirst().version());
            new Editions(sql)
                    .all()
                    .forEach(each -> assertEquals(
                            Optional.of(before.id().subject()),
                            new Addresses(sql).withPath(Concepts.path(each, after))));
            return true;
        });
    }

    @Test
    void stories_are_counted_by_edition_up_to_a_thousand_and_one() {
        Concept much = concept(ConceptKind.TOPIC, Map.of("fr", "Ferry"));
        Concept none = concept(ConceptKind.TOPIC, Map.of("fr", "Phare"));
        Concept some = concept(ConceptKind.TOPIC, Map.of("fr", "Quai"));
        var maud = act(new CreateAuthor(Cast.editor(), "Maud Kervarn", null));
        listed("story_concept", "concept_id", much.id().value(), edition, ManagedNames.MOST_COUNTED + 20);
        listed("story_concept", "concept_id", some.id().value(), edition, 3);
        listed("story_author", "author_id", maud.id().value(), edition, ManagedNames.MOST_COUNTED + 20);
        press.database().read(sql -> {
            var names = new ManagedNames(sql);
            assertEquals(
                    Map.of(
                            much.id(), Map.of(edition, ManagedNames.MOST_COUNTED + 1),
                            some.id(), Map.of(edition, 3)),
                    names.storiesAbout(List.of(much.id(), none.id(), some.id()), ManagedNames.MOST_COUNTED));
            assertEquals(
                    Map.of(much.id(), Map.of(edition, 3), some.id(), Map.of(edition, 3)),
                    names.storiesAbout(List.of(much.id(), some.id()), 2));
            assertEquals(
                    Map.of(maud.id(), Map.of(edition, ManagedNames.MOST_COUNTED + 1)),
                    names.storiesBy(List.of(maud.id()), ManagedNames.MOST_COUNTED));
            assertEquals(Map.of(edition, 3), names.storiesAboutBoth(much.id(), some.id(), ManagedNames.MOST_COUNTED));
            assertEquals(Map.of(edition, 3), names.storiesAboutBoth(much.id(), some.id(), 2));
            assertEquals(Map.of(), names.storiesAboutBoth(much.id(), none.id(), 2));
            return true;
        });
    }

    private Concept concept(ConceptKind kind, Map<String, String> labels) {
        return act(new CreateConcept(Cast.editor(), kind, labels));
    }

    /// All pages of a search, each of that length, one behind the other.
    private List<String> found(String typed, @Nullable ConceptKind kind, int length) {
        var all = new ArrayList<String>();
        String after = null;
        for (int page = 0; page < 20; page++) {
            String from = after;
            var listing = press.database().read(sql -> new ManagedNames(sql).concepts(typed, kind, from, length));
            assertTrue(listing.names().size() <= length);
            listing.names().forEach(each -> all.add(each.label("fr").text()));
            after = listing.next();
            if (after == null) {
                return all;
            }
        }
        throw new AssertionError("the list does not end");
    }

    @Test
    void a_name_that_is_just_this_comes_first_and_each_concept_once_whatever_the_length_of_a_page() {
        concept(ConceptKind.TOPIC, Map.of("fr", "Commune du port"));
        concept(ConceptKind.PLACE, Map.of("fr", "Port-Navalo", "en", "Port Navalo"));
        concept(ConceptKind.TOPIC, Map.of("fr", "Port"));
        concept(ConceptKind.TOPIC, Map.of("fr", "Aéroport"));
        concept(ConceptKind.TOPIC, Map.of("fr", "Pêche"));
        for (int length : new int[] {1, 2, 3, 10}) {
            assertEquals(List.of("Port", "Port-Navalo", "Commune du port"), found("port", null, length));
            assertEquals(List.of("Port-Navalo"), found("PORT", ConceptKind.PLACE, length));
            assertEquals(List.of("Pêche"), found("peche", null, length));
            assertEquals(List.of(), found("zz", null, length));
            assertEquals(
                    List.of("Pêche", "Aéroport", "Port", "Port-Navalo", "Commune du port"), found("", null, length));
        }
        assertEquals(
                "Pêche",
                press.database()
                        .read(sql -> new ManagedNames(sql).concepts("", null, "nonsense", 1))
                        .names()
                        .getFirst()
                        .label("fr")
                        .text());
    }

    @Test
    void authors_are_found_by_any_word_of_their_name() {
        for (String name : List.of("Maud Kervarn", "Yann Le Bris", "Maud", "Maude Simon")) {
            act(new CreateAuthor(Cast.editor(), name, null));
        }
        var first = press.database().read(sql -> new ManagedNames(sql).authors("maud", null, 2));
        assertEquals(
                List.of("Maud", "Maud Kervarn"),
                first.names().stream().map(Author::name).toList());
        var second = press.database().read(sql -> new ManagedNames(sql).authors("maud", first.next(), 2));
        assertEquals(
                List.of("Maude Simon"),
                second.names().stream().map(Author::name).toList());
        assertNull(second.next());
        var all = press.database().read(sql -> new ManagedNames(sql).authors("", null, 10));
        assertEquals(
                List.of("Maude Simon", "Maud", "Yann Le Bris", "Maud Kervarn"),
                all.names().stream().map(Author::name).toList());
    }

    @Test
    void another_kind_gives_a_concept_another_address_and_every_old_one_stays_its_own() {
        Concept port = concept(ConceptKind.TOPIC, Map.of("fr", "Le Havre", "en", "Havre"));
        concept(ConceptKind.PLACE, Map.of("fr", "Le Havre"));
        Concept after = act(new ChangeConcept(Cast.editor(), port.id(), 1, ConceptKind.PLACE, Map.of(), Set.of("en")));
        assertEquals(ConceptKind.PLACE, after.kind());
        assertEquals(Set.of("fr"), after.labels().keySet());
        assertEquals("le-havre-2", after.label("fr").slug());
        press.database().read(sql -> {
            var addresses = new Addresses(sql);
            for (String path : List.of("/fr/topic/le-havre", "/fr/place/le-havre-2")) {
                assertEquals(Optional.of(port.id().subject()), addresses.withPath(path), path);
            }
            return true;
        });
    }

    @Test
    void a_concept_keeps_a_label_and_nobody_overwrites_what_they_did_not_see() {
        Concept port = concept(ConceptKind.TOPIC, Map.of("fr", "Port"));
        refused(Problem.Category.INVALID, new ChangeConcept(Cast.editor(), port.id(), 1, null, Map.of(), Set.of("fr")));
        act(new ChangeConcept(Cast.editor(), port.id(), 1, null, Map.of("en", "Harbour"), Set.of()));
        refused(
                Problem.Category.CHANGED,
                new ChangeConcept(Cast.editor(), port.id(), 1, null, Map.of("fr", "Quai"), Set.of()));
        refused(
                Problem.Category.FORBIDDEN,
                new ChangeConcept(Cast.reporter(), port.id(), 2, null, Map.of("fr", "Quai"), Set.of()));
    }

    @Test
    void a_name_is_one_line_with_words_in_it_and_an_address_is_taken_once() {
        assertEquals(
                "Le port",
                concept(ConceptKind.TOPIC, Map.of("fr", " Le  \n port "))
                        .label("fr")
                        .text());
        assertThrows(Problem.class, () -> new CreateConcept(Cast.editor(), ConceptKind.TOPIC, Map.of("fr", " ")));
        assertThrows(Problem.class, () -> new CreateSection(Actor.OPERATOR, edition, "\n", null));
        act(new CreateSection(Actor.OPERATOR, edition, "Port", "port"));
        refused(Problem.Category.CONFLICT, new CreateSection(Actor.OPERATOR, edition, "Autre port", "port"));
    }

    @Test
    void merged_concepts_are_one_in_every_list_name_address_and_text() {
        Concept ferry = concept(ConceptKind.TOPIC, Map.of("fr", "Ferry", "ar", "عبّارة"));
        Concept ferries = concept(ConceptKind.TOPIC, Map.of("fr", "Ferries"));
        StoryId one = Cast.published(press, edition, Cast.about(Cast.brief("Un", "Texte."), ferry.id()));
        StoryId both =
                Cast.published(press, edition, Cast.about(Cast.brief("Deux", "Texte."), ferry.id(), ferries.id()));
        StoryId draft = act(new CreateStory(
                        Actor.OPERATOR, edition, Cast.about(Cast.brief("Trois", "Texte."), ferry.id()), null, false))
                .story();
        Concept kept = act(new MergeConcept(Cast.editor(), ferry.id(), ferries.id(), 1, 1));
        assertEquals(ferries.id(), kept.id());
        assertEquals("عبّارة", kept.label("ar").text());
        assertAbout(kept, one, both);
        assertEquals(List.of("Ferries"), found("ferry", null, 10));
        press.database().read(sql -> {
            var concepts = new Concepts(sql);
            assertEquals(Optional.of(kept), concepts.named(ConceptKind.TOPIC, "fr", "Ferry"));
            assertEquals(List.of("Ferry"), concepts.formerNames(kept));
            assertEquals(Optional.of(kept.id().subject()), new Addresses(sql).withPath("/fr/topic/ferry"));
            return true;
        });

        Concept boats = concept(ConceptKind.EVENT, Map.of("fr", "Bateaux"));
        act(new MergeConcept(Cast.editor(), ferries.id(), boats.id(), 2, 1));
        act(new PublishStory(Actor.OPERATOR, draft, null, null, true));
        assertAbout(boats, one, both, draft);
        press.database().read(sql -> {
            assertEquals(
                    List.of(boats.id()),
                    ConceptMerges.all(sql, 2).orElseThrow().kept(List.of(ferry.id(), ferries.id())));
            assertEquals(Optional.empty(), ConceptMerges.all(sql, 1), "there are more: they are asked for by the page");
            return true;
        });
        Concept now = press.database().read(sql -> new Concepts(sql).get(ferry.id()));
        assertEquals(boats.id(), now.id());
        assertEquals(Optional.of(now), press.database().read(sql -> new Concepts(sql)
                .named(ConceptKind.TOPIC, "fr", "Ferry")));
        assertEquals(
                "ferry",
                concept(ConceptKind.PERSON, Map.of("fr", "Ferry")).label("fr").slug());
        assertEquals(
                "ferry-2",
                concept(ConceptKind.TOPIC, Map.of("fr", "Ferry")).label("fr").slug());
        assertEquals(List.of(), new Inspection(press, part -> {}).findings());
    }

    private void assertAbout(Concept concept, StoryId... stories) {
        press.database().read(sql -> {
            var newsstand = new Newsstand(sql);
            assertEquals(
                    Set.of(stories),
                    newsstand.about(concept.id(), edition, null, 10).stream()
                            .map(LiveStory::id)
                            .collect(Collectors.toSet()));
            newsstand
                    .stories(List.of(stories))
                    .values()
                    .forEach(story ->
                            assertEquals(List.of(concept.id()), story.content().concepts()));
            return true;
        });
    }

    @Test
    void what_was_merged_is_neither_changed_nor_merged_again() {
        Concept ferry = concept(ConceptKind.TOPIC, Map.of("fr", "Ferry"));
        Concept ferries = concept(ConceptKind.TOPIC, Map.of("fr", "Ferries"));
        refused(Problem.Category.FORBIDDEN, new MergeConcept(Cast.reporter(), ferry.id(), ferries.id(), null, null));
        refused(Problem.Category.INVALID, new MergeConcept(Cast.editor(), ferry.id(), ferry.id(), null, null));
        refused(Problem.Category.CHANGED, new MergeConcept(Cast.editor(), ferry.id(), ferries.id(), 1, 7));
        refused(
                Problem.Category.NOT_FOUND,
                new MergeConcept(Cast.editor(), ferry.id(), new ConceptId(999), null, null));
        act(new MergeConcept(Cast.editor(), ferry.id(), ferries.id(), 1, 1));
        refused(Problem.Category.GONE, new MergeConcept(Cast.editor(), ferry.id(), ferries.id(), null, null));
        refused(Problem.Category.GONE, new MergeConcept(Cast.editor(), ferries.id(), ferry.id(), null, null));
        refused(
                Problem.Category.GONE,
                new ChangeConcept(Cast.editor(), ferry.id(), null, null, Map.of("fr", "x"), Set.of()));
        assertEquals(List.of("Ferries"), found("", null, 10));
    }

    @Test
    void the_name_of_what_was_merged_suggests_what_stands_for_it() {
        Concept bombay = concept(ConceptKind.PLACE, Map.of("fr", "Bombay"));
        Concept mumbai = concept(ConceptKind.PLACE, Map.of("fr", "Mumbai"));
        Cast.published(press, edition, Cast.about(Cast.brief("Un", "Texte."), bombay.id()));
        Concept kept = act(new MergeConcept(Cast.editor(), bombay.id(), mumbai.id(), null, null));
        press.database().read(sql -> {
            var here = new Editions(sql).get(edition);
            assertEquals(List.of(kept), new TypedNames(sql).conceptsBeginning(here, "bom", 5));
            assertEquals(List.of(kept), new TypedNames(sql).conceptsBeginning(here, "mum", 5));
            return true;
        });
    }

    @Test
    void stories_that_are_published_while_concepts_are_merged_stand_under_the_one_that_stays() {
        for (int round = 0; round < 4; round++) {
            Concept ferry = concept(ConceptKind.TOPIC, Map.of("fr", "Ferry " + round));
            Concept ferries = concept(ConceptKind.TOPIC, Map.of("fr", "Ferries " + round));
            Concept boats = concept(ConceptKind.TOPIC, Map.of("fr", "Bateaux " + round));
            List<StoryId> drafts = IntStream.range(0, 6)
                    .mapToObj(number -> act(new CreateStory(
                                    Actor.OPERATOR,
                                    edition,
                                    Cast.about(Cast.brief("Texte " + number, "Texte."), ferry.id()),
                                    null,
                                    false))
                            .story())
                    .toList();
            var together = new ArrayList<Act<?>>();
            drafts.forEach(draft -> together.add(new PublishStory(Actor.OPERATOR, draft, null, null, true)));
            together.add(2, new MergeConcept(Cast.editor(), ferry.id(), ferries.id(), null, null));
            together.add(4, new MergeConcept(Cast.editor(), ferries.id(), boats.id(), null, null));
            together.add(5, new MergeConcept(Cast.editor(), boats.id(), ferry.id(), null, null));
            atOnce(together);
            Concept kept = press.database().read(sql -> new Concepts(sql).get(ferry.id()));
            assertAbout(kept, drafts.toArray(StoryId[]::new));
        }
        assertEquals(List.of(), new Inspection(press, part -> {}).findings());
    }

    @Test
    void of_two_who_change_the_same_version_one_is_told() {
        for (int round = 0; round < 4; round++) {
            Concept seen = concept(ConceptKind.TOPIC, Map.of("fr", "Ferry " + round));
            List<Problem> told = atOnce(List.of(
                    new ChangeConcept(
                            Cast.editor(), seen.id(), seen.version(), null, Map.of("en", "Ferries"), Set.of()),
                    new ChangeConcept(
                            Cast.editor(), seen.id(), seen.version(), null, Map.of("en", "Boats"), Set.of())));
            assertEquals(
                    List.of(Problem.Category.CHANGED),
                    told.stream().map(Problem::category).toList());
        }
    }

    /// Performs acts at the same time.
    ///
    /// @return what was refused
    private List<Problem> atOnce(List<Act<?>> acts) {
        var start = new CountDownLatch(1);
        var refused = new ConcurrentLinkedQueue<Problem>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Act<?> act : acts) {
                people.execute(() -> {
                    try {
                        start.await();
                        act(act);
                    } catch (Problem problem) {
                        refused.add(problem);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            start.countDown();
        }
        return List.copyOf(refused);
    }

    private void refused(Problem.Category category, Act<?> act) {
        assertEquals(category, assertThrows(Problem.class, () -> act(act)).category());
    }
}
