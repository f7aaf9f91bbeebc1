package press.rotative.story;

import static press.rotative.platform.db.Tables.EDITION;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.EditionRecord;

/// The editions of the newspaper, at most 50.
public final class Editions {
    private final DSLContext sql;

    public Editions(DSLContext sql) {
        this.sql = sql;
    }

    /// In their order.
    public List<Edition> all() {
        return sql.selectFrom(EDITION)
                .orderBy(EDITION.POSITION, EDITION.ID)
                .limit(50)
                .fetch(Editions::read);
    }

    public Optional<Edition> find(String code) {
        return sql.selectFrom(EDITION).where(EDITION.CODE.eq(code)).fetchOptional(Editions::read);
    }

    public Edition get(EditionId id) {
        return sql.selectFrom(EDITION)
                .where(EDITION.ID.eq(id.value()))
                .fetchOptional(Editions::read)
                .orElseThrow(() -> Problem.notFound("There is no edition " + id.value() + "."));
    }

    static EditionId insert(Transaction transaction, CreateEdition edition, int position) {
        return new EditionId(transaction
                .sql()
                .insertInto(EDITION)
                .set(EDITION.VERSION, 1)
                .set(EDITION.CODE, edition.code())
                .set(EDITION.LANGUAGE, edition.language())
                .set(EDITION.DIRECTION, edition.rightToLeft() ? "rtl" : "ltr")
                .set(EDITION.NAME, edition.name())
                .set(EDITION.MOTTO, edition.motto())
                .set(EDITION.TIME_ZONE, edition.timeZone())
                .set(EDITION.POSITION, position)
                .set(EDITION.SETTINGS, edition.settings())
                .set(EDITION.CREATED_AT, transaction.now().toEpochMilli())
                .returningResult(EDITION.ID)
                .fetchSingle()
                .value1());
    }

    static void change(Transaction transaction, Edition before, ChangeEdition change) {
        transaction
                .sql()
                .update(EDITION)
                .set(EDITION.VERSION, before.version() + 1)
                .set(EDITION.NAME, change.name())
                .set(EDITION.MOTTO, change.motto())
                .set(EDITION.SETTINGS, change.settings())
                .where(EDITION.ID.eq(before.id().value()))
                .execute();
    }

    private static Edition read(EditionRecord row) {
        return new Edition(
                new EditionId(row.getId()),
                row.getVersion(),
                row.getCode(),
                row.getLanguage(),
                row.getDirection(),
                row.getName(),
                row.getMotto(),
                ZoneId.of(row.getTimeZone()),
                row.getPosition(),
                row.getSettings());
    }
}
