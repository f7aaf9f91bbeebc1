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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.rotative.Cast;
import press.rotative.Press;
import press.rotative.TickingClock;
import press.rotative.address.Addresses;
import press.rotative.people.Actor;
import press.rotative.platform.Problem;
import press.rotative.publication.Act;
import press.rotative.story.acts.ChangeConcept;
import press.rotative.story.acts.CreateAuthor;
import press.rotative.story.acts.CreateConcept;
import press.rotative.story.acts.CreateSection;

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

    private void refused(Problem.Category category, Act<?> act) {
        assertEquals(category, assertThrows(Problem.class, () -> act(act)).category());
    }
}
