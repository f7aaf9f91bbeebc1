package press.rotative.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import press.rotative.story.Author;
import press.rotative.story.AuthorId;

/// Which names pages share, and which they read anew.
class NewestNamesTest {
    private static final AuthorId MAUD = new AuthorId(8);
    private static final AuthorId JEAN = new AuthorId(9);

    private final Changes changes = new Changes();
    private long nanos;
    private final NewestNames names = new NewestNames(changes, () -> nanos);

    @Test
    void names_outlast_acts_that_leave_them_alone() {
        Names five = names.at(5);
        assertSame(five, names.at(5));
        changes.rename(6, 7, Renamed.NOTHING);
        read(five);
        assertEquals(Map.of(JEAN, jean(), MAUD, maud()), known(names.at(7)), "nothing is read again");
    }

    @Test
    void only_who_was_renamed_is_read_again() {
        read(names.at(5));
        changes.rename(6, 6, new Renamed(false, Set.of(MAUD.subject())));
        assertEquals(Map.of(JEAN, jean()), known(names.at(6)));
        changes.rename(7, 7, Renamed.ANYTHING);
        assertEquals(Map.of(), known(names.at(7)));
    }

    @Test
    void what_is_not_told_yet_drops_nothing() {
        Names five = names.at(5);
        read(five);
        assertEquals(Map.of(), known(names.at(6)), "an act that is not told yet may have renamed anybody");
        changes.rename(6, 6, Renamed.NOTHING);
        assertEquals(Map.of(JEAN, jean(), MAUD, maud()), known(names.at(6)));
        assertNotSame(names.at(6), names.at(5), "who reads an older number reads for itself");
    }

    @Test
    void what_is_never_told_was_the_act_of_another_process() {
        read(names.at(5));
        names.at(6);
        nanos += TimeUnit.SECONDS.toNanos(2);
        Names six = names.at(6);
        assertSame(six, names.at(6));
        changes.rename(7, 7, Renamed.NOTHING);
        read(six);
        assertEquals(Map.of(JEAN, jean(), MAUD, maud()), known(names.at(7)));
    }

    private static Author maud() {
        return new Author(MAUD, 1, "Maud Kervarn", "maud-kervarn", null);
    }

    private static Author jean() {
        return new Author(JEAN, 1, "Jean Le Bihan", "jean-le-bihan", null);
    }

    private void read(Names of) {
        of.authors(ids -> Map.of(MAUD, maud(), JEAN, jean()), Set.of(MAUD, JEAN));
    }

    private Map<AuthorId, Author> known(Names of) {
        return of.authors(ids -> Map.of(), Set.of(MAUD, JEAN));
    }
}
