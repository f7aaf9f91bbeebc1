package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The published versions of a story without their texts: who made each, and how it stands now.
public final class StoryHistory {
    private final DSLContext sql;

    public StoryHistory(DSLContext sql) {
        this.sql = sql;
    }

    /// @param actorId row of `staff`; 0: the program itself
    /// @param act name of the act that made it, such as `PUBLISHED`
    /// @param note public
    /// @param digest of its text
    /// @param destroyed its text is gone for good
    /// @param closed to public comparison
    public record Entry(
            int version,
            Instant at,
            long actorId,
            String act,
            @Nullable String note,
            String digest,
            boolean destroyed,
            boolean closed) {}

    /// Newest first.
    ///
    /// @param before only those below this number
    public List<Entry> of(StoryId story, int before, int limit) {
        return sql.select(
                        STORY_VERSION.VERSION,
                        STORY_VERSION.AT,
                        STORY_VERSION.ACTOR_ID,
                        STORY_VERSION.ACT,
                        STORY_VERSION.NOTE,
                        STORY_VERSION.DIGEST,
                        STORY_VERSION.CONTENT.isNull(),
                        STORY_VERSION.CLOSED_AT.isNotNull())
                .from(STORY_VERSION)
                .where(STORY_VERSION.STORY_ID.eq(story.value()))
                .and(STORY_VERSION.VERSION.lt(before))
                .orderBy(STORY_VERSION.VERSION.desc())
                .limit(limit)
                .fetch(row -> new Entry(
                        row.value1(),
                        Instant.ofEpochMilli(row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8()));
    }
}
