package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Where usable stories stand, without a word of what they say: what a sitemap needs of thousands.
public final class StoryAddresses {
    private final DSLContext sql;

    public StoryAddresses(DSLContext sql) {
        this.sql = sql;
    }

    /// @param code short code at the end of its address
    /// @param slug readable part before it
    public record Place(StoryId story, @Nullable SectionId section, String slug, String code, Instant updatedAt) {}

    /// Newest first.
    ///
    /// @param from inclusive
    /// @param to exclusive
    public List<Place> published(EditionId edition, Instant from, Instant to, int limit) {
        return sql.select(STORY.ID, STORY.SECTION_ID, STORY.SLUG, STORY.CODE, STORY.UPDATED_AT)
                .from(STORY)
                .where(STORY.PUB_STATUS.eq(PubStatus.USABLE.name()))
                .and(STORY.EDITION_ID.eq(edition.value()))
                .and(STORY.PUBLISHED_AT.ge(from.toEpochMilli()))
                .and(STORY.PUBLISHED_AT.lt(to.toEpochMilli()))
                .orderBy(STORY.PUBLISHED_AT.desc(), STORY.ID.desc())
                .limit(limit)
                .fetch(row -> new Place(
                        new StoryId(row.value1()),
                        row.value2() == null ? null : new SectionId(row.value2()),
                        row.value3() == null ? "story" : row.value3(),
                        row.value4(),
                        Instant.ofEpochMilli(row.value5())));
    }
}
