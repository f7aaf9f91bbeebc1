package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_DRAFT;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What many stories say in their newest texts, read at once: for lists of the newsroom.
public final class NewestTexts {
    private final DSLContext sql;

    public NewestTexts(DSLContext sql) {
        this.sql = sql;
    }

    /// @param content of the draft, or of the live version where there is none; null: it was destroyed
    /// @param drafted it is a draft's
    public record Newest(Story story, @Nullable StoryContent content, boolean drafted) {}

    /// @param stories some dozens
    public Map<StoryId, Newest> of(Collection<StoryId> stories) {
        var found = new HashMap<StoryId, Newest>();
        if (stories.isEmpty()) {
            return found;
        }
        sql.select(STORY, STORY_DRAFT.CONTENT, STORY_VERSION.CONTENT)
                .from(STORY)
                .leftJoin(STORY_DRAFT)
                .on(STORY_DRAFT.STORY_ID.eq(STORY.ID))
                .leftJoin(STORY_VERSION)
                .on(STORY_VERSION.STORY_ID.eq(STORY.ID))
                .and(STORY_VERSION.VERSION.eq(STORY.LIVE_VERSION))
                .and(STORY_DRAFT.CONTENT.isNull())
                .where(STORY.ID.in(stories.stream().map(StoryId::value).toList()))
                .forEach(row -> {
                    Story story = Stories.read(row.value1());
                    String json = row.value2() != null ? row.value2() : row.value3();
                    found.put(
                            story.id(),
                            new Newest(story, json == null ? null : StoryJson.read(json), row.value2() != null));
                });
        return found;
    }
}
