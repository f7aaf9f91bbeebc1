package press.rotative.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import press.rotative.TestPostgres;
import press.rotative.platform.PostgresDatabase;
import press.rotative.platform.Transaction;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;
import press.rotative.publication.Subject;

/// Acts that write into both logs, one the other way about than the other, on PostgreSQL.
class BothLogsTest {
    private final AtomicInteger tries = new AtomicInteger();
    private final CyclicBarrier halfDone = new CyclicBarrier(2);

    @Test
    void they_never_wait_for_each_other() throws Exception {
        try (var database = PostgresDatabase.open(TestPostgres.freshDatabase(), Clock.systemUTC());
                var threads = Executors.newFixedThreadPool(2)) {
            Future<Boolean> one = threads.submit(() -> act(database, BothLogsTest::note, BothLogsTest::publish));
            Future<Boolean> other = threads.submit(() -> act(database, BothLogsTest::publish, BothLogsTest::note));
            one.get(30, TimeUnit.SECONDS);
            other.get(30, TimeUnit.SECONDS);
            assertEquals(2, tries.get(), "none had to be given up and tried again");
            database.read(sql -> {
                assertEquals(2, new PublicationLog(sql).number());
                assertEquals(2, StaffLog.head(sql).seq());
                assertEquals(Optional.empty(), new PublicationLog(sql).firstBroken());
                assertEquals(Optional.empty(), StaffLog.firstBroken(sql));
                return true;
            });
        }
    }

    private boolean act(PostgresDatabase database, Consumer<Transaction> first, Consumer<Transaction> second) {
        return database.write(transaction -> {
            first.accept(transaction);
            if (tries.incrementAndGet() <= 2) {
                meet();
            }
            second.accept(transaction);
            return true;
        });
    }

    private void meet() {
        try {
            halfDone.await(20, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new IllegalStateException(late);
        }
    }

    private static void note(Transaction transaction) {
        StaffLog.append(transaction, Actor.OPERATOR, "draft-saved", "story 1", null);
    }

    private static void publish(Transaction transaction) {
        var subject = new Subject(Subject.Kind.SETTING, 1);
        PublicationLog.append(transaction, PublicAct.SETTING_CHANGED, subject, 1, 0, null, null, Set.of());
    }
}
