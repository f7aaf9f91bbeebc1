package press.rotative.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import org.jooq.tools.jdbc.DefaultConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStatementsTest {
    private static final String NUMBERS = "select n from number where n > ? order by n";

    @TempDir
    Path folder;

    private Connection connection;
    private final ArrayList<String> prepared = new ArrayList<>();

    @BeforeEach
    void open() throws SQLException {
        connection =
                new KeptStatements(new Noting(DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("n.db"))));
        run("create table number (n integer primary key)");
        run("insert into number values (1), (2), (3)");
        prepared.clear();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private final class Noting extends DefaultConnection {
        Noting(Connection connection) {
            super(connection);
        }

        @Override
        public PreparedStatement prepareStatement(String sql) throws SQLException {
            prepared.add(sql);
            return super.prepareStatement(sql);
        }
    }

    private void run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    @Test
    void a_statement_is_prepared_once_and_forgets_what_it_was_asked_before() throws SQLException {
        for (int i = 0; i < 5; i++) {
            try (PreparedStatement statement = connection.prepareStatement(NUMBERS)) {
                statement.setInt(1, 1);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    assertEquals(2, rows.getInt(1));
                }
            }
        }
        assertEquals(1, prepared.size());
        try (PreparedStatement statement = connection.prepareStatement(NUMBERS);
                ResultSet rows = statement.executeQuery()) {
            assertEquals(false, rows.next(), "the number asked for before must be gone");
        }
    }

    @Test
    void the_same_statement_can_be_used_while_it_is_used() throws SQLException {
        int sum = 0;
        for (int i = 0; i < 2; i++) {
            try (PreparedStatement outer = connection.prepareStatement(NUMBERS)) {
                outer.setInt(1, 0);
                try (ResultSet rows = outer.executeQuery()) {
                    while (rows.next()) {
                        try (PreparedStatement inner = connection.prepareStatement(NUMBERS)) {
                            inner.setInt(1, rows.getInt(1));
                            try (ResultSet greater = inner.executeQuery()) {
                                while (greater.next()) {
                                    sum += greater.getInt(1);
                                }
                            }
                        }
                    }
                }
            }
        }
        assertEquals(2 * (2 + 3 + 3), sum);
        assertEquals(3, prepared.size());
    }

    @Test
    void one_that_was_left_in_the_middle_or_refused_holds_nothing_open() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NUMBERS)) {
            statement.setInt(1, 0);
            statement.executeQuery().next();
        }
        for (int i = 0; i < 2; i++) {
            assertThrows(SQLException.class, () -> run("insert into number values (3)"));
        }
        run("drop table number");
        run("create table number (n integer primary key, other text)");
        try (PreparedStatement statement = connection.prepareStatement(NUMBERS)) {
            statement.setInt(1, 0);
            try (ResultSet rows = statement.executeQuery()) {
                assertEquals(false, rows.next());
            }
        }
    }

    @Test
    void the_statements_used_longest_ago_are_given_up() throws SQLException {
        for (int i = 0; i < 150; i++) {
            run("select " + i);
        }
        prepared.clear();
        run("select 149");
        assertEquals(0, prepared.size());
        run("select 0");
        assertEquals(1, prepared.size());
    }
}
