package press.rotative.story;

import static press.rotative.platform.db.Tables.EDITION;
import static press.rotative.platform.db.Tables.SECTION;
import static press.rotative.platform.db.Tables.STORY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

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
        return path(edition.code(), section == null ? null : section.slug(), slug, code);
    }

    private static String path(String edition, @Nullable String section, String slug, String code) {
        return "/" + edition + "/" + (section == null ? "story" : section) + "/" + slug + "-" + code;
    }

    /// The page of a usable story.
    public static String path(Edition edition, @Nullable Section section, LiveStory story) {
        return path(edition, section, slug(story.content().slug()), story.code());
    }

    /// The pages of stories that were ever public, whatever became of them since.
    public Map<StoryId, String> paths(Collection<StoryId> ids) {
        return sql.select(STORY.ID, EDITION.CODE, SECTION.SLUG, STORY.SLUG, STORY.CODE)
                .from(STORY)
                .join(EDITION)
                .on(EDITION.ID.eq(STORY.EDITION_ID))
                .leftJoin(SECTION)
                .on(SECTION.ID.eq(STORY.SECTION_ID))
                .where(STORY.ID.in(ids.stream().map(StoryId::value).toList()))
                .and(STORY.CODE.isNotNull())
                .fetchMap(
                        row -> new StoryId(row.value1()),
                        row -> path(row.value2(), row.value3(), slug(row.value4()), row.value5()));
    }

    /// Who publishes gives a story its slug; a text that was destroyed has none any more.
    private static String slug(@Nullable String slug) {
        return slug == null ? "story" : slug;
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
                        slug(row.value3()),
                        row.value4(),
                        Instant.ofEpochMilli(row.value5())));
    }
}
