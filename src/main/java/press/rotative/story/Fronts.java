package press.rotative.story;

import static press.rotative.platform.db.Tables.EDITION;
import static press.rotative.platform.db.Tables.FRONT;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;

/// The fronts that editors arranged, one row an edition.
public final class Fronts {
    private final DSLContext sql;

    public Fronts(DSLContext sql) {
        this.sql = sql;
    }

    /// @param version 0 before the first arrangement
    /// @param plan null: filled automatically
    public record Arranged(int version, @Nullable FrontPlan plan) {}

    public Arranged of(EditionId edition) {
        return sql.select(FRONT.VERSION, FRONT.PLAN)
                .from(FRONT)
                .where(FRONT.EDITION_ID.eq(edition.value()))
                .fetchOptional(row -> new Arranged(row.value1(), read(row.value2())))
                .orElse(new Arranged(0, null));
    }

    /// The same for who will arrange it: nobody else does until the transaction ends.
    public Arranged locked(EditionId edition) {
        RowLocks.change(sql, EDITION.ID, List.of(edition.value()));
        return of(edition);
    }

    public static void put(Transaction transaction, EditionId edition, Arranged arranged) {
        String json = arranged.plan() == null ? null : write(arranged.plan());
        long now = transaction.now().toEpochMilli();
        transaction
                .sql()
                .insertInto(FRONT)
                .columns(FRONT.EDITION_ID, FRONT.VERSION, FRONT.AT, FRONT.PLAN)
                .values(edition.value(), arranged.version(), now, json)
                .onConflict(FRONT.EDITION_ID)
                .doUpdate()
                .set(FRONT.VERSION, arranged.version())
                .set(FRONT.AT, now)
                .set(FRONT.PLAN, json)
                .execute();
    }

    public static String write(FrontPlan plan) {
        try {
            return StoryJson.MAPPER.writerFor(FrontPlan.class).writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checked plan can be written", e);
        }
    }

    private static @Nullable FrontPlan read(@Nullable String json) {
        try {
            return json == null ? null : StoryJson.MAPPER.readValue(json, FrontPlan.class);
        } catch (JsonProcessingException e) {
            throw StoryJson.problem(e);
        }
    }
}
