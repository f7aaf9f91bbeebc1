package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_CORRECTION;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The corrections that the public may read: those of usable stories, newest first.
public final class Corrections {
    private final DSLContext sql;
    private final Newsstand newsstand;

    /// @param newsstand of the same snapshot
    public Corrections(DSLContext sql, Newsstand newsstand) {
        this.sql = sql;
        this.newsstand = newsstand;
    }

    /// Where one stands in the list. A place holds for ever, whatever is corrected, withheld or killed later.
    public record Place(Instant when, StoryId story, int version) {}

    /// @param story as it stands now
    /// @param note what was wrong, as readers were told
    public record Correction(LiveStory story, Place place, String note) {
        public Instant when() {
            return place.when();
        }
    }

    /// @param before only those further down the list than this place; null: from its top
    public List<Correction> of(EditionId edition, @Nullable Place before, int limit) {
        var rows = sql.select(
                        STORY_CORRECTION.STORY_ID, STORY_CORRECTION.VERSION, STORY_CORRECTION.AT, STORY_CORRECTION.NOTE)
                .from(STORY_CORRECTION)
                .join(STORY)
                .on(STORY.ID.eq(STORY_CORRECTION.STORY_ID))
                .where(readable(edition))
                .and(before == null ? DSL.noCondition() : below(before))
                .orderBy(STORY_CORRECTION.AT.desc(), STORY_CORRECTION.STORY_ID.desc(), STORY_CORRECTION.VERSION.desc())
                .limit(limit)
                .fetch();
        Map<StoryId, LiveStory> stories = newsstand.stories(rows.map(row -> new StoryId(row.value1())));
        return rows.map(row -> new Correction(
                Objects.requireNonNull(stories.get(new StoryId(row.value1()))),
                new Place(Instant.ofEpochMilli(row.value3()), new StoryId(row.value1()), row.value2()),
                row.value4()));
    }

    /// How many there are of a time.
    ///
    /// @param from inclusive
    /// @param to exclusive
    public int count(EditionId edition, Instant from, Instant to) {
        return sql.selectCount()
                .from(STORY_CORRECTION)
                .join(STORY)
                .on(STORY.ID.eq(STORY_CORRECTION.STORY_ID))
                .where(readable(edition))
                .and(STORY_CORRECTION.AT.ge(from.toEpochMilli()))
                .and(STORY_CORRECTION.AT.lt(to.toEpochMilli()))
                .fetchSingle()
                .value1();
    }

    private static Condition readable(EditionId edition) {
        return STORY_CORRECTION.EDITION_ID.eq(edition.value()).and(STORY.PUB_STATUS.eq(PubStatus.USABLE.name()));
    }

    private static Condition below(Place place) {
        long at = place.when().toEpochMilli();
        long story = place.story().value();
        return STORY_CORRECTION
                .AT
                .lt(at)
                .or(STORY_CORRECTION
                        .AT
                        .eq(at)
                        .and(STORY_CORRECTION
                                .STORY_ID
                                .lt(story)
                                .or(STORY_CORRECTION
                                        .STORY_ID
                                        .eq(story)
                                        .and(STORY_CORRECTION.VERSION.lt(place.version())))));
    }
}
