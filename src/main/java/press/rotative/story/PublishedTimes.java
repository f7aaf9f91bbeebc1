package press.rotative.story;

import static press.rotative.platform.KeptQuery.number;
import static press.rotative.platform.db.Tables.STORY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Row2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import press.rotative.platform.KeptQuery;

/// When usable stories of an edition were published, without the stories: for archives and sitemaps. Each question is a
/// few looks into an index, whatever the archive.
public final class PublishedTimes {
    private static final KeptQuery<Instant> FILLED =
            KeptQuery.ofEach(PublishedTimes::filledSpans, row -> Instant.ofEpochMilli(row.getLong(1)));
    private static final KeptQuery<Optional<Instant>> LAST_BEFORE =
            the(DSL.max(STORY.PUBLISHED_AT), STORY.PUBLISHED_AT.lt(number()));
    private static final KeptQuery<Optional<Instant>> FIRST_FROM =
            the(DSL.min(STORY.PUBLISHED_AT), STORY.PUBLISHED_AT.ge(number()));

    private final DSLContext sql;

    public PublishedTimes(DSLContext sql) {
        this.sql = sql;
    }

    /// The beginnings of those spans between neighbouring bounds in which something usable was published: one look into
    /// the index for each span, however many stories it holds.
    ///
    /// @param bounds ascending
    /// @return ascending
    public List<Instant> filled(EditionId edition, List<Instant> bounds) {
        var spans = new ArrayList<Long>();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            spans.add(bounds.get(i).toEpochMilli());
            spans.add(bounds.get(i + 1).toEpochMilli());
        }
        return spans.isEmpty()
                ? List.of()
                : FILLED.fetchEach(sql, spans, edition.value()).stream()
                        .sorted()
                        .toList();
    }

    /// The last before an instant.
    public Optional<Instant> before(EditionId edition, Instant instant) {
        return LAST_BEFORE.fetch(sql, edition.value(), instant.toEpochMilli()).getFirst();
    }

    /// The first from an instant on.
    public Optional<Instant> from(EditionId edition, Instant instant) {
        return FIRST_FROM.fetch(sql, edition.value(), instant.toEpochMilli()).getFirst();
    }

    public Optional<Instant> oldest(EditionId edition) {
        return FIRST_FROM.fetch(sql, edition.value(), Long.MIN_VALUE).getFirst();
    }

    public Optional<Instant> newest(EditionId edition) {
        return LAST_BEFORE.fetch(sql, edition.value(), Long.MAX_VALUE).getFirst();
    }

    /// @param bounds where each span begins and ends
    private static Select<?> filledSpans(List<Param<Long>> bounds) {
        var rows = new ArrayList<Row2<Long, Long>>();
        for (int i = 0; i < bounds.size(); i += 2) {
            rows.add(DSL.row(bounds.get(i), bounds.get(i + 1)));
        }
        var span = DSL.values(rows.toArray(Row2[]::new)).as("span", "begins", "ends");
        Field<Long> begins = DSL.field(DSL.name("span", "begins"), Long.class);
        Field<Long> ends = DSL.field(DSL.name("span", "ends"), Long.class);
        return DSL.select(begins)
                .from(span)
                .whereExists(DSL.selectOne()
                        .from(STORY)
                        .where(Newsstand.usable())
                        .and(STORY.EDITION_ID.eq(number()))
                        .and(STORY.PUBLISHED_AT.ge(begins))
                        .and(STORY.PUBLISHED_AT.lt(ends)));
    }

    private static KeptQuery<Optional<Instant>> the(Field<Long> time, Condition where) {
        return KeptQuery.of(
                () -> DSL.select(time)
                        .from(STORY)
                        .where(Newsstand.usable())
                        .and(STORY.EDITION_ID.eq(number()))
                        .and(where),
                row -> Optional.ofNullable(KeptQuery.number(row, 1)).map(Instant::ofEpochMilli));
    }
}
