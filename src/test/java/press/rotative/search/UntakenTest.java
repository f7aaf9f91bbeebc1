package press.rotative.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import press.rotative.story.StoryId;

/// What an index was told from two sides.
class UntakenTest {
    private static final StoryId ONE = new StoryId(1);
    private static final StoryId TWO = new StoryId(2);
    private static final StoryId THREE = new StoryId(3);

    private final Untaken untaken = new Untaken();

    @Test
    void what_waits_to_be_put_is_not_looked_at_though_the_logs_name_it_too() {
        untaken.changed(List.of(ONE, TWO), false);
        untaken.logged(List.of(TWO, THREE), false);
        assertEquals(List.of(THREE), untaken.takeLogged());
        untaken.changed(List.of(TWO, THREE), false);
        assertEquals(List.of(ONE, TWO), untaken.takeChanged(2));
        assertEquals(List.of(THREE), untaken.takeChanged(2));
        assertEquals(List.of(), untaken.takeChanged(2));
    }

    @Test
    void a_text_is_forgotten_once_and_not_before_the_stories_are_put() {
        untaken.logged(List.of(ONE), true);
        untaken.upTo(new Cursor(7, "h"));
        untaken.upTo(new Cursor(5, "g"));
        assertNull(untaken.takeRest());
        untaken.changed(untaken.takeLogged(), false);
        assertNull(untaken.takeRest());
        untaken.takeChanged(10);
        assertEquals(new Untaken.Rest(true, new Cursor(7, "h")), untaken.takeRest());
        assertEquals(new Untaken.Rest(false, new Cursor(7, "h")), untaken.takeRest());
    }
}
