package press.rotative;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jooq.tools.jdbc.DefaultPreparedStatement;
import org.jooq.tools.jdbc.DefaultResultSet;

/// Counts what is read from a database, and keeps each query to ask for its plan.
public final class Queries {
    private int count;
    private int rows;
    private final Set<String> texts = new LinkedHashSet<>();

    /// @return the same database, heard by this
    public DSLContext over(DSLContext sql) {
        ConnectionProvider plain = sql.configuration().connectionProvider();
        return DSL.using(sql.configuration().derive(new ConnectionProvider() {
            @Override
            public Connection acquire() {
                return new Heard(plain.acquire());
            }

            @Override
            public void release(Connection connection) {
                plain.release(((Heard) connection).getDelegate());
            }
        }));
    }

    private final class Heard extends DefaultConnection {
        Heard(Connection connection) {
            super(connection);
        }

        @Override
        public PreparedStatement prepareStatement(String sql) throws SQLException {
            return new HeardStatement(sql, getDelegate().prepareStatement(sql), this);
        }

        @Override
        public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
            return new HeardStatement(sql, getDelegate().prepareStatement(sql, keys), this);
        }

        @Override
        public PreparedStatement prepareStatement(String sql, String[] columns) throws SQLException {
            return new HeardStatement(sql, getDelegate().prepareStatement(sql, columns), this);
        }
    }

    private final class HeardStatement extends DefaultPreparedStatement {
        private final String sql;
        private final TreeMap<Integer, Object> values = new TreeMap<>();

        HeardStatement(String sql, PreparedStatement statement, Connection connection) {
            super(statement, connection);
            this.sql = sql;
        }

        private void hear() {
            count++;
            var text = new StringBuilder();
            int next = 1;
            for (int i = 0; i < sql.length(); i++) {
                if (sql.charAt(i) == '?') {
                    text.append(
                            switch (values.get(next++)) {
                                case null -> "null";
                                case Number number -> number.toString();
                                case Object other -> "'" + other.toString().replace("'", "''") + "'";
                            });
                } else {
                    text.append(sql.charAt(i));
                }
            }
            texts.add(text.toString());
        }

        @Override
        public ResultSet executeQuery() throws SQLException {
            hear();
            return new HeardRows(super.executeQuery(), this);
        }

        @Override
        public boolean execute() throws SQLException {
            hear();
            return super.execute();
        }

        @Override
        public int executeUpdate() throws SQLException {
            hear();
            return super.executeUpdate();
        }

        @Override
        public int[] executeBatch() throws SQLException {
            hear();
            return super.executeBatch();
        }

        @Override
        public ResultSet getResultSet() throws SQLException {
            return new HeardRows(super.getResultSet(), this);
        }

        @Override
        public void setLong(int place, long value) throws SQLException {
            values.put(place, value);
            super.setLong(place, value);
        }

        @Override
        public void setInt(int place, int value) throws SQLException {
            values.put(place, value);
            super.setInt(place, value);
        }

        @Override
        public void setBoolean(int place, boolean value) throws SQLException {
            values.put(place, value ? 1 : 0);
            super.setBoolean(place, value);
        }

        @Override
        public void setString(int place, String value) throws SQLException {
            values.put(place, value);
            super.setString(place, value);
        }
    }

    private final class HeardRows extends DefaultResultSet {
        HeardRows(ResultSet rows, PreparedStatement statement) {
            super(rows, statement);
        }

        @Override
        public boolean next() throws SQLException {
            boolean more = super.next();
            rows += more ? 1 : 0;
            return more;
        }
    }

    public int count() {
        return count;
    }

    public int rows() {
        return rows;
    }

    /// @return SQL with its values, each once
    public Set<String> texts() {
        return texts;
    }
}
