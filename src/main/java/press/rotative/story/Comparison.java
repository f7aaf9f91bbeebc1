package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.db.tables.records.StoryVersionRecord;

/// What the public may see of the step from one published version of a story to the next.
///
/// @param version the newer of the two, from 2
/// @param when the newer was published
/// @param note its public note
public record Comparison(
        int version, String act, Instant when, @Nullable String note, Standing standing) {

    public sealed interface Standing {
        record Open(Difference difference) implements Standing {}

        /// The newsroom closed one of the two to comparison.
        record Closed() implements Standing {}

        /// The text of one of the two was destroyed.
        record Destroyed() implements Standing {}
    }

    /// Empty for a version that is not there and for the first, which has none before it. Whether the story itself may
    /// be read is asked elsewhere.
    static Optional<Comparison> of(DSLContext sql, StoryId story, int version) {
        List<StoryVersionRecord> both = sql.selectFrom(STORY_VERSION)
                .where(STORY_VERSION.STORY_ID.eq(story.value()))
                .and(STORY_VERSION.VERSION.le(version))
                .orderBy(STORY_VERSION.VERSION.desc())
                .limit(2)
                .fetch();
        if (both.size() < 2 || both.getFirst().getVersion() != version) {
            return Optional.empty();
        }
        StoryVersionRecord newer = both.getFirst();
        return Optional.of(new Comparison(
                version,
                newer.getAct(),
                Instant.ofEpochMilli(newer.getAt()),
                newer.getNote(),
                standing(both.getLast(), newer)));
    }

    private static Standing standing(StoryVersionRecord older, StoryVersionRecord newer) {
        if (older.getContent() == null || newer.getContent() == null) {
            return new Standing.Destroyed();
        }
        return older.getClosedAt() != null || newer.getClosedAt() != null
                ? new Standing.Closed()
                : new Standing.Open(
                        Difference.between(StoryJson.read(older.getContent()), StoryJson.read(newer.getContent())));
    }
}
