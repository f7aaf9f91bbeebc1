package press.rotative;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// One PostgreSQL for all tests of a run, started when the first asks for it. It ends with the run.
public final class TestPostgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /// @return JDBC address of a new, empty database
    public static String freshDatabase() {
        String name = "newsroom" + DATABASES.incrementAndGet();
        EmbeddedPostgres server = Server.STARTED;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + name, e);
        }
        return server.getJdbcUrl("postgres", name);
    }

    private static final class Server {
        private static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start(); // which stops itself when the run ends
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
