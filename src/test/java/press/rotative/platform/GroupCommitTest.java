package press.rotative.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static press.rotative.platform.db.Tables.SETTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class GroupCommitTest {
    @TempDir
    Path folder;

    private final AtomicReference<String> failing = new AtomicReference<>("");
    private final AtomicReference<SQLiteErrorCode> code = new AtomicReference<>(SQLiteErrorCode.SQLITE_FULL);

    private SqliteDatabase open() {
        return SqliteDatabase.open(folder.resolve("test.db"), Clock.systemUTC(), point -> {
            if (point.equals(failing.get())) {
                throw new SQLiteException("injected", code.get());
            }
        });
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
    void a_failed_member_fails_alone_and_leaves_nothing_of_its_first_half() throws Exception {
        try (var database = open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var gate = new CountDownLatch(1);
            var first = threads.submit(() -> database.write(transaction -> {
                await(gate);
                return true;
            }));
            var all = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 20; i++) {
                String name = "row" + i;
                boolean bad = i % 4 == 3;
                all.add(threads.submit(() -> database.write(transaction -> {
                    new SettingStore(transaction.sql()).put(name, "1");
                    if (bad) {
                        throw Problem.conflict("refused after its first half");
                    }
                    return true;
                })));
            }
            Thread.sleep(50);
            gate.countDown();
            first.get();
            int refused = 0;
            for (Future<Boolean> each : all) {
                try {
                    each.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    refused++;
                }
            }
            assertEquals(5, refused);
            assertEquals(15, rows(database));
        }
    }

    @Test
    void a_full_disk_answers_507_keeps_reading_and_recovers_by_itself() {
        try (var database = open()) {
            database.write(put("before"));
            failing.set("commit");
            Problem problem = assertThrows(Problem.class, () -> database.write(put("lost")));
            assertEquals(507, problem.category().status());
            assertEquals(1, rows(database));
            failing.set("");
            database.write(put("after"));
            assertEquals(2, rows(database));
        }
    }

    @Test
    void after_a_failed_commit_nothing_more_is_accepted_and_reading_goes_on() {
        code.set(SQLiteErrorCode.SQLITE_IOERR_FSYNC);
        try (var database = open()) {
            database.write(put("before"));
            failing.set("commit");
            assertThrows(Problem.class, () -> database.write(put("lost")));
            failing.set("");
            Problem problem = assertThrows(Problem.class, () -> database.write(put("refused")));
            assertTrue(problem.sentence().contains("disk"), problem.sentence());
            assertEquals(1, rows(database));
        }
    }

    @Test
    void an_io_error_in_one_act_takes_its_group_with_it_and_exactly_what_was_acknowledged_is_there() throws Exception {
        var begun = new AtomicInteger();
        SqliteWriter.Fault fourth = point -> {
            if (point.equals("act") && begun.incrementAndGet() == 4) {
                throw new SQLiteException("injected", SQLiteErrorCode.SQLITE_IOERR_WRITE);
            }
        };
        try (var database = SqliteDatabase.open(folder.resolve("test.db"), Clock.systemUTC(), fourth);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var gate = new CountDownLatch(1);
            var all = new ArrayList<Future<Boolean>>();
            threads.submit(() -> database.write(transaction -> {
                await(gate);
                return true;
            }));
            for (int i = 0; i < 8; i++) {
                String name = "row" + i;
                all.add(threads.submit(() -> database.write(put(name))));
            }
            Thread.sleep(50);
            gate.countDown();
            int acknowledged = 0;
            for (Future<Boolean> each : all) {
                try {
                    acknowledged += each.get() ? 1 : 0;
                } catch (java.util.concurrent.ExecutionException e) {
                    assertEquals(
                            503,
                            assertInstanceOf(Problem.class, e.getCause())
                                    .category()
                                    .status());
                }
            }
            assertTrue(acknowledged < 8, "the error hit nobody");
            assertEquals(acknowledged, rows(database));
            database.write(put("after"));
            assertEquals(acknowledged + 1, rows(database));
        }
    }

    private record Told(long seq, String hash) implements Announcement {}

    @Test
    void what_is_committed_but_cannot_be_announced_is_not_acknowledged_and_ends_writing() {
        try (var database = open()) {
            database.onDurable(announcements -> {
                throw new UncheckedIOException(new IOException("the head file failed"));
            });
            Work<Boolean> announcing = transaction -> {
                transaction.announce(new Told(1, "0".repeat(64)));
                return put("first").perform(transaction);
            };
            Problem problem = assertThrows(Problem.class, () -> database.write(announcing));
            assertTrue(problem.sentence().contains("look before you send it again"), problem.sentence());
            assertThrows(Problem.class, () -> database.write(put("second")));
            assertEquals(1, rows(database), "reading goes on");
        }
    }

    @Test
    void what_was_acknowledged_is_there_after_opening_again() {
        try (var database = open()) {
            for (int i = 0; i < 100; i++) {
                database.write(put("row" + i));
            }
        }
        try (var database = open()) {
            assertEquals(100, rows(database));
        }
    }

    @Test
    void readers_cannot_write() {
        try (var database = open()) {
            assertThrows(
                    RuntimeException.class,
                    () -> database.read(sql -> {
                        new SettingStore(sql).put("sneaky", "1");
                        return true;
                    }));
            assertEquals(0, rows(database));
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
