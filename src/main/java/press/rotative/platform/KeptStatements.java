package press.rotative.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jooq.tools.jdbc.DefaultPreparedStatement;
import org.jspecify.annotations.Nullable;

/// A connection that keeps the statements it used last: the same few are run again and again, and SQLite compiles each
/// anew otherwise, which often costs more than running it. Like the connection, for one thread at a time.
final class KeptStatements extends DefaultConnection {
    private static final int MOST = 100;

    /// Those that nobody uses just now, the one used longest ago first.
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    KeptStatements(Connection connection) {
        super(connection);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        PreparedStatement known = idle.remove(sql);
        return new Lent(sql, known == null ? getDelegate().prepareStatement(sql) : known);
    }

    /// A statement that goes back where it came from when it is closed.
    private final class Lent extends DefaultPreparedStatement {
        private final String sql;
        private boolean open = true;
        private @Nullable ResultSet rows;

        Lent(String sql, PreparedStatement statement) {
            super(statement, KeptStatements.this);
            this.sql = sql;
        }

        @Override
        public ResultSet executeQuery() throws SQLException {
            rows = super.executeQuery();
            return rows;
        }

        @Override
        public @Nullable ResultSet getResultSet() throws SQLException {
            rows = super.getResultSet();
            return rows;
        }

        @Override
        public void close() throws SQLException {
            if (open) {
                open = false;
                if (rows != null) {
                    rows.close(); // else the statement goes on reading, and holds what it reads
                }
                PreparedStatement statement = getDelegatePreparedStatement();
                statement.clearBatch();
                statement.clearParameters();
                if (idle.putIfAbsent(sql, statement) != null) {
                    statement.close();
                } else if (idle.size() > MOST) {
                    String eldest = idle.keySet().iterator().next();
                    idle.remove(eldest).close();
                }
            }
        }

        @Override
        public boolean isClosed() throws SQLException {
            return !open || super.isClosed();
        }
    }
}
