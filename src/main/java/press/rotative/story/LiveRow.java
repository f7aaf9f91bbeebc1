package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.KeptQuery;

/// What the tables say of a published story, but for its text.
///
/// @param digest of the text that is live
/// @param origin as JSON
record LiveRow(
        long id,
        String uri,
        long edition,
        String code,
        int liveVersion,
        int textVersion,
        @Nullable Long section,
        long publishedAt,
        long updatedAt,
        long createdAt,
        @Nullable String origin,
        String digest) {

    /// The columns in the order in which [#read] reads them.
    static SelectOnConditionStep<? extends Record> select() {
        return DSL.select(
                        STORY.ID,
                        STORY.URI,
                        STORY.EDITION_ID,
                        STORY.CODE,
                        STORY.LIVE_VERSION,
                        STORY.TEXT_VERSION,
                        STORY.SECTION_ID,
                        STORY.PUBLISHED_AT,
                        STORY.UPDATED_AT,
                        STORY.CREATED_AT,
                        STORY.ORIGIN,
                        STORY_VERSION.DIGEST)
                .from(STORY)
                .join(STORY_VERSION)
                .on(STORY_VERSION.STORY_ID.eq(STORY.ID).and(STORY_VERSION.VERSION.eq(STORY.LIVE_VERSION)));
    }

    static LiveRow read(ResultSet row) throws SQLException {
        return new LiveRow(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                KeptQuery.number(row, 7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getString(11),
                row.getString(12));
    }

    /// @param content what the digest stands for
    LiveStory story(StoryContent content) {
        return new LiveStory(
                new StoryId(id),
                uri,
                new EditionId(edition),
                code,
                liveVersion,
                textVersion,
                section == null ? null : new SectionId(section),
                Instant.ofEpochMilli(publishedAt),
                Instant.ofEpochMilli(updatedAt),
                Instant.ofEpochMilli(createdAt),
                content,
                origin(origin));
    }

    private static @Nullable Origin origin(@Nullable String json) {
        try {
            return json == null ? null : StoryJson.MAPPER.readValue(json, Origin.class);
        } catch (JsonProcessingException e) {
            throw StoryJson.problem(e);
        }
    }
}
