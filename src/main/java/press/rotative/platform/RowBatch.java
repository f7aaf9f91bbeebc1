package press.rotative.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Many rows for one statement: it is prepared once and every row only bound. One row goes the ordinary way.
public final class RowBatch {
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /// @param values in the order of the columns named later
    public void add(@Nullable Object... values) {
        rows.add(values);
    }

    /// Lies the rows in the order of these columns, by place: rows that go side by side into an index are written
    /// faster. All values there are whole numbers or texts, none is missing.
    public void sort(int... places) {
        rows.sort((one, other) -> {
            int order = 0;
            for (int i = 0; i < places.length && order == 0; i++) {
                order = compare(one[places[i]], other[places[i]]);
            }
            return order;
        });
    }

    private static int compare(@Nullable Object one, @Nullable Object other) {
        return one instanceof Long first && other instanceof Long second
                ? Long.compare(first, second)
                : String.valueOf(one).compareTo(String.valueOf(other));
    }

    public void insert(DSLContext sql, Table<?> table, Field<?>... columns) {
        run(sql, sql.insertInto(table).columns(columns).values(unbound(columns)));
    }

    /// Rows that are there already stay as they are.
    public void insertMissing(DSLContext sql, Table<?> table, Field<?>... columns) {
        run(sql, sql.insertInto(table).columns(columns).values(unbound(columns)).onConflictDoNothing());
    }

    /// Rows whose key is there already are replaced.
    ///
    /// @param key among the columns
    public void insertOrReplace(DSLContext sql, Table<?> table, List<Field<?>> key, Field<?>... columns) {
        var replaced = new LinkedHashMap<Field<?>, Field<?>>();
        for (Field<?> column : columns) {
            if (!key.contains(column)) {
                replaced.put(column, DSL.excluded(column));
            }
        }
        run(
                sql,
                sql.insertInto(table)
                        .columns(columns)
                        .values(unbound(columns))
                        .onConflict(key)
                        .doUpdate()
                        .set(replaced));
    }

    /// Runs a statement whose every value stands in the rows.
    public void run(DSLContext sql, Query statement) {
        if (!rows.isEmpty()) {
            sql.batch(statement).bind(rows.toArray(Object[][]::new)).execute();
        }
    }

    private static List<Field<?>> unbound(Field<?>[] columns) {
        return Arrays.stream(columns)
                .<Field<?>>map(column -> DSL.val(null, column.getDataType()))
                .toList();
    }
}
