package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import press.rotative.publication.Subject;
import press.rotative.story.AuthorId;
import press.rotative.story.SectionId;
import press.rotative.story.StoryId;

/// Which pages the last acts are known to have left alone.
class ChangesTest {
    private static final StoryId FERRY = new StoryId(3);
    private static final StoryId QUAY = new StoryId(4);

    private static final Subject MAUD = new AuthorId(8).subject();
    private static final Subject HARBOUR = new SectionId(2).subject();

    private final Changes changes = new Changes();

    @Test
    void a_page_that_no_act_names_is_left_alone() {
        add(5, 6, "/fr/port");
        add(7, 7, "/fr/ville");
        assertTrue(changes.leftAlone("/fr/sport", List.of(), 4, 7));
        assertTrue(changes.leftAlone("/fr/port", List.of(), 6, 7), "the act before its making does not count");
        assertFalse(changes.leftAlone("/fr/port", List.of(), 4, 7));
        assertFalse(changes.leftAlone("/fr/ville", List.of(), 4, 7));
    }

    @Test
    void a_page_made_between_the_rows_of_one_act_asks_for_all_of_it() {
        add(5, 8, "/fr/port");
        assertFalse(changes.leftAlone("/fr/port", List.of(), 6, 8));
        assertTrue(changes.leftAlone("/fr/sport", List.of(), 6, 8));
    }

    @Test
    void nothing_is_said_across_a_gap() {
        add(5, 5, "/fr/port");
        add(7, 7, "/fr/ville");
        assertFalse(changes.leftAlone("/fr/sport", List.of(), 4, 7), "6 is not known");
        assertFalse(changes.leftAlone("/fr/sport", List.of(), 3, 5), "4 is not known");
        assertFalse(changes.leftAlone("/fr/sport", List.of(), 6, 8), "8 is not known yet");
    }

    @Test
    void names_are_kept_until_an_act_names_something() {
        changes.rename(5, 5, Renamed.NOTHING);
        changes.rename(6, 6, new Renamed(false, Set.of(MAUD)));
        changes.rename(7, 7, Renamed.NOTHING);
        changes.rename(8, 8, new Renamed(false, Set.of(HARBOUR)));
        changes.rename(9, 9, Renamed.ANYTHING);
        assertEquals(Optional.of(Renamed.NOTHING), changes.renamed(4, 5));
        assertEquals(Optional.of(new Renamed(false, Set.of(MAUD))), changes.renamed(4, 7));
        assertEquals(Optional.of(new Renamed(false, Set.of(MAUD, HARBOUR))), changes.renamed(5, 8));
        assertEquals(Optional.of(Renamed.NOTHING), changes.renamed(6, 7));
        assertEquals(Optional.of(Renamed.ANYTHING), changes.renamed(7, 9));
        assertEquals(Optional.empty(), changes.renamed(6, 10), "10 is not known yet");
    }

    @Test
    void a_page_changes_with_a_story_that_it_lists() {
        add(5, 5, "/fr/port", FERRY.subject());
        assertFalse(changes.leftAlone("/fr/port/a-quay-hr5nt", List.of(QUAY, FERRY), 4, 5));
        assertTrue(changes.leftAlone("/fr/port/a-quay-hr5nt", List.of(QUAY), 4, 5));
    }

    @Test
    void acts_of_long_ago_are_forgotten() {
        for (long number = 1; number <= 1000; number++) {
            add(number, number, "/fr/port");
        }
        assertTrue(changes.leftAlone("/fr/sport", List.of(), 900, 1000));
        assertFalse(changes.leftAlone("/fr/sport", List.of(), 1, 1000));
    }

    private void add(long first, long last, String path, Subject... subjects) {
        changes.add(first, last, new TouchedBy(Set.of(path), Set.of(), Set.of(), Set.of()), Set.of(subjects));
    }
}
