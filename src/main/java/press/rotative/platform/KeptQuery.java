package press.rotative.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// A question that pages ask again and again. jOOQ writes its SQL once for each kind of database instead of at every
/// asking, and its rows are read by the places of their columns: both cost several times what SQLite needs to answer.
///
/// Everything else is asked through jOOQ as usual. This is for what stands in the way of every page.
public final class KeptQuery<T> {
    /// A question about more is asked in parts.
    private static final int MOST_LISTED = 512;

    /// Reads one row. Columns count from 1, in the order of the `select`.
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private record Written(SQLDialect dialect, int listed) {}

    private final Function<List<Param<Long>>, Select<?>> query;
    private final Row<T> row;
    private final ConcurrentMap<Written, String> texts = new ConcurrentHashMap<>();

    private KeptQuery(Function<List<Param<Long>>, Select<?>> query, Row<T> row) {
        this.query = query;
        this.row = row;
    }

    /// @param query with a [#number] or [#text] wherever a value comes
    public static <T> KeptQuery<T> of(Supplier<Select<?>> query, Row<T> row) {
        return new KeptQuery<>(none -> query.get(), row);
    }

    /// A question about each of a list of numbers, which gives no order to its rows.
    ///
    /// @param query of the places of the numbers, for `in (...)`
    public static <T> KeptQuery<T> ofEach(Function<List<Param<Long>>, Select<?>> query, Row<T> row) {
        return new KeptQuery<>(query, row);
    }

    /// The place of a value.
    public static Param<Long> number() {
        return DSL.val(0L);
    }

    /// The place of a value.
    public static Param<String> text() {
        return DSL.val("");
    }

    /// @param values in the order of their places
    public List<T> fetch(DSLContext sql, Object... values) {
        return fetch(sql, 0, List.of(values));
    }

    /// @param numbers what is asked about, the last perhaps several times; nothing is asked where it is empty
    /// @param others values whose places come behind those of the list
    public List<T> fetchEach(DSLContext sql, Collection<Long> numbers, Object... others) {
        var rows = new ArrayList<T>(numbers.size());
        Iterator<Long> next = numbers.iterator();
        for (int left = numbers.size(); left > 0; left -= MOST_LISTED) {
            int some = Math.min(left, MOST_LISTED);
            int places = Math.max(1, Integer.highestOneBit(2 * some - 1)); // few lengths: few texts to keep
            var values = new ArrayList<Object>(places);
            while (values.size() < some) {
                values.add(next.next());
            }
            while (values.size() < places) {
                values.add(values.getLast());
            }
            values.addAll(List.of(others));
            rows.addAll(fetch(sql, places, values));
        }
        return rows;
    }

    private List<T> fetch(DSLContext sql, int listed, List<Object> values) {
        String text = texts.computeIfAbsent(
                new Written(sql.dialect(), listed), written -> written(sql, listed, values.size()));
        return sql.connectionResult(connection -> rows(connection, text, values));
    }

    private String written(DSLContext sql, int listed, int values) {
        Select<?> written = query.apply(Collections.nCopies(listed, number()));
        if (written.getBindValues().size() != values) {
            throw new IllegalArgumentException(values + " values for " + written.getBindValues());
        }
        return sql.render(written);
    }

    private List<T> rows(Connection connection, String text, List<Object> values) {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.size(); i++) {
                switch (values.get(i)) {
                    case Long number -> statement.setLong(i + 1, number);
                    case String word -> statement.setString(i + 1, word);
                    case Object other -> throw new IllegalArgumentException("a value of " + other.getClass());
                }
            }
            var found = new ArrayList<T>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new DataAccessException("SQL [" + text + "]; " + failure.getMessage(), failure);
        }
    }

    /// A number that may be missing.
    public static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
