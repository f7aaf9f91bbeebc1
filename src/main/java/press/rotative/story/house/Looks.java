package press.rotative.story.house;

import static press.rotative.platform.db.Tables.EDITION;
import static press.rotative.platform.db.Tables.LOOK;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.story.Editions;

/// The look of the newsroom, and what editions have of their own.
public final class Looks {
    /// In place of an edition: for all that have nothing of their own.
    public static final long NEWSROOM = 0;

    private final DSLContext sql;

    public Looks(DSLContext sql) {
        this.sql = sql;
    }

    /// @param version 0 before the first change
    public record Chosen(int version, Look look) {}

    /// @param edition number of an edition, or [#NEWSROOM]
    public Chosen of(long edition) {
        return sql.select(LOOK.VERSION, LOOK.LOOK_)
                .from(LOOK)
                .where(LOOK.EDITION_ID.eq(edition))
                .fetchOptional(row -> new Chosen(row.value1(), Look.read(row.value2())))
                .orElse(new Chosen(0, Look.PLAIN));
    }

    /// The same for who will change it: nobody else does until the transaction ends.
    public Chosen locked(long edition) {
        // That of the newsroom is kept by the rows of all editions, which are few.
        RowLocks.change(
                sql,
                EDITION.ID,
                edition == NEWSROOM
                        ? new Editions(sql)
                                .all().stream().map(each -> each.id().value()).toList()
                        : List.of(edition));
        return of(edition);
    }

    /// By the number of the edition.
    public Map<Long, Look> all() {
        var all = new HashMap<Long, Look>();
        sql.select(LOOK.EDITION_ID, LOOK.LOOK_)
                .from(LOOK)
                .limit(Editions.MOST + 1)
                .forEach(row -> all.put(row.value1(), Look.read(row.value2())));
        return all;
    }

    static void put(Transaction transaction, long edition, Chosen chosen) {
        String json = chosen.look().json();
        long now = transaction.now().toEpochMilli();
        transaction
                .sql()
                .insertInto(LOOK)
                .columns(LOOK.EDITION_ID, LOOK.VERSION, LOOK.AT, LOOK.LOOK_)
                .values(edition, chosen.version(), now, json)
                .onConflict(LOOK.EDITION_ID)
                .doUpdate()
                .set(LOOK.VERSION, chosen.version())
                .set(LOOK.AT, now)
                .set(LOOK.LOOK_, json)
                .execute();
    }
}
