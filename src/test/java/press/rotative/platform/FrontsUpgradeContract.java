package press.rotative.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The fronts of a newsroom that knew fronts of editions only stay what they were, with their arrangements of before.
abstract class FrontsUpgradeContract {
    private static final int BEFORE = 22;

    private static final List<String> ROWS = List.of(
            OldNewsroom.EDITION,
            "insert into front (edition_id, version, at, plan) values (1, 3, 30, 'now')",
            "insert into front_past (edition_id, version, at, staff_id, plan) values"
                    + " (1, 2, 20, 7, 'before'), (1, 3, 30, 8, 'now')");

    /// The address of an empty database, as JDBC takes it.
    abstract String url();

    @Test
    void fronts_and_their_past_are_those_of_editions_after_the_upgrade() throws SQLException {
        String url = url();
        OldNewsroom.write(url, BEFORE, ROWS);
        Migrations.migrate(url, Migrations.NEWEST);
        assertEquals(
                List.of("1 0 3 30 now"),
                OldNewsroom.rows(url, "select edition_id, section_id, version, at, plan from front"));
        assertEquals(
                List.of("1 0 2 20 7 before", "1 0 3 30 8 now"),
                OldNewsroom.rows(
                        url,
                        "select edition_id, section_id, version, at, staff_id, plan from front_past order by version"));
    }
}
