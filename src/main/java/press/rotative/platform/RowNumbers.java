package press.rotative.platform;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/// Numbers for rows that are still to be written, so that what refers to them can be written in the same pass.
public final class RowNumbers {
    private RowNumbers() {}

    /// Takes the next numbers of a table. A number that is not used in the end stays unused.
    ///
    /// @param id the table's identity
    /// @return ascending
    public static List<Long> take(Transaction transaction, TableField<?, Long> id, int count) {
        if (count == 0) {
            return List.of();
        }
        DSLContext sql = transaction.sql();
        String table = Objects.requireNonNull(id.getTable()).getName();
        if (sql.dialect() == SQLDialect.POSTGRES) {
            return sql
                    .select(DSL.field(
                            "nextval(pg_get_serial_sequence({0}, {1}))",
                            Long.class, DSL.inline(table), DSL.inline(id.getName())))
                    .from(DSL.table("generate_series(1, {0})", DSL.val(count)))
                    .fetch(row -> row.value1())
                    .stream()
                    .sorted()
                    .toList();
        }
        Field<Long> last = DSL.field(DSL.name("seq"), Long.class);
        long taken = sql.select(last)
                .from(DSL.table(DSL.name("sqlite_sequence")))
                .where(DSL.field(DSL.name("name"), String.class).eq(table))
                .fetchOptional(last)
                .orElse(0L);
        return LongStream.rangeClosed(taken + 1, taken + count).boxed().toList();
    }
}
