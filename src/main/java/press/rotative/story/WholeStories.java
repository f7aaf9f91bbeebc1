package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_DRAFT;
import static press.rotative.platform.db.Tables.STORY_PLAN;
import static press.rotative.platform.db.Tables.STORY_STAFF;
import static press.rotative.platform.db.Tables.STORY_VERSION;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFromStep;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// All stories with all that the newsroom has of them now, for its own search.
///
/// Each state of a story has a *stamp*: a number made of what changes with it (when it was touched, revision of the
/// draft and of the plan, versions, states, people). An index that keeps the stamps tells by them, without reading a
/// text, which stories it has as they are.
public final class WholeStories {
    private static final Logger LOG = Logger.getLogger(WholeStories.class);
    private static final Field<Long> PEOPLE = DSL.field(DSL.select(DSL.coalesce(
                            DSL.sum(STORY_STAFF
                                    .STAFF_ID
                                    .mul(STORY_STAFF.STAFF_ID)
                                    .add(STORY_STAFF.STAFF_ID)),
                            0)
                    .cast(Long.class))
            .from(STORY_STAFF)
            .where(STORY_STAFF.STORY_ID.eq(STORY.ID)));
    private static final Field<Boolean> DESTROYED = DSL.field(STORY_VERSION.CONTENT.isNull());
    private static final int MOST_PEOPLE = 100;

    private final DSLContext sql;

    public WholeStories(DSLContext sql) {
        this.sql = sql;
    }

    /// @param newest the draft's text, or the live version's where there is none; null: it was destroyed
    /// @param live the live version's text where the newest is another; null: there is none
    /// @param sections in which any of its texts stands
    /// @param staff rows of `staff` whose story it is
    /// @param touchedAt epoch milliseconds
    public record Whole(
            Story story,
            @Nullable StoryContent newest,
            @Nullable StoryContent live,
            Set<Long> sections,
            List<Long> staff,
            long touchedAt,
            long stamp) {
        public Whole {
            sections = Set.copyOf(sections);
            staff = List.copyOf(staff);
        }
    }

    /// A state of a story without its texts.
    public record Stamp(StoryId story, long stamp) {}

    /// Those that are there.
    ///
    /// @param stories some hundreds
    public List<Whole> of(Collection<StoryId> stories) {
        if (stories.isEmpty()) {
            return List.of();
        }
        List<Long> ids = stories.stream().map(StoryId::value).toList();
        Map<Long, List<Long>> people = new HashMap<>();
        sql.select(STORY_STAFF.STORY_ID, STORY_STAFF.STAFF_ID)
                .from(STORY_STAFF)
                .where(STORY_STAFF.STORY_ID.in(ids))
                .limit(ids.size() * MOST_PEOPLE)
                .forEach(row -> people.computeIfAbsent(row.value1(), id -> new ArrayList<>())
                        .add(row.value2()));
        return withTexts(sql.select(
                        STORY,
                        STORY_DRAFT.REVISION,
                        STORY_PLAN.REVISION,
                        DESTROYED,
                        PEOPLE,
                        STORY_DRAFT.CONTENT,
                        STORY_PLAN.CONTENT,
                        STORY_VERSION.CONTENT))
                .where(STORY.ID.in(ids))
                .stream()
                .map(row -> {
                    StoryContent draft = content(row.value6());
                    StoryContent plan = content(row.value7());
                    StoryContent live = content(row.value8());
                    var story = row.value1();
                    return new Whole(
                            Stories.read(story),
                            draft != null ? draft : live,
                            draft != null ? live : null,
                            sections(story.getSectionId(), draft, plan),
                            people.getOrDefault(story.getId(), List.of()),
                            story.getTouchedAt(),
                            stamp(
                                    story.getTouchedAt(),
                                    story.getWorkflow(),
                                    story.getPubStatus(),
                                    story.getLiveVersion(),
                                    story.getLastVersion(),
                                    story.getSectionId(),
                                    row.value2(),
                                    row.value3(),
                                    row.value4(),
                                    row.value5()));
                })
                .toList();
    }

    /// Of those that are there.
    ///
    /// @param stories some hundreds
    public List<Stamp> stamps(Collection<StoryId> stories) {
        return stamps(STORY.ID.in(stories.stream().map(StoryId::value).toList()), Math.max(1, stories.size()));
    }

    /// The next stories by number.
    public List<Stamp> stampsAfter(long id, int limit) {
        return stamps(STORY.ID.gt(id), limit);
    }

    private List<Stamp> stamps(Condition which, int limit) {
        return withTexts(sql.select(
                        STORY.ID,
                        STORY.TOUCHED_AT,
                        STORY.WORKFLOW,
                        STORY.PUB_STATUS,
                        STORY.LIVE_VERSION,
                        STORY.LAST_VERSION,
                        STORY.SECTION_ID,
                        STORY_DRAFT.REVISION,
                        STORY_PLAN.REVISION,
                        DESTROYED,
                        PEOPLE))
                .where(which)
                .orderBy(STORY.ID)
                .limit(limit)
                .fetch(row -> new Stamp(
                        new StoryId(row.value1()),
                        stamp(
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                row.value7(),
                                row.value8(),
                                row.value9(),
                                row.value10(),
                                row.value11())));
    }

    private static <R extends Record> SelectOnConditionStep<R> withTexts(SelectFromStep<R> select) {
        return select.from(STORY)
                .leftJoin(STORY_DRAFT)
                .on(STORY_DRAFT.STORY_ID.eq(STORY.ID))
                .leftJoin(STORY_PLAN)
                .on(STORY_PLAN.STORY_ID.eq(STORY.ID))
                .leftJoin(STORY_VERSION)
                .on(STORY_VERSION.STORY_ID.eq(STORY.ID))
                .and(STORY_VERSION.VERSION.eq(STORY.LIVE_VERSION));
    }

    /// Made of [what changes with a state][WholeStories], in one order.
    private static long stamp(@Nullable Object... changing) {
        long stamp = 17;
        for (Object each : changing) {
            stamp = (stamp ^ (each == null ? 7 : each.hashCode())) * 0x9E3779B97F4A7C15L;
            stamp ^= stamp >>> 29;
        }
        return stamp;
    }

    /// A text that cannot be read is told by `check`; it is not found, and keeps no other from being found.
    private static @Nullable StoryContent content(@Nullable String json) {
        try {
            return json == null ? null : StoryJson.read(json);
        } catch (RuntimeException unreadable) {
            LOG.warn("a text of a story cannot be read; check names it");
            return null;
        }
    }

    private static Set<Long> sections(@Nullable Long published, @Nullable StoryContent... waiting) {
        var sections = new HashSet<Long>();
        if (published != null) {
            sections.add(published);
        }
        Stream.of(waiting).forEach(content -> {
            if (content != null && content.section() != null) {
                sections.add(content.section().value());
            }
        });
        return sections;
    }
}
