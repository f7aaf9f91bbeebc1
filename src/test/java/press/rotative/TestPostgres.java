package press.rotative;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import press.rotative.platform.PostgresDatabase;

/// One PostgreSQL for all tests of a run, started when the first asks for it. It ends with the run.
public final class TestPostgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /// @return JDBC address of a new database with this program's tables and no row in them
    public static String freshDatabase() {
        return create(" template " + WithTables.NAME);
    }

    /// @return JDBC address of a new database without a table
    public static String emptyDatabase() {
        return create("");
    }

    private static String create(String as) {
        String name = "newsroom" + DATABASES.incrementAndGet();
        EmbeddedPostgres server = Server.STARTED;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + as);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + name, e);
        }
        return server.getJdbcUrl("postgres", name);
    }

    private static String nameIn(String url) {
        return url.replaceFirst(".*/([^/?]+).*", "$1");
    }

    private static final class Server {
        private static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder() // which stops itself when the run ends
                        .setServerConfig(
                                "fsync", "off") // nobody takes its power away: our own process is what tests kill
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The migrations, applied once: a copy of their result takes a tenth of their time.
    private static final class WithTables {
        private static final String NAME = make();

        private static String make() {
            String url = emptyDatabase();
            PostgresDatabase.open(url, Clock.systemUTC()).close();
            return nameIn(url);
        }
    }
}
