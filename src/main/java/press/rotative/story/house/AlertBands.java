package press.rotative.story.house;

import static press.rotative.platform.db.Tables.ALERT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.story.EditionId;
import press.rotative.story.Editions;
import press.rotative.story.StoryId;
import press.rotative.story.Versions;

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

    /// The same for who will change it: nobody else does until the transaction ends, nor does the clock.
    public Standing locked(EditionId edition) {
        Jobs.hold(sql, edition.value(), JobKind.ALERT_END);
        sql.insertInto(ALERT)
                .set(ALERT.EDITION_ID, edition.value())
                .set(ALERT.VERSION, 0)
                .onConflictDoNothing()
                .execute();
        RowLocks.change(sql, ALERT.EDITION_ID, List.of(edition.value()));
        return of(edition);
    }

    /// All that stand.
    public Map<EditionId, AlertBand> all() {
        return sql.selectFrom(ALERT)
                .where(ALERT.TEXT.isNotNull())
                .limit(Editions.MOST)
                .fetchMap(row -> new EditionId(row.getEditionId()), AlertBands::band);
    }

    /// What an act on the alert of an edition begins with.
    ///
    /// @param expectedVersion what the editor saw; null: whatever is there
    static Standing begun(Transaction transaction, Actor actor, EditionId edition, @Nullable Integer expectedVersion) {
        Policy.require(actor, Power.ARRANGE_FRONT, () -> Scope.ofEdition(edition.value()));
        new Editions(transaction.sql()).get(edition);
        Standing standing = new AlertBands(transaction.sql()).locked(edition);
        Versions.expect(expectedVersion, standing.version(), "The alert");
        return standing;
    }

    /// @param edition whose row is [#locked]
    static void put(Transaction transaction, EditionId edition, Standing standing) {
        AlertBand band = standing.band();
        StoryId story = band == null ? null : band.story();
        transaction
                .sql()
                .update(ALERT)
                .set(ALERT.VERSION, standing.version())
                .set(ALERT.TEXT, band == null ? null : band.text())
                .set(ALERT.STORY_ID, story == null ? null : story.value())
                .set(ALERT.SINCE, band == null ? null : band.since().toEpochMilli())
                .set(ALERT.ENDS_AT, band == null ? null : band.until().toEpochMilli())
                .where(ALERT.EDITION_ID.eq(edition.value()))
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
