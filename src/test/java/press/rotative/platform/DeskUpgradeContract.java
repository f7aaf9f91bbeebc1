package press.rotative.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The stories of a newsroom that was written before it had a desk stand in the desk's lists: drafts under their own
/// section and headline, the others as they were published, each under whoever it is of.
abstract class DeskUpgradeContract {
    private static final int BEFORE = 13;

    private static final List<String> ROWS = List.of(
            OldNewsroom.EDITION,
            "insert into section (id, version, edition_id, slug, name, position) values (4, 1, 1, 'port', 'Port', 1),"
                    + " (5, 1, 1, 'ville', 'Ville', 2)",
            "insert into story (id, uri, edition_id, workflow, last_version, notice_titled, created_at, updated_at,"
                    + " section_id, headline_key) values"
                    + " (1, 'a', 1, 'PUBLISHED', 1, false, 10, 20, 4, 'le ferry'),"
                    + " (2, 'b', 1, 'DRAFT', 0, false, 30, null, null, null),"
                    + " (3, 'c', 1, 'DRAFT', 1, false, 40, 50, 4, 'la digue')",
            "insert into story_draft (story_id, revision, based_on, at, actor_id, content, digest) values"
                    + " (2, 1, 0, 35, 9, '{\"headline\":\"Bacs\"}', 'x'),"
                    + " (3, 1, 1, 60, 9, '{\"headline\":\"La Digue nord\",\"section\":5}', 'x')",
            "insert into story_staff (story_id, staff_id) values (3, 9)");

    /// The address of an empty database, as JDBC takes it.
    abstract String url();

    @Test
    void every_story_stands_in_the_lists_after_the_upgrade() throws SQLException {
        String url = url();
        OldNewsroom.write(url, BEFORE, ROWS);
        Migrations.migrate(url, Migrations.NEWEST);
        assertEquals(
                List.of("1 20 4 null", "2 35 null bacs", "3 60 5 la digue nord"),
                OldNewsroom.rows(url, "select id, touched_at, desk_section_id, desk_key from story order by id"));
        assertEquals(
                List.of("3 9 DRAFT 60"),
                OldNewsroom.rows(
                        url, "select story_id, staff_id, workflow, touched_at from story_staff order by story_id"));
    }
}
