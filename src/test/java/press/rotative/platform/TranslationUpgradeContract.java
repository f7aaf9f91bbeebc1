package press.rotative.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A newsroom that was written before it kept what each story translates knows it afterwards: of drafts and of what is
/// public, with the last version that said other words; drafts stand in the family of their original.
abstract class TranslationUpgradeContract {
    private static final int BEFORE = 17;

    private static final List<String> ROWS = List.of(
            OldNewsroom.EDITION,
            "insert into story (id, uri, edition_id, family_id, workflow, pub_status, last_version, live_version,"
                    + " notice_titled, created_at) values"
                    + " (1, 'a', 1, 1, 'PUBLISHED', 'USABLE', 3, 3, false, 10),"
                    + " (2, 'b', 1, 1, 'PUBLISHED', 'USABLE', 1, 1, false, 20),"
                    + " (3, 'c', 1, 3, 'DRAFT', null, 0, null, false, 30),"
                    + " (4, 'd', 1, 4, 'DRAFT', null, 0, null, false, 40)",
            "insert into story_version (story_id, version, at, actor_id, act, content, digest) values"
                    + " (1, 1, 10, 9, 'PUBLISHED', '{\"headline\":\"Bacs\"}', 'x'),"
                    + " (1, 2, 11, 9, 'UPDATED', '{\"headline\":\"Les bacs\"}', 'x'),"
                    + " (1, 3, 12, 9, 'MOVED', '{\"headline\":\"Les bacs\",\"section\":5}', 'x'),"
                    + " (2, 1, 20, 9, 'PUBLISHED', '{\"headline\":\"Ferries\",\"translatedFrom\":{\"story\":1,\"version\":1}}',"
                    + " 'x')",
            "insert into story_draft (story_id, revision, based_on, at, actor_id, content, digest) values"
                    + " (3, 1, 0, 35, 9, '{\"headline\":\"Zwei\",\"translatedFrom\":{\"story\":2,\"version\":1}}', 'x'),"
                    + " (4, 1, 0, 45, 9, '{\"headline\":\"Seul\"}', 'x')");

    /// The address of an empty database, as JDBC takes it.
    abstract String url();

    @Test
    void every_translation_is_known_after_the_upgrade() throws SQLException {
        String url = url();
        OldNewsroom.write(url, BEFORE, ROWS);
        Migrations.migrate(url, Migrations.NEWEST);
        assertEquals(
                List.of("1 1 null null 2", "2 1 1 1 1", "3 1 2 1 null", "4 4 null null null"),
                OldNewsroom.rows(
                        url,
                        "select id, family_id, translated_from_id, translated_version, text_version from story"
                                + " order by id"));
    }
}
