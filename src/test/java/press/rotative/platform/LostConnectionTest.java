package press.rotative.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static press.rotative.platform.db.Tables.SETTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import press.rotative.TestPostgres;

/// PostgreSQL goes away or runs full in the middle of an act, or the disk under the head file fails after it.
class LostConnectionTest {
    private static PostgresDatabase open() {
        return PostgresDatabase.open(TestPostgres.freshDatabase(), Clock.systemUTC());
    }

    private static Work<Boolean> put(String name) {
        return transaction -> {
            new SettingStore(transaction.sql()).put(name, "1");
            return true;
        };
    }

    private static int rows(Database database) {
        return database.read(sql -> sql.fetchCount(SETTING));
    }

    @Test
    void an_act_whose_connection_is_cut_answers_503_saves_nothing_and_the_next_goes_through() {
        try (var database = open()) {
            int before = rows(database);
            Work<Boolean> cut = transaction -> {
                put("half").perform(transaction);
                transaction.sql().fetch("select pg_terminate_backend(pg_backend_pid())");
                return true;
            };
            Problem problem = assertThrows(Problem.class, () -> database.write(cut));
            assertEquals(503, problem.category().status());
            assertEquals(before, rows(database));
            database.write(put("after"));
            assertEquals(before + 1, rows(database));
        }
    }

    @Test
    void a_full_disk_of_the_database_answers_507_and_the_next_act_goes_through() {
        try (var database = open()) {
            int before = rows(database);
            Work<Boolean> full = transaction -> {
                put("half").perform(transaction);
                transaction.sql().execute("do $$ begin raise exception using errcode = '53100'; end $$");
                return true;
            };
            Problem problem = assertThrows(Problem.class, () -> database.write(full));
            assertEquals(507, problem.category().status());
            assertEquals(before, rows(database));
            database.write(put("after"));
            assertEquals(before + 1, rows(database));
        }
    }

    @Test
    void what_is_committed_but_cannot_be_announced_is_not_acknowledged_and_ends_writing() {
        record Told(long seq, String hash) implements Announcement {}
        try (var database = open()) {
            int before = rows(database);
            database.onDurable(announcements -> {
                throw new UncheckedIOException(new IOException("the head file failed"));
            });
            assertThrows(
                    Problem.class,
                    () -> database.write(transaction -> {
                        transaction.announce(new Told(1, "0".repeat(64)));
                        return put("first").perform(transaction);
                    }));
            assertThrows(Problem.class, () -> database.write(put("second")));
            assertEquals(before + 1, rows(database), "reading goes on");
        }
    }
}
