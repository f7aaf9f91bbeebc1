package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/// The contents of live versions, each read from its JSON once and then kept by its digest.
///
/// A digest stands for one content and no other, so what is kept is never stale and is the same for every database of
/// the process. Lists show twenty stories each of which stands in many lists: reading their JSON anew was a third of
/// what making such a page took.
final class Contents {
    private static final int BUDGET_CHARACTERS = 6_000_000;

    /// Who reads more at once goes through the archive (the search index) and would push out what pages show.
    private static final int MOST_KEPT_AT_ONCE = 64;

    private record Kept(StoryContent content, int characters) {}

    private static final Cache<String, Kept> KEPT = Caffeine.newBuilder()
            .maximumWeight(BUDGET_CHARACTERS)
            .weigher((String digest, Kept kept) -> kept.characters)
            .executor(Runnable::run)
            .build();

    private final DSLContext sql;

    Contents(DSLContext sql) {
        this.sql = sql;
    }

    /// @param rows with the story's number and the digest of its live version
    /// @return by digest
    Map<String, StoryContent> of(List<? extends Record> rows) {
        var contents = new HashMap<String, StoryContent>();
        var unread = new ArrayList<Long>();
        for (Record row : rows) {
            String digest = row.get(STORY_VERSION.DIGEST);
            Kept kept = KEPT.getIfPresent(digest);
            if (kept == null) {
                unread.add(row.get(STORY.ID));
            } else {
                contents.put(digest, kept.content);
            }
        }
        if (!unread.isEmpty()) {
            read(unread, contents);
        }
        return contents;
    }

    private void read(List<Long> stories, Map<String, StoryContent> contents) {
        sql.select(STORY_VERSION.DIGEST, STORY_VERSION.CONTENT)
                .from(STORY)
                .join(STORY_VERSION)
                .on(STORY_VERSION.STORY_ID.eq(STORY.ID).and(STORY_VERSION.VERSION.eq(STORY.LIVE_VERSION)))
                .where(STORY.ID.in(stories))
                .forEach(row -> {
                    StoryContent content = StoryJson.read(row.value2());
                    if (stories.size() <= MOST_KEPT_AT_ONCE) {
                        KEPT.put(row.value1(), new Kept(content, row.value2().length()));
                    }
                    contents.put(row.value1(), content);
                });
    }
}
