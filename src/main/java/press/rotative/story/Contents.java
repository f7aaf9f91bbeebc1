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
import org.jooq.impl.DSL;
import press.rotative.platform.KeptQuery;

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

    private record Text(String digest, String json) {}

    private static final KeptQuery<Text> TEXTS = KeptQuery.ofEach(
            stories -> DSL.select(STORY_VERSION.DIGEST, STORY_VERSION.CONTENT)
                    .from(STORY)
                    .join(STORY_VERSION)
                    .on(STORY_VERSION.STORY_ID.eq(STORY.ID).and(STORY_VERSION.VERSION.eq(STORY.LIVE_VERSION)))
                    .where(STORY.ID.in(stories)),
            row -> new Text(row.getString(1), row.getString(2)));

    private static final Cache<String, Kept> KEPT = Caffeine.newBuilder()
            .maximumWeight(BUDGET_CHARACTERS)
            .weigher((String digest, Kept kept) -> kept.characters)
            .executor(Runnable::run)
            .build();

    private final DSLContext sql;

    Contents(DSLContext sql) {
        this.sql = sql;
    }

    /// @return by digest
    Map<String, StoryContent> of(List<LiveRow> rows) {
        var contents = new HashMap<String, StoryContent>();
        var unread = new ArrayList<Long>();
        for (LiveRow row : rows) {
            Kept kept = KEPT.getIfPresent(row.digest());
            if (kept == null) {
                unread.add(row.id());
            } else {
                contents.put(row.digest(), kept.content);
            }
        }
        if (!unread.isEmpty()) {
            read(unread, contents);
        }
        return contents;
    }

    private void read(List<Long> stories, Map<String, StoryContent> contents) {
        for (Text text : TEXTS.fetchEach(sql, stories)) {
            StoryContent content = StoryJson.read(text.json());
            if (stories.size() <= MOST_KEPT_AT_ONCE) {
                KEPT.put(text.digest(), new Kept(content, text.json().length()));
            }
            contents.put(text.digest(), content);
        }
    }
}
