package press.rotative.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The lists of a newsroom that was written before they were made lean stand as they stood.
abstract class LeanListsUpgradeContract {
    private static final int BEFORE = 12;

    private static final List<String> ROWS = List.of(
            OldNewsroom.EDITION,
            "insert into author (id, version, name, name_key, slug) values (3, 1, 'Maud', 'maud', 'maud')",
            "insert into concept (id, version, kind, created_at) values (7, 1, 'TOPIC', 0), (8, 1, 'PLACE', 0)",
            "insert into picture (id, version, archive, focal_x, focal_y, created_at) values (5, 1, false, 500, 500, 0)",
            "insert into story (id, uri, edition_id, workflow, last_version, notice_titled, created_at)"
                    + " values (1, 'a', 1, 'PUBLISHED', 1, false, 0), (2, 'b', 1, 'PUBLISHED', 1, false, 0)",
            "insert into story_concept values (7, 1, 1, 100), (7, 2, 1, 50), (8, 1, 1, 100)",
            "insert into story_author values (3, 2, 1, 50), (3, 1, 1, 100)",
            "insert into story_use values (2, 1), (2, 99)",
            "insert into story_picture values (1, 5), (2, 5)",
            "insert into story_awaits values (1, 'plus tard', 2), (1, 'ailleurs', 2)",
            "insert into story_headline values (1, 'le ferry', 1), (1, 'le ponton', 1), (1, 'le ferry', 2)");

    private static final List<String> LISTS =
            List.of("story_concept", "story_author", "story_use", "story_picture", "story_awaits", "story_headline");

    /// The address of an empty database, as JDBC takes it.
    abstract String url();

    @Test
    void every_row_of_every_list_is_there_after_the_upgrade_and_twice_it_is_refused() throws SQLException {
        String url = url();
        OldNewsroom.write(url, BEFORE, ROWS);
        Map<String, List<String>> before = lists(url);
        before.forEach((list, rows) -> assertFalse(rows.isEmpty(), list));
        Migrations.migrate(url, Migrations.NEWEST);
        assertEquals(before, lists(url));
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String again : ROWS.subList(ROWS.size() - LISTS.size(), ROWS.size())) {
                assertThrows(SQLException.class, () -> statement.execute(again), again);
            }
            assertThrows(
                    SQLException.class,
                    () -> statement.execute("insert into story_concept values (7, 1, 1, 101)"),
                    "the same story under the same concept at another time");
        }
    }

    private static Map<String, List<String>> lists(String url) throws SQLException {
        var lists = new TreeMap<String, List<String>>();
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String list : LISTS) {
                var rows = new java.util.ArrayList<String>();
                try (var found = statement.executeQuery("select * from " + list)) {
                    while (found.next()) {
                        var row = new StringBuilder();
                        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                            row.append(found.getMetaData().getColumnName(column))
                                    .append('=')
                                    .append(found.getString(column))
                                    .append(' ');
                        }
                        rows.add(row.toString());
                    }
                }
                lists.put(list, rows.stream().sorted().toList());
            }
        }
        return lists;
    }
}
