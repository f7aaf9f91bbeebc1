package press.rotative.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The only thread that writes to SQLite. Acts that wait are committed together, each inside its own `SAVEPOINT`:
/// the failure of one rolls back to its savepoint and fails it alone. A group ends when nobody waits, after
/// [#GROUP_MILLIS] or at [#GROUP_MEMBERS]. When SQLite ended the whole transaction, or the commit fails, no member
/// is acknowledged. A failed fsync is never retried: the writer refuses everything after it.
final class SqliteWriter implements AutoCloseable {
    static final int GROUP_MEMBERS = 512;
    static final long GROUP_MILLIS = 5;
    static final int WAITING_AT_MOST = 8192;

    /// A place where tests let the disk fail.
    interface Fault {
        Fault NONE = point -> {};

        /// @param point `begin`, `act` or `commit`
        void at(String point) throws SQLException;
    }

    private record Member<T>(Work<T> work, CompletableFuture<T> answer) {}

    private record Done(
            CompletableFuture<Object> answer, @Nullable Object value) {}

    private static final Logger LOG = Logger.getLogger(SqliteWriter.class);

    private final Connection connection;
    private final DSLContext sql;
    private final Clock clock;
    private final Fault fault;
    private final BlockingQueue<Member<?>> waiting = new ArrayBlockingQueue<>(WAITING_AT_MOST);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable String refusal;
    private final List<Consumer<List<Announcement>>> listeners = new CopyOnWriteArrayList<>();

    SqliteWriter(Connection connection, Clock clock, Fault fault) {
        this.connection = connection;
        this.sql = Sql.over(connection, SQLDialect.SQLITE);
        this.clock = clock;
        this.fault = fault;
        this.thread = Thread.ofPlatform().name("writer").start(this::run);
    }

    void onDurable(Consumer<List<Announcement>> listener) {
        listeners.add(listener);
    }

    void refuse(String sentence) {
        refusal = sentence;
    }

    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    <T> T perform(Work<T> work) {
        throwIfRefused();
        var answer = new CompletableFuture<T>();
        if (stopping || !waiting.offer(new Member<>(work, answer))) {
            throw new Problem(Problem.Category.OVERLOADED, "Too many writers wait. Please try again in a moment.");
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void throwIfRefused() {
        String sentence = refusal;
        if (sentence != null) {
            throw new Problem(Problem.Category.OVERLOADED, sentence);
        }
    }

    private void run() {
        var group = new ArrayList<Member<?>>(GROUP_MEMBERS);
        while (!stopping || !waiting.isEmpty()) {
            try {
                Member<?> first = waiting.poll(50, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.clear();
                    commitGroup(first, group);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void commitGroup(Member<?> first, List<Member<?>> group) {
        var done = new ArrayList<Done>();
        var announced = new ArrayList<Announcement>();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GROUP_MILLIS);
        Member<?> member = first;
        try {
            throwIfRefused();
            fault.at("begin");
            SqliteDatabase.execute(connection, "begin immediate");
            while (member != null) {
                group.add(member);
                performMember(member, done, announced);
                boolean more = group.size() < GROUP_MEMBERS && System.nanoTime() < deadline;
                member = more ? waiting.poll() : null;
            }
            commit();
            tellDurable(announced);
        } catch (Problem e) {
            if (group.isEmpty()) {
                group.add(first);
            }
            group.forEach(each -> each.answer().completeExceptionally(e));
            return;
        } catch (Throwable e) {
            if (group.isEmpty()) {
                group.add(first);
            }
            failGroup(group, e);
            return;
        }
        done.forEach(each -> each.answer().complete(each.value()));
    }

    @SuppressWarnings("unchecked")
    private void performMember(Member<?> member, List<Done> done, List<Announcement> announced) throws SQLException {
        SqliteDatabase.execute(connection, "savepoint act");
        var transaction = new Transaction(sql, clock.instant());
        try {
            fault.at("act");
            Object value = member.work().perform(transaction);
            transaction.end();
            SqliteDatabase.execute(connection, "release act");
            announced.addAll(transaction.announcements());
            done.add(new Done((CompletableFuture<Object>) member.answer(), value));
        } catch (Throwable e) {
            // Fails when SQLite itself ended the transaction: then the whole group is lost, and says so.
            SqliteDatabase.execute(connection, "rollback to act");
            SqliteDatabase.execute(connection, "release act");
            if (isStoreTrouble(e)) {
                throw e;
            }
            member.answer().completeExceptionally(e);
        }
    }

    private void commit() throws SQLException {
        try {
            fault.at("commit");
            SqliteDatabase.execute(connection, "commit");
        } catch (SQLException | StoreFailure e) {
            if (!isFull(e)) {
                refuse("The disk failed while writing. Nothing more is accepted; have the disk checked and restart.");
                LOG.error("a commit failed: the store is read-only from now on", e);
            }
            throw e;
        }
    }

    /// The group is in the database. When what must follow fails (the head file), it is not acknowledged.
    private void tellDurable(List<Announcement> announced) {
        if (announced.isEmpty()) {
            return;
        }
        try {
            listeners.forEach(each -> each.accept(announced));
        } catch (RuntimeException e) {
            refuse(Database.SAVED_WITHOUT_HEAD);
            LOG.error("what follows a commit failed: the store is read-only from now on", e);
            throw new Problem(Problem.Category.OVERLOADED, Database.SAVED_WITHOUT_HEAD, e);
        }
    }

    private void failGroup(List<Member<?>> group, Throwable cause) {
        try {
            SqliteDatabase.execute(connection, "rollback");
        } catch (StoreFailure alreadyEnded) {
            LOG.debug("the transaction had ended by itself", alreadyEnded);
        }
        RuntimeException answer = isFull(cause)
                ? new Problem(Problem.Category.OUT_OF_SPACE, Database.DISK_FULL, cause)
                : new Problem(
                        Problem.Category.OVERLOADED,
                        refusal != null
                                ? "The disk failed while saving. Look whether it was saved before you send it again."
                                : "The store failed. Nothing was saved; please try again.",
                        cause);
        if (isFull(cause)) {
            LOG.warnf("the disk is full: acts=%d refused", group.size());
        } else {
            LOG.errorf(cause, "a group of %d acts was lost before it was acknowledged", group.size());
        }
        group.forEach(each -> each.answer().completeExceptionally(answer));
    }

    private static boolean isStoreTrouble(Throwable e) {
        SQLiteErrorCode code = errorCode(e);
        return code != null
                && switch (code) {
                    case SQLITE_FULL, SQLITE_NOMEM, SQLITE_CORRUPT, SQLITE_CANTOPEN -> true;
                    default -> code.name().startsWith("SQLITE_IOERR");
                };
    }

    private static boolean isFull(Throwable e) {
        return errorCode(e) == SQLiteErrorCode.SQLITE_FULL;
    }

    private static @Nullable SQLiteErrorCode errorCode(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite.getResultCode();
            }
        }
        return null;
    }

    /// Lets the acts that wait finish, then closes.
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
