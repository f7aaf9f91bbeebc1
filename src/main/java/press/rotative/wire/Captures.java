package press.rotative.wire;

import static press.rotative.platform.db.Tables.CAPTURE;
import static press.rotative.platform.db.Tables.STORY_ORIGIN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import press.rotative.story.StoryId;
import press.rotative.wire.clipping.Capture;
import press.rotative.wire.clipping.Clipping;

/// Which captures were filed, and from which address each imported story came.
final class Captures {

    private static final int MOST_ASKED_AT_ONCE = 500;
    private static final int LONGEST_ADDRESS = 1000;

    private final DSLContext sql;

    Captures(DSLContext sql) {
        this.sql = sql;
    }

    /// Of these digests, the ones of captures that were filed.
    Set<String> known(Set<String> digests) {
        Set<String> known = new HashSet<>();
        List<String> all = new ArrayList<>(digests);
        for (int from = 0; from < all.size(); from += MOST_ASKED_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MOST_ASKED_AT_ONCE));
            known.addAll(sql.select(CAPTURE.DIGEST)
                    .from(CAPTURE)
                    .where(CAPTURE.DIGEST.in(some))
                    .fetch(CAPTURE.DIGEST));
        }
        return known;
    }

    /// The story that was imported from this address before.
    Optional<StoryId> storyOf(String canonical) {
        return sql.select(STORY_ORIGIN.STORY_ID)
                .from(STORY_ORIGIN)
                .where(STORY_ORIGIN.CANONICAL.eq(key(canonical)))
                .fetchOptional(row -> new StoryId(row.value1()));
    }

    /// Notes that a capture was filed as this story, and where the story came from.
    void keep(Capture capture, Clipping clipping, StoryId story, Instant at) {
        sql.insertInto(CAPTURE)
                .set(CAPTURE.DIGEST, capture.digest())
                .set(CAPTURE.SOURCE, shortened(capture.source()))
                .set(CAPTURE.STORY_ID, story.value())
                .set(CAPTURE.AT, at.toEpochMilli())
                .execute();
        clipping.canonical().ifPresent(canonical -> sql.insertInto(STORY_ORIGIN)
                .set(STORY_ORIGIN.CANONICAL, key(canonical))
                .set(STORY_ORIGIN.STORY_ID, story.value())
                .onConflictDoNothing()
                .execute());
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

    private static String shortened(String source) {
        return source.length() <= LONGEST_ADDRESS ? source : source.substring(0, LONGEST_ADDRESS);
    }
}
