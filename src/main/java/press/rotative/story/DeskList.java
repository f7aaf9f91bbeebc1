package press.rotative.story;

import static press.rotative.platform.db.Tables.JOB;
import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_STAFF;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.jobs.JobKind;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;

/// The stories of the newsroom by workflow state, the last touched first, as far as somebody's rights reach.
///
/// Each list is walked along an index that holds it in its order: of all stories, of an edition, of a section, of a
/// member of staff, of translations, of what waits for the clock. What else was asked for is looked at row by row,
/// for so many rows at most; where these are used up the list says how it goes on. So it costs the same over any
/// archive.
public final class DeskList {
    private static final int MOST_WALKED = 3000;
    private static final int LEAST_WALKED = 500;
    private static final int MOST_COUNTED = 1000;
    private static final int MOST_WORDS = 10;
    private static final List<String> PLANS = List.of(JobKind.PUBLICATION.name(), JobKind.EMBARGO.name());

    /// As [Families#drift] says it of one story.
    private static final Field<Boolean> BEHIND = Families.behind();

    private final DSLContext sql;
    private final Actor actor;

    /// @param actor who looks
    public DeskList(DSLContext sql, Actor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /// Where one stands in a list: it goes on with what was touched before.
    ///
    /// @param touchedAt epoch milliseconds
    public record Place(long touchedAt, long story) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byTime = Long.compare(touchedAt, other.touchedAt);
            return byTime != 0 ? byTime : Long.compare(story, other.story);
        }
    }

    /// @param section of the newest text
    /// @param key of the newest headline, as [Texts#key] makes it
    /// @param behind a translation that follows an older text than its original's of now
    /// @param planAt when its planned text becomes public, epoch milliseconds; null: none is planned
    public record Row(
            StoryId story,
            EditionId edition,
            @Nullable SectionId section,
            Workflow workflow,
            long touchedAt,
            String key,
            boolean behind,
            @Nullable Long planAt) {
        public Place place() {
            return new Place(touchedAt, story.value());
        }
    }

    /// What is asked for; null: whatever it is.
    ///
    /// @param staffId whose stories: begun by them or given to them
    /// @param since touched then or later
    /// @param words the headline holds each of them, as a beginning of a word
    /// @param behind only translations that follow an older text than their original's of now
    /// @param planned only what becomes public by itself before then, or should have
    public record Wanted(
            @Nullable EditionId edition,
            @Nullable SectionId section,
            @Nullable Long staffId,
            @Nullable Instant since,
            List<String> words,
            boolean behind,
            @Nullable Instant planned) {
        public Wanted {
            words = keys(words);
        }

        public static Wanted everything() {
            return new Wanted(null, null, null, null, List.of(), false, null);
        }

        private boolean fits(Row row) {
            return (edition == null || edition.equals(row.edition()))
                    && (section == null || section.equals(row.section()))
                    && (!behind || row.behind())
                    && (planned == null || row.planAt() != null && row.planAt() < planned.toEpochMilli())
                    && hold(row.key(), words);
        }
    }

    /// Words as the keys of headlines hold them.
    static List<String> keys(List<String> words) {
        return words.stream()
                .map(Texts::key)
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    /// Whether each of the words stands in a headline, as a beginning of a word.
    static boolean hold(String key, List<String> words) {
        return words.stream().allMatch(word -> (" " + key).contains(" " + word));
    }

    /// A piece of a list.
    ///
    /// @param next where the list goes on; null: it ends here
    public record Stretch(List<Row> rows, @Nullable Place next) {
        public Stretch {
            rows = List.copyOf(rows);
        }
    }

    /// @param more there are more than were counted
    public record Count(int number, boolean more) {}

    private sealed interface Source {
        record All() implements Source {}

        record OfEdition(long edition) implements Source {}

        record OfSection(long section) implements Source {}

        record OfStaff(long staffId) implements Source {}

        record OfTranslations() implements Source {}

        /// What waits for the clock: some hundreds in a busy house.
        record OfPlans(Instant before) implements Source {}
    }

    /// @param before null: from the top
    public Stretch stories(Set<Workflow> states, Wanted wanted, @Nullable Place before, int limit) {
        var walk = new KeyWalk<>(Row::place);
        var pieces = new ArrayList<KeyWalk.Piece<Row>>();
        Set<Source> sources = sources(wanted);
        var open = new HashSet<StoryId>();
        int walked = Math.max(LEAST_WALKED, MOST_WALKED / Math.max(1, sources.size() * states.size()));
        for (Source source : sources) {
            for (Workflow state : states) {
                pieces.add(walk.walk(
                        (place, most) -> looked(rows(source, state, wanted, place, most), wanted, open),
                        row -> open.contains(row.story()),
                        before,
                        limit + 1,
                        walked));
            }
        }
        KeyWalk.Piece<Row> merged = walk.merged(pieces, limit);
        return new Stretch(merged.rows(), merged.next());
    }

    /// Those of these stories that the actor may see, as they are now.
    ///
    /// @param stories some dozens
    public Map<StoryId, Row> find(Collection<StoryId> stories) {
        if (stories.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = sql.select(columns(STORY.TOUCHED_AT))
                .from(STORY)
                .where(STORY.ID.in(stories.stream().map(StoryId::value).toList()))
                .fetch(row -> row(row, STORY.TOUCHED_AT));
        Set<StoryId> visible = visible(rows);
        return rows.stream()
                .filter(row -> visible.contains(row.story()))
                .collect(Collectors.toMap(Row::story, row -> row));
    }

    /// How many stand in a state, whatever else is asked for; empty where that is not told by an index.
    public Optional<Count> count(Workflow state, Wanted wanted) {
        Set<Source> sources = sources(wanted);
        boolean plain = wanted.words().isEmpty()
                && !wanted.behind()
                && wanted.planned() == null
                && Policy.allowsEverywhere(actor, Power.READ_STORIES)
                && sources.size() == 1
                && narrowings(wanted) <= 1;
        if (!plain) {
            return Optional.empty();
        }
        Source source = sources.iterator().next();
        int number = sql.fetchCount(sql.select(storyId(source))
                .from(table(source))
                .where(condition(source, state, wanted, null))
                .limit(MOST_COUNTED + 1));
        return Optional.of(new Count(Math.min(number, MOST_COUNTED), number > MOST_COUNTED));
    }

    private static int narrowings(Wanted wanted) {
        return (wanted.edition() == null ? 0 : 1)
                + (wanted.section() == null ? 0 : 1)
                + (wanted.staffId() == null ? 0 : 1);
    }

    /// The narrowest lists that hold all that is wanted and may be seen.
    private Set<Source> sources(Wanted wanted) {
        if (wanted.staffId() != null) {
            return Set.of(new Source.OfStaff(wanted.staffId()));
        }
        if (wanted.planned() != null) {
            return Set.of(new Source.OfPlans(wanted.planned()));
        }
        if (wanted.section() != null) {
            return Set.of(new Source.OfSection(wanted.section().value()));
        }
        if (Policy.allowsEverywhere(actor, Power.READ_STORIES)) {
            if (wanted.behind()) {
                return Set.of(new Source.OfTranslations());
            }
            return Set.of(
                    wanted.edition() == null
                            ? new Source.All()
                            : new Source.OfEdition(wanted.edition().value()));
        }
        var sources = new HashSet<Source>();
        sources.add(new Source.OfStaff(actor.staffId()));
        for (Grant grant : Policy.grantsOf(actor, Power.READ_STORIES)) {
            sources.add(
                    grant.section() == 0
                            ? new Source.OfEdition(grant.edition())
                            : new Source.OfSection(grant.section()));
        }
        return sources;
    }

    /// Notes which of these rows are wanted and may be seen.
    private List<Row> looked(List<Row> rows, Wanted wanted, Set<StoryId> open) {
        open.addAll(visible(rows.stream().filter(wanted::fits).toList()));
        return rows;
    }

    private Set<StoryId> visible(List<Row> rows) {
        var visible = new HashSet<StoryId>();
        var asked = new ArrayList<StoryId>();
        for (Row row : rows) {
            Scope edition = Scope.ofEdition(row.edition().value());
            if (Policy.allows(actor, Power.READ_STORIES, edition)) {
                visible.add(row.story());
            } else {
                asked.add(row.story());
            }
        }
        var stories = new Stories(sql);
        visible.addAll(stories.readable(actor, stories.find(asked).values()));
        return visible;
    }

    private List<Row> rows(Source source, Workflow state, Wanted wanted, @Nullable Place before, int most) {
        Field<Long> touchedAt = touchedAt(source);
        return sql.select(columns(touchedAt))
                .from(table(source))
                .where(condition(source, state, wanted, before))
                .orderBy(touchedAt.desc(), storyId(source).desc())
                .limit(most)
                .fetch(row -> row(row, touchedAt));
    }

    private static List<Field<?>> columns(Field<Long> touchedAt) {
        return List.of(
                STORY.ID,
                STORY.EDITION_ID,
                STORY.DESK_SECTION_ID,
                STORY.WORKFLOW,
                touchedAt,
                STORY.DESK_KEY,
                STORY.HEADLINE_KEY,
                BEHIND,
                STORY.PLAN_AT);
    }

    private static Row row(Record row, Field<Long> touchedAt) {
        Long section = row.get(STORY.DESK_SECTION_ID);
        String deskKey = row.get(STORY.DESK_KEY);
        String headlineKey = row.get(STORY.HEADLINE_KEY);
        return new Row(
                new StoryId(row.get(STORY.ID)),
                new EditionId(row.get(STORY.EDITION_ID)),
                section == null ? null : new SectionId(section),
                Workflow.valueOf(row.get(STORY.WORKFLOW)),
                row.get(touchedAt),
                deskKey != null ? deskKey : headlineKey == null ? "" : headlineKey,
                Boolean.TRUE.equals(row.get(BEHIND)),
                row.get(STORY.PLAN_AT));
    }

    private Table<?> table(Source source) {
        return switch (source) {
            case Source.OfStaff ofStaff -> STORY_STAFF.join(STORY).on(STORY.ID.eq(STORY_STAFF.STORY_ID));
            case Source.All all -> STORY;
            case Source.OfEdition ofEdition -> STORY;
            case Source.OfSection ofSection -> STORY;
            case Source.OfTranslations ofTranslations -> STORY;
            case Source.OfPlans ofPlans ->
                JOB.join(STORY).on(STORY.ID.eq(JOB.SUBJECT_ID)).and(JOB.KIND.in(PLANS));
        };
    }

    private Condition condition(Source source, Workflow state, Wanted wanted, @Nullable Place before) {
        Condition within =
                switch (source) {
                    case Source.All() -> STORY.WORKFLOW.eq(state.name());
                    case Source.OfEdition(long edition) ->
                        STORY.EDITION_ID.eq(edition).and(STORY.WORKFLOW.eq(state.name()));
                    case Source.OfSection(long section) ->
                        STORY.DESK_SECTION_ID.eq(section).and(STORY.WORKFLOW.eq(state.name()));
                    case Source.OfTranslations() ->
                        STORY.TRANSLATED_FROM_ID.isNotNull().and(STORY.WORKFLOW.eq(state.name()));
                    case Source.OfPlans(Instant upTo) ->
                        JOB.DUE_AT.lt(upTo.toEpochMilli()).and(STORY.WORKFLOW.eq(state.name()));
                    case Source.OfStaff(long staffId) ->
                        STORY_STAFF.STAFF_ID.eq(staffId).and(STORY_STAFF.WORKFLOW.eq(state.name()));
                };
        Condition recent = wanted.since() == null
                ? DSL.noCondition()
                : touchedAt(source).ge(wanted.since().toEpochMilli());
        return within.and(recent).and(before == null ? DSL.noCondition() : below(source, before));
    }

    /// The first half alone is found by the index.
    private static Condition below(Source source, Place place) {
        return touchedAt(source)
                .le(place.touchedAt())
                .and(touchedAt(source).lt(place.touchedAt()).or(storyId(source).lt(place.story())));
    }

    private static Field<Long> touchedAt(Source source) {
        return source instanceof Source.OfStaff ? STORY_STAFF.TOUCHED_AT : STORY.TOUCHED_AT;
    }

    private static Field<Long> storyId(Source source) {
        return source instanceof Source.OfStaff ? STORY_STAFF.STORY_ID : STORY.ID;
    }
}
