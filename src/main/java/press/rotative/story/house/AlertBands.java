package press.rotative.story.house;

import static org.jooq.impl.DSL.excluded;
import static press.rotative.platform.db.Tables.ALERT;
import static press.rotative.platform.db.Tables.EDITION;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.StoryId;

/// The alerts of the editions; each has one at most.
public final class AlertBands {
    private final DSLContext sql;

    public AlertBands(DSLContext sql) {
        this.sql = sql;
    }

    /// @param version 0 before the first one
    /// @param band null: there is none
    public record Standing(int version, @Nullable AlertBand band) {}

    public Standing of(EditionId edition) {
        return sql.selectFrom(ALERT)
                .where(ALERT.EDITION_ID.eq(edition.value()))
                .fetchOptional(row -> new Standing(row.getVersion(), row.getText() == null ? null : band(row)))
                .orElse(new Standing(0, null));
    }

    /// The same for who will change it: nobody else does until the transaction ends.
    public Standing locked(EditionId edition) {
        RowLocks.change(sql, EDITION.ID, List.of(edition.value()));
        return of(edition);
    }

    /// All that stand.
    public Map<EditionId, AlertBand> all() {
        return sql.selectFrom(ALERT)
                .where(ALERT.TEXT.isNotNull())
                .limit(Editions.MOST)
                .fetchMap(row -> new EditionId(row.getEditionId()), AlertBands::band);
    }

    static void put(Transaction transaction, EditionId edition, Standing standing) {
        AlertBand band = standing.band();
        transaction
                .sql()
                .insertInto(ALERT)
                .set(ALERT.EDITION_ID, edition.value())
                .set(ALERT.VERSION, standing.version())
                .set(ALERT.TEXT, band == null ? null : band.text())
                .set(
                        ALERT.STORY_ID,
                        band == null || band.story() == null
                                ? null
                                : band.story().value())
                .set(ALERT.SINCE, band == null ? null : band.since().toEpochMilli())
                .set(ALERT.ENDS_AT, band == null ? null : band.until().toEpochMilli())
                .onConflict(ALERT.EDITION_ID)
                .doUpdate()
                .set(ALERT.VERSION, excluded(ALERT.VERSION))
                .set(ALERT.TEXT, excluded(ALERT.TEXT))
                .set(ALERT.STORY_ID, excluded(ALERT.STORY_ID))
                .set(ALERT.SINCE, excluded(ALERT.SINCE))
                .set(ALERT.ENDS_AT, excluded(ALERT.ENDS_AT))
                .execute();
    }

    private static AlertBand band(Record row) {
        Long story = row.get(ALERT.STORY_ID);
        return new AlertBand(
                Objects.requireNonNull(row.get(ALERT.TEXT)),
                story == null ? null : new StoryId(story),
                instant(row.get(ALERT.SINCE)),
                instant(row.get(ALERT.ENDS_AT)));
    }

    private static Instant instant(@Nullable Long millis) {
        return Instant.ofEpochMilli(Objects.requireNonNull(millis));
    }
}
