package press.rotative.platform;

import java.util.Collection;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.TableField;

/// Keeps rows as they are until the transaction ends, so that what is read of them afterwards is still so when it is
/// changed. Rows that refer to these may still be written: their keys never change. SQLite has one writer and needs no
/// locks.
public final class RowLocks {
    private RowLocks() {}

    /// For who only needs that nobody changes a row.
    public static <R extends Record> void keep(DSLContext sql, TableField<R, String> key, String value) {
        if (sql.dialect() == SQLDialect.POSTGRES) {
            sql.select(key).from(key.getTable()).where(key.eq(value)).forShare().fetch();
        }
    }

    /// For who will change these rows; always in the order of their numbers, so that two never wait for each other.
    public static <R extends Record> void change(DSLContext sql, TableField<R, Long> id, Collection<Long> ids) {
        if (sql.dialect() == SQLDialect.POSTGRES && !ids.isEmpty()) {
            sql.select(id)
                    .from(id.getTable())
                    .where(id.in(ids))
                    .orderBy(id)
                    .forNoKeyUpdate()
                    .fetch();
        }
    }

    /// For who only needs that nobody changes them.
    public static <R extends Record> void keep(DSLContext sql, TableField<R, Long> id, Collection<Long> ids) {
        if (sql.dialect() == SQLDialect.POSTGRES && !ids.isEmpty()) {
            sql.select(id)
                    .from(id.getTable())
                    .where(id.in(ids))
                    .orderBy(id)
                    .forShare()
                    .fetch();
        }
    }
}
