package press.rotative.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/// SQLite in WAL mode with `synchronous=FULL`: one writer thread with group commit, a bounded pool of readers with
/// `query_only`. The reasons and the measurements stand in `docs/decisions/`.
public final class SqliteDatabase implements Database {
    private static final int READERS =
            Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors() * 2));

    private record Reader(Connection connection, DSLContext sql) {}

    private final List<Reader> readers;
    private final BlockingQueue<Reader> idleReaders;
    private final SqliteWriter writer;

    private SqliteDatabase(List<Connection> readConnections, SqliteWriter writer) {
        this.readers = readConnections.stream()
                .map(connection -> new Reader(connection, Sql.over(connection, SQLDialect.SQLITE)))
                .toList();
        this.idleReaders = new ArrayBlockingQueue<>(readers.size(), true, readers);
        this.writer = writer;
    }

    /// Opens (and, where needed, creates or upgrades) the database file.
    public static SqliteDatabase open(Path file, Clock clock) {
        return open(file, clock, SqliteWriter.Fault.NONE);
    }

    static SqliteDatabase open(Path file, Clock clock, SqliteWriter.Fault fault) {
        try {
            Migrations.sqlite(file);
            return connected(file, clock, fault);
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException failure) {
            if (DiskRoom.lacks(file, 0)) {
                throw new Problem(
                        Problem.Category.OUT_OF_SPACE,
                        "The disk of " + file + " is full, and a newsroom needs some room to open. Free some space and "
                                + "start again.",
                        failure);
            }
            throw failure;
        }
    }

    private static SqliteDatabase connected(Path file, Clock clock, SqliteWriter.Fault fault) {
        var opened = new ArrayList<Connection>(READERS + 1);
        try {
            opened.add(connect(file, false));
            for (int i = 0; i < READERS; i++) {
                opened.add(connect(file, true));
            }
            var reads = List.copyOf(opened.subList(1, opened.size()));
            return new SqliteDatabase(reads, new SqliteWriter(opened.getFirst(), clock, fault));
        } catch (SQLException e) {
            var failure = new IllegalStateException("cannot open the database " + file, e);
            for (Connection each : opened) {
                try {
                    each.close();
                } catch (SQLException another) {
                    failure.addSuppressed(another);
                }
            }
            throw failure;
        }
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        Connection connection = new KeptStatements(DriverManager.getConnection("jdbc:sqlite:" + file));
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode=wal");
            statement.execute("pragma synchronous=full");
            statement.execute("pragma busy_timeout=10000");
            statement.execute("pragma foreign_keys=on");
            statement.execute("pragma cache_size=-4000");
            statement.execute("pragma mmap_size=268435456");
            if (readOnly) {
                statement.execute("pragma query_only=on");
            } else {
                statement.execute("pragma wal_autocheckpoint=4000");
                // An act of 500 stories fits: what does not is written to the log more than once.
                statement.execute("pragma cache_size=-16000");
                statement.execute("pragma secure_delete=on"); // what is destroyed must not stay in free pages
            }
        }
        return connection;
    }

    @Override
    public <T> T read(Function<DSLContext, T> query) {
        Reader reader = takeReader();
        try {
            execute(reader.connection(), "begin");
            return query.apply(reader.sql());
        } finally {
            try {
                execute(reader.connection(), "rollback");
            } finally {
                idleReaders.add(reader);
            }
        }
    }

    private Reader takeReader() {
        try {
            Reader reader = idleReaders.poll(10, TimeUnit.SECONDS);
            if (reader == null) {
                throw new Problem(Problem.Category.OVERLOADED, "The server is busy. Please try again in a moment.");
            }
            return reader;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(Problem.Category.OVERLOADED, "The server is stopping.", e);
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        return writer.perform(work);
    }

    @Override
    public void onDurable(Consumer<List<Announcement>> listener) {
        writer.onDurable(listener);
    }

    @Override
    public void refuseWrites(String sentence) {
        writer.refuse(sentence);
    }

    @Override
    public Optional<String> refusal() {
        return writer.refusal();
    }

    @Override
    public boolean embedded() {
        return true;
    }

    /// Writes a consistent copy of the whole database into `file` while acts go on (SQLite `VACUUM INTO`). Only the
    /// owner may read it.
    ///
    /// @param file must not be there yet
    public void copyInto(Path file) {
        createForOwner(file);
        Reader reader = takeReader();
        try (Statement statement = reader.connection().createStatement()) {
            statement.execute("pragma query_only=off");
            statement.execute("vacuum into '" + file.toString().replace("'", "''") + "'");
        } catch (SQLException e) {
            boolean full = DiskRoom.lacks(file, 0);
            remove(file);
            throw full
                    ? new Problem(
                            Problem.Category.OUT_OF_SPACE,
                            "The disk is full: a copy of the database does not fit at " + file
                                    + ". Free some space, or name another place.",
                            e)
                    : new IllegalStateException("cannot copy the database into " + file, e);
        } finally {
            execute(reader.connection(), "pragma query_only=on");
            idleReaders.add(reader);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    /// SQLite writes into an empty file as into a missing one, and leaves its rights as they are.
    private static void createForOwner(Path file) {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the database into " + file, e);
        }
    }

    /// Moves everything out of the write-ahead log and empties it, so that no destroyed text is left there.
    ///
    /// @return false when somebody is reading an older state just now; the log is then emptied later
    public boolean emptyWriteAheadLog() {
        Reader reader = takeReader();
        try (Statement statement = reader.connection().createStatement();
                var answer = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
            return answer.next() && answer.getInt(1) == 0;
        } catch (SQLException e) {
            throw new StoreFailure("wal_checkpoint", e);
        } finally {
            idleReaders.add(reader);
        }
    }

    /// What SQLite's own `integrity_check` and `foreign_key_check` find; empty when all is well.
    public List<String> integrityFindings() {
        return read(sql -> {
            var findings = new ArrayList<String>();
            for (var row : sql.fetch("pragma integrity_check(20)")) {
                String line = row.get(0, String.class);
                if (!"ok".equals(line)) {
                    findings.add("database: " + line);
                }
            }
            for (var row : sql.fetch("pragma foreign_key_check")) {
                findings.add("database: a row of " + row.get(0, String.class) + " refers to a missing row of "
                        + row.get(2, String.class));
            }
            return findings;
        });
    }

    @Override
    public void close() {
        writer.close();
        for (Reader reader : readers) {
            try {
                reader.connection().close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static void execute(Connection connection, String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new StoreFailure(sql, e);
        }
    }
}
