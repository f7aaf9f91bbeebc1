package press.rotative.story;

import static press.rotative.platform.db.Tables.EDITION;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.platform.db.tables.records.EditionRecord;

/// The editions of the newspaper, at most 50.
public final class Editions {
    public static final int MOST = 50;

    private final DSLContext sql;

    public Editions(DSLContext sql) {
        this.sql = sql;
    }

    public static String checkedName(@Nullable String name) {
        return Texts.name(name, 200, "The name of an edition");
    }

    public static @Nullable String checkedMotto(@Nullable String motto) {
        return Texts.optional(motto, 300, "The motto of an edition");
    }

    /// In their order.
    public List<Edition> all() {
        return sql.selectFrom(EDITION)
                .orderBy(EDITION.POSITION, EDITION.ID)
                .limit(MOST)
                .fetch(Editions::read);
    }

    /// The clock on the newsroom's wall: that of the first edition.
    ///
    /// @param all as [#all] gives them
    public static ZoneId timeZone(List<Edition> all) {
        return all.isEmpty() ? ZoneId.of("UTC") : all.getFirst().timeZone();
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
