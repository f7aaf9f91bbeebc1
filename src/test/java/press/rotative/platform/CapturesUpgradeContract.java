package press.rotative.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Of a newsroom that destroyed texts before captures went with them, what was captured of those is marked afterwards,
/// and nothing else: not what came in later.
abstract class CapturesUpgradeContract {
    private static final int BEFORE = 21;

    private static final List<String> ROWS = List.of(
            OldNewsroom.EDITION,
            "insert into story (id, uri, edition_id, family_id, workflow, pub_status, last_version, live_version,"
                    + " notice_titled, created_at) values"
                    + " (1, 'a', 1, 1, 'PUBLISHED', 'USABLE', 2, 2, false, 10),"
                    + " (2, 'b', 1, 2, 'PUBLISHED', 'USABLE', 1, 1, false, 20)",
            "insert into story_version (story_id, version, at, actor_id, act, content, digest, destroyed_at) values"
                    + " (1, 1, 10, 9, 'PUBLISHED', null, 'x', 15), (1, 2, 11, 9, 'UPDATED', '{}', 'x', null),"
                    + " (2, 1, 20, 9, 'PUBLISHED', '{}', 'x', null)",
            "insert into blob (digest, size, media_type, at, destroyed_at) values ('c1', 1, 'text/plain', 10, null),"
                    + " ('c2', 1, 'text/plain', 11, 12), ('c3', 1, 'text/plain', 20, null),"
                    + " ('c4', 1, 'text/plain', 30, null),"
                    + " ('p', 1, 'image/jpeg', 10, null)",
            "insert into capture (digest, source, story_id, at) values ('c1', 's', 1, 10), ('c2', 's', 1, 11),"
                    + " ('c3', 's', 2, 20), ('c4', 's', 1, 30)");

    /// The address of an empty database, as JDBC takes it.
    abstract String url();

    @Test
    void what_was_captured_of_destroyed_texts_is_marked_after_the_upgrade() throws SQLException {
        String url = url();
        OldNewsroom.write(url, BEFORE, ROWS);
        Migrations.migrate(url, Migrations.NEWEST);
        assertEquals(
                List.of("c1 15", "c2 12", "c3 null", "c4 null", "p null"),
                OldNewsroom.rows(url, "select digest, destroyed_at from blob order by digest"));
    }
}
