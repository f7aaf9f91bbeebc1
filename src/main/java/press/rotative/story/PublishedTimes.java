package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row2;
import org.jooq.impl.DSL;

/// When usable stories of an edition were published, without the stories: for archives and sitemaps. Each question is a
/// few looks into an index, whatever the archive.
public final class PublishedTimes {
    private static final int SPANS_AT_ONCE = 200;

    private final DSLContext sql;

    public PublishedTimes(DSLContext sql) {
        this.sql = sql;
    }

    /// The beginnings of those spans between neighbouring bounds in which something usable was published: one look into
    /// the index for each span, however many stories it holds.
    ///
    /// @param bounds ascending
    public List<Instant> filled(EditionId edition, List<Instant> bounds) {
        var filled = new ArrayList<Instant>();
        for (int i = 0; i + 1 < bounds.size(); i += SPANS_AT_ONCE) {
            List<Instant> some = bounds.subList(i, Math.min(bounds.size(), i + SPANS_AT_ONCE + 1));
            filled.addAll(filledSpans(edition, some));
        }
        return filled;
    }

    private List<Instant> filledSpans(EditionId edition, List<Instant> bounds) {
        var rows = new ArrayList<Row2<Long, Long>>();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            rows.add(DSL.row(bounds.get(i).toEpochMilli(), bounds.get(i + 1).toEpochMilli()));
        }
        var span = DSL.values(rows.toArray(Row2[]::new)).as("span", "begins", "ends");
        Field<Long> begins = DSL.field(DSL.name("span", "begins"), Long.class);
        Field<Long> ends = DSL.field(DSL.name("span", "ends"), Long.class);
        return sql.select(begins)
                .from(span)
                .whereExists(DSL.selectOne()
                        .from(STORY)
                        .where(Newsstand.usable())
                        .and(STORY.EDITION_ID.eq(edition.value()))
                        .and(STORY.PUBLISHED_AT.ge(begins))
                        .and(STORY.PUBLISHED_AT.lt(ends)))
                .orderBy(begins)
                .fetch(row -> Instant.ofEpochMilli(row.value1()));
    }

    /// The last before an instant.
    public Optional<Instant> before(EditionId edition, Instant instant) {
        return the(DSL.max(STORY.PUBLISHED_AT), edition, STORY.PUBLISHED_AT.lt(instant.toEpochMilli()));
    }

    /// The first from an instant on.
    public Optional<Instant> from(EditionId edition, Instant instant) {
        return the(DSL.min(STORY.PUBLISHED_AT), edition, STORY.PUBLISHED_AT.ge(instant.toEpochMilli()));
    }

    public Optional<Instant> oldest(EditionId edition) {
        return the(DSL.min(STORY.PUBLISHED_AT), edition, DSL.noCondition());
    }

    public Optional<Instant> newest(EditionId edition) {
        return the(DSL.max(STORY.PUBLISHED_AT), edition, DSL.noCondition());
    }

    private Optional<Instant> the(Field<Long> time, EditionId edition, Condition where) {
        return sql.select(time)
                .from(STORY)
                .where(Newsstand.usable())
                .and(STORY.EDITION_ID.eq(edition.value()))
                .and(where)
                .fetchOptional(row -> row.value1())
                .map(Instant::ofEpochMilli);
    }
}
