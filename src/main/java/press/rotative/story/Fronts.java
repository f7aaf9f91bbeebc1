package press.rotative.story;

import static press.rotative.platform.db.Tables.EDITION;
import static press.rotative.platform.db.Tables.FRONT;
import static press.rotative.platform.db.Tables.FRONT_PAST;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.FrontPastRecord;

/// The fronts that editors arranged: those of editions, and what stands above the lists of their sections.
public final class Fronts {
    /// How many arrangements of a front are kept.
    public static final int KEPT = 50;

    private final DSLContext sql;

    public Fronts(DSLContext sql) {
        this.sql = sql;
    }

    /// @param version 0 before the first arrangement
    /// @param plan null: filled automatically; of a section: nothing stands above its list
    public record Arranged(int version, @Nullable FrontPlan plan) {}

    public Arranged of(FrontPlace place) {
        return sql.select(FRONT.VERSION, FRONT.PLAN)
                .from(FRONT)
                .where(FRONT.EDITION_ID.eq(place.edition().value()))
                .and(FRONT.SECTION_ID.eq(place.row()))
                .fetchOptional(row -> new Arranged(row.value1(), read(row.value2())))
                .orElse(new Arranged(0, null));
    }

    /// Those that editors arranged.
    public Set<FrontPlace> arranged() {
        return sql.select(FRONT.EDITION_ID, FRONT.SECTION_ID)
                .from(FRONT)
                .where(FRONT.PLAN.isNotNull())
                .fetchSet(row -> FrontPlace.ofRow(row.value1(), row.value2()));
    }

    /// The same for who will arrange it: nobody else does until the transaction ends.
    public Arranged locked(FrontPlace place) {
        RowLocks.change(sql, EDITION.ID, List.of(place.edition().value()));
        return of(place);
    }

    /// An arrangement of before, or the one of now.
    ///
    /// @param staffId whose it is; 0: the program, or nobody knows any more
    /// @param plan null: filled automatically from then on
    public record Past(
            int version, Instant at, long staffId, @Nullable FrontPlan plan) {}

    /// Newest first.
    public List<Past> past(FrontPlace place, int limit) {
        return sql.selectFrom(FRONT_PAST)
                .where(isOf(place))
                .orderBy(FRONT_PAST.VERSION.desc())
                .limit(limit)
                .fetch(Fronts::read);
    }

    /// One of them.
    public Optional<Past> arrangement(FrontPlace place, int version) {
        return sql.selectFrom(FRONT_PAST)
                .where(isOf(place))
                .and(FRONT_PAST.VERSION.eq(version))
                .fetchOptional(Fronts::read);
    }

    private static Condition isOf(FrontPlace place) {
        return FRONT_PAST.EDITION_ID.eq(place.edition().value()).and(FRONT_PAST.SECTION_ID.eq(place.row()));
    }

    private static Past read(FrontPastRecord row) {
        return new Past(row.getVersion(), Instant.ofEpochMilli(row.getAt()), row.getStaffId(), read(row.getPlan()));
    }

    /// What stood there before is kept, [#KEPT] of them.
    public static void put(Transaction transaction, FrontPlace place, long staffId, Arranged arranged) {
        String json = arranged.plan() == null ? null : write(arranged.plan());
        long now = transaction.now().toEpochMilli();
        transaction
                .sql()
                .insertInto(FRONT)
                .columns(FRONT.EDITION_ID, FRONT.SECTION_ID, FRONT.VERSION, FRONT.AT, FRONT.PLAN)
                .values(place.edition().value(), place.row(), arranged.version(), now, json)
                .onConflict(FRONT.EDITION_ID, FRONT.SECTION_ID)
                .doUpdate()
                .set(FRONT.VERSION, arranged.version())
                .set(FRONT.AT, now)
                .set(FRONT.PLAN, json)
                .execute();
        transaction
                .sql()
                .insertInto(FRONT_PAST)
                .values(place.edition().value(), place.row(), arranged.version(), now, staffId, json)
                .execute();
        transaction
                .sql()
                .deleteFrom(FRONT_PAST)
                .where(isOf(place))
                .and(FRONT_PAST.VERSION.le(arranged.version() - KEPT))
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
