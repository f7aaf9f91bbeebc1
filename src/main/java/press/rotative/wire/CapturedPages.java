package press.rotative.wire;

import static press.rotative.platform.db.Tables.STORY_ORIGIN;

import java.util.Optional;
import org.jooq.DSLContext;
import press.rotative.story.StoryId;

/// From which address each imported story came.
final class CapturedPages {

    private static final int LONGEST_ADDRESS = 1000;

    private final DSLContext sql;

    CapturedPages(DSLContext sql) {
        this.sql = sql;
    }

    /// The story that was imported from this address before.
    Optional<StoryId> storyOf(String canonical) {
        return sql.select(STORY_ORIGIN.STORY_ID)
                .from(STORY_ORIGIN)
                .where(STORY_ORIGIN.CANONICAL.eq(key(canonical)))
                .fetchOptional(row -> new StoryId(row.value1()));
    }

    /// Notes where a story came from; the first one of an address keeps it.
    void keep(String canonical, StoryId story) {
        sql.insertInto(STORY_ORIGIN)
                .set(STORY_ORIGIN.CANONICAL, key(canonical))
                .set(STORY_ORIGIN.STORY_ID, story.value())
                .onConflictDoNothing()
                .execute();
    }

    /// The address without its scheme, a `www.`, its fragment and a slash at its end; one page has many spellings of
    /// those.
    static String key(String canonical) {
        int fragment = canonical.indexOf('#');
        String address = fragment < 0 ? canonical : canonical.substring(0, fragment);
        String bare = address.substring(address.indexOf("://") < 0 ? 0 : address.indexOf("://") + 3);
        String host = bare.startsWith("www.") ? bare.substring(4) : bare;
        String plain = host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
        return plain.length() <= LONGEST_ADDRESS ? plain : plain.substring(0, LONGEST_ADDRESS);
    }
}
