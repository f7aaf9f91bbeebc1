package press.rotative.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A database as an earlier release left it.
final class OldNewsroom {
    /// Its edition, 1.
    static final String EDITION =
            "insert into edition (id, version, code, language, direction, name, time_zone, position, settings, created_at)"
                    + " values (1, 1, 'fr', 'fr', 'ltr', 'Le Phare', 'Europe/Paris', 1, '{}', 0)";

    private OldNewsroom() {}

    /// @param url of an empty database, as JDBC takes it
    /// @param release the newest migration that it had
    static void write(String url, int release, List<String> statements) throws SQLException {
        Migrations.migrate(url, release);
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /// The columns of each row with a space between them.
    static List<String> rows(String url, String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(found.getString(column));
                }
                rows.add(String.join(" ", row.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }
}
