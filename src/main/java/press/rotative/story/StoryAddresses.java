package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.address.Slug;

/// Where usable stories stand, without a word of what they say: what a sitemap needs of thousands.
public final class StoryAddresses {
    private final DSLContext sql;

    public StoryAddresses(DSLContext sql) {
        this.sql = sql;
    }

    /// The page of a story. It ends in the code, which alone finds the story.
    ///
    /// @param section null: it stands in none
    public static String path(Edition edition, @Nullable Section section, String slug, String code) {
        return "/" + edition.code() + "/" + (section == null ? "story" : section.slug()) + "/" + slug + "-" + code;
    }

    /// The page of a usable story.
    public static String path(Edition edition, @Nullable Section section, LiveStory story) {
        String slug = story.content().slug();
        return path(edition, section, slug == null ? Slug.from(story.content().headline()) : slug, story.code());
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
