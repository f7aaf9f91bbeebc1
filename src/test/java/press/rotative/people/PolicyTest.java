package press.rotative.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import press.rotative.platform.Problem;

class PolicyTest {
    private static final long FRENCH = 1;
    private static final long ENGLISH = 2;
    private static final long PORT = 11;
    private static final long CULTURE = 12;

    @Test
    void a_right_for_the_whole_newsroom_holds_everywhere() {
        Actor editor = new Actor(1, Role.EDITOR);
        assertTrue(Policy.allows(editor, Power.PUBLISH, Scope.ofSection(FRENCH, PORT)));
        assertTrue(Policy.allows(editor, Power.PUBLISH, Scope.ofEdition(ENGLISH)));
        assertTrue(Policy.allowsEverywhere(editor, Power.PUBLISH));
    }

    @Test
    void a_right_in_an_edition_ends_at_its_border() {
        Actor editor = new Actor(1, Set.of(new Grant(Role.EDITOR, FRENCH, 0)));
        assertTrue(Policy.allows(editor, Power.PUBLISH, Scope.ofSection(FRENCH, PORT)));
        assertFalse(Policy.allows(editor, Power.PUBLISH, Scope.ofSection(ENGLISH, 21)));
        assertFalse(Policy.allowsEverywhere(editor, Power.PUBLISH));
        assertTrue(Policy.allowsSomewhere(editor, Power.PUBLISH));
    }

    @Test
    void a_right_in_a_section_needs_all_sections_a_story_stands_in() {
        Actor editor = new Actor(1, Set.of(new Grant(Role.EDITOR, FRENCH, PORT)));
        assertTrue(Policy.allows(editor, Power.PUBLISH, Scope.ofSection(FRENCH, PORT)));
        assertFalse(Policy.allows(editor, Power.PUBLISH, new Scope(FRENCH, Set.of(PORT, CULTURE), false)));
        assertFalse(Policy.allows(editor, Power.PUBLISH, Scope.ofEdition(FRENCH)));
    }

    @Test
    void rights_add_up_and_do_not_mix() {
        Actor somebody =
                new Actor(1, Set.of(new Grant(Role.EDITOR, FRENCH, PORT), new Grant(Role.REPORTER, FRENCH, 0)));
        assertTrue(Policy.allows(somebody, Power.WRITE_STORY, Scope.ofSection(FRENCH, CULTURE)));
        assertFalse(Policy.allows(somebody, Power.PUBLISH, Scope.ofSection(FRENCH, CULTURE)));
        assertTrue(Policy.allows(somebody, Power.PUBLISH, Scope.ofSection(FRENCH, PORT)));
    }

    @Test
    void a_contributor_sees_and_writes_their_own_stories_only() {
        Actor contributor = new Actor(1, Role.CONTRIBUTOR);
        var own = new Scope(FRENCH, Set.of(PORT), true);
        assertTrue(Policy.allows(contributor, Power.READ_STORIES, own));
        assertTrue(Policy.allows(contributor, Power.WRITE_STORY, own));
        assertFalse(Policy.allows(contributor, Power.PUBLISH, own));
        assertFalse(Policy.allows(contributor, Power.READ_STORIES, Scope.ofSection(FRENCH, PORT)));
    }

    @Test
    void a_power_that_holds_in_places_cannot_be_asked_for_without_one() {
        assertThrows(IllegalArgumentException.class, () -> Policy.require(new Actor(1, Role.EDITOR), Power.PUBLISH));
    }

    @Test
    void who_may_not_is_told_who_may() {
        Actor reporter = new Actor(1, Role.REPORTER);
        Problem told =
                assertThrows(Problem.class, () -> Policy.require(reporter, Power.KILL, () -> Scope.ofEdition(FRENCH)));
        assertEquals(Problem.Category.FORBIDDEN, told.category());
        assertTrue(told.sentence().contains("chief-editor or administrator"), told.sentence());
    }

    @Test
    void somebody_without_rights_may_nothing() {
        Actor nobody = new Actor(1, Set.of());
        for (Power power : Power.values()) {
            assertFalse(Policy.allowsSomewhere(nobody, power), power.name());
        }
    }

    @Test
    void an_administrator_is_one_for_the_whole_newsroom() {
        assertThrows(Problem.class, () -> new Grant(Role.ADMINISTRATOR, FRENCH, 0));
        assertThrows(Problem.class, () -> new Grant(Role.EDITOR, 0, PORT));
    }
}
