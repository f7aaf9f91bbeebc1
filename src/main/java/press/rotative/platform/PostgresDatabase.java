package press.rotative.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// PostgreSQL 15 or newer. Acts run at READ COMMITTED and are tried again after a serialisation failure or a
/// deadlock; the head row of the publication log is locked late, that of the staff log last of all. Reads run on
/// one REPEATABLE READ snapshot.
public final class PostgresDatabase implements Database {
    private static final String UNAVAILABLE = "The database does not answer. Nothing was saved; please try again.";
    private static final int ATTEMPTS = 8;
    private static final int CONNECTIONS = 16;

    /// Acts wait for each other at the log's head row anyway; more of them would only take connections from readers.
    private static final int WRITERS = CONNECTIONS / 2;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger(PostgresDatabase.class);

    private final HikariDataSource pool;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(WRITERS, true);
    private volatile long lostAt = System.nanoTime();
    private volatile @Nullable String refusal;
    private final List<Consumer<List<Announcement>>> listeners = new CopyOnWriteArrayList<>();

    private PostgresDatabase(HikariDataSource pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /// @param url a JDBC address, `jdbc:postgresql://host:port/name`; user and password may stand in it
    public static PostgresDatabase open(String url, Clock clock) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(2_000);
        config.setAutoCommit(false);
        config.addDataSourceProperty("ApplicationName", "rotative");
        Migrations.postgres(url);
        return new PostgresDatabase(new HikariDataSource(config), clock);
    }

    @Override
    public <T> T read(Function<DSLContext, T> query) {
        try (Connection connection = connection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                return query.apply(Sql.over(connection, SQLDialect.POSTGRES));
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        waitForTurn();
        try {
            return writeInTurn(work);
        } finally {
            turns.release();
        }
    }

    /// Whoever waited while the database went away need not find it out again.
    private void waitForTurn() {
        long began = System.nanoTime();
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Problem(Problem.Category.OVERLOADED, "Too many writers wait. Please try again in a moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(Problem.Category.OVERLOADED, "The server is stopping.", e);
        }
        if (lostAt - began > 0) {
            turns.release();
            throw new Problem(Problem.Category.OVERLOADED, UNAVAILABLE);
        }
    }

    private <T> T writeInTurn(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            String sentence = refusal;
            if (sentence != null) {
                throw new Problem(Problem.Category.OVERLOADED, sentence);
            }
            try {
                return writeOnce(work);
            } catch (DataAccessException | SQLExceptionInside e) {
                if (isDisconnected(e) || isFull(e)) {
                    throw unavailable(e);
                }
                if (attempt == ATTEMPTS || !isTransient(e)) {
                    throw e;
                }
            }
        }
    }

    private <T> T writeOnce(Work<T> work) {
        var transaction = new Transaction[1];
        T value;
        try (Connection connection = connection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            transaction[0] = new Transaction(Sql.over(connection, SQLDialect.POSTGRES), clock.instant());
            try {
                value = work.perform(transaction[0]);
                transaction[0].end();
            } catch (Throwable e) {
                rollback(connection, e);
                throw e;
            }
            commit(connection);
        } catch (SQLException e) {
            throw isTransient(e) ? new SQLExceptionInside(e) : unavailable(e);
        }
        tellDurable(transaction[0].announcements());
        return value;
    }

    private static void rollback(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            because.addSuppressed(gone); // the database ends the transaction itself when the connection is lost
        }
    }

    /// A connection lost during the commit leaves open whether it happened: that is said, and not tried again.
    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (isDisconnected(e)) {
                throw new Problem(
                        Problem.Category.OVERLOADED,
                        "The database went away while saving. Look whether it was saved before you send it again.",
                        e);
            }
            throw e;
        }
    }

    private void tellDurable(List<Announcement> announcements) {
        if (announcements.isEmpty()) {
            return;
        }
        try {
            listeners.forEach(each -> each.accept(announcements));
        } catch (RuntimeException e) {
            refusal = Database.SAVED_WITHOUT_HEAD;
            LOG.error("what follows a commit failed: nothing more is accepted", e);
            throw new Problem(Problem.Category.OVERLOADED, Database.SAVED_WITHOUT_HEAD, e);
        }
    }

    private static final class SQLExceptionInside extends RuntimeException {
        SQLExceptionInside(SQLException cause) {
            super(cause);
        }
    }

    private Connection connection() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private Problem unavailable(Exception e) {
        if (isFull(e)) {
            LOG.warn("the disk of the database is full: acts=1 refused");
            return new Problem(Problem.Category.OUT_OF_SPACE, Database.DISK_FULL, e);
        }
        lostAt = System.nanoTime();
        return new Problem(Problem.Category.OVERLOADED, UNAVAILABLE, e);
    }

    /// 40001 serialization_failure, 40P01 deadlock_detected, 23505 unique_violation (a race: the second try sees the
    /// row).
    private static boolean isTransient(Throwable e) {
        String state = state(e);
        return state.equals("40001") || state.equals("40P01") || state.equals("23505");
    }

    /// Class 08 connection exception, 57P01 to 57P03 the server is stopping or starting.
    private static boolean isDisconnected(Throwable e) {
        String state = state(e);
        return state.startsWith("08") || state.startsWith("57P0");
    }

    /// 53100 disk_full.
    private static boolean isFull(Throwable e) {
        return state(e).equals("53100");
    }

    /// SQLSTATE as in the PostgreSQL manual, appendix A; empty where there is none.
    private static String state(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    @Override
    public void onDurable(Consumer<List<Announcement>> listener) {
        listeners.add(listener);
    }

    @Override
    public void refuseWrites(String sentence) {
        refusal = sentence;
    }

    @Override
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public boolean embedded() {
        return false;
    }

    @Override
    public void close() {
        pool.close();
    }
}
