package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_INCOMING;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Grant;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.Scope;

/// The stories of the wire inbox, the last imported first, as far as somebody's rights reach. Each list is walked along
/// the index that narrows it most, as [KeyWalk] tells; so it costs the same however much waits.
public final class IncomingList {
    private static final int MOST_WALKED = 3000;
    private static final int LEAST_WALKED = 500;
    private static final int MOST_HOSTS = 50;

    private final DSLContext sql;
    private final Actor actor;

    /// @param actor who looks
    public IncomingList(DSLContext sql, Actor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /// @param at when it was imported, epoch milliseconds
    /// @param key of the newest headline, as [Texts#key] makes it
    public record Row(
            StoryId story,
            EditionId edition,
            @Nullable SectionId section,
            long at,
            String host,
            int doubts,
            @Nullable String reason,
            String key) {
        DeskList.Place place() {
            return new DeskList.Place(at, story.value());
        }
    }

    /// What is asked for; null: whatever it is.
    ///
    /// @param discarded what was discarded, not what waits
    /// @param host just this one
    /// @param doubtful with doubts, or without any
    /// @param words the headline holds each of them, as a beginning of a word
    public record Wanted(
            boolean discarded,
            @Nullable EditionId edition,
            @Nullable SectionId section,
            @Nullable String host,
            @Nullable Boolean doubtful,
            List<String> words) {

        public Wanted {
            words = DeskList.keys(words);
            host = host == null || host.isBlank() ? null : Incoming.host(host);
        }

        public static Wanted everything() {
            return new Wanted(false, null, null, null, null, List.of());
        }

        private boolean fits(Row row) {
            return (edition == null || edition.equals(row.edition()))
                    && (section == null || section.equals(row.section()))
                    && (host == null || host.equals(row.host()))
                    && (doubtful == null || doubtful == row.doubts() > 0)
                    && DeskList.hold(row.key(), words);
        }
    }

    /// A piece of the list.
    ///
    /// @param next where the list goes on; null: it ends here
    public record Stretch(List<Row> rows, DeskList.@Nullable Place next) {
        public Stretch {
            rows = List.copyOf(rows);
        }
    }

    /// @param before null: from the top
    public Stretch stories(Wanted wanted, DeskList.@Nullable Place before, int limit) {
        var walk = new KeyWalk<>(Row::place);
        var pieces = new ArrayList<KeyWalk.Piece<Row>>();
        Set<Condition> lists = lists(wanted);
        int walked = Math.max(LEAST_WALKED, MOST_WALKED / Math.max(1, lists.size()));
        for (Condition list : lists) {
            pieces.add(walk.walk(
                    (place, most) -> rows(list, place, most),
                    row -> wanted.fits(row) && visible(row),
                    before,
                    limit + 1,
                    walked));
        }
        KeyWalk.Piece<Row> merged = walk.merged(pieces, limit);
        return new Stretch(merged.rows(), merged.next());
    }

    /// Those of these stories that stand on one of the two lists, in its order.
    ///
    /// @param stories a few hundred at most
    public List<Row> find(boolean discarded, Collection<StoryId> stories) {
        if (stories.isEmpty()) {
            return List.of();
        }
        Condition these =
                STORY_INCOMING.STORY_ID.in(stories.stream().map(StoryId::value).toList());
        return rows(these.and(STORY_INCOMING.STATE.eq(state(discarded))), null, stories.size()).stream()
                .filter(this::visible)
                .toList();
    }

    private static String state(boolean discarded) {
        return (discarded ? Workflow.DISCARDED : Workflow.INCOMING).name();
    }

    /// Where what waits came from, in the order of the letters; at most fifty.
    public List<String> hosts(boolean discarded) {
        if (!Policy.allowsEverywhere(actor, Power.READ_STORIES)) {
            return List.of();
        }
        String state = state(discarded);
        var hosts = new ArrayList<String>();
        String last = "";
        while (hosts.size() < MOST_HOSTS) {
            String next = sql.select(STORY_INCOMING.HOST)
                    .from(STORY_INCOMING)
                    .where(STORY_INCOMING.STATE.eq(state))
                    .and(STORY_INCOMING.HOST.gt(last))
                    .orderBy(STORY_INCOMING.HOST)
                    .limit(1)
                    .fetchOne(STORY_INCOMING.HOST);
            if (next == null) {
                return hosts;
            }
            hosts.add(next);
            last = next;
        }
        return hosts;
    }

    /// The narrowest lists that hold all that is wanted and may be seen.
    private Set<Condition> lists(Wanted wanted) {
        Condition state = STORY_INCOMING.STATE.eq(state(wanted.discarded()));
        if (wanted.section() != null) {
            return Set.of(STORY_INCOMING.SECTION_ID.eq(wanted.section().value()).and(state));
        }
        if (wanted.host() != null) {
            return Set.of(state.and(STORY_INCOMING.HOST.eq(wanted.host())));
        }
        if (!Policy.allowsEverywhere(actor, Power.READ_STORIES)) {
            var lists = new HashSet<Condition>();
            for (Grant grant : Policy.grantsOf(actor, Power.READ_STORIES)) {
                lists.add(
                        grant.section() == 0
                                ? STORY_INCOMING.EDITION_ID.eq(grant.edition()).and(state)
                                : STORY_INCOMING.SECTION_ID.eq(grant.section()).and(state));
            }
            return lists;
        }
        if (wanted.edition() != null) {
            return Set.of(STORY_INCOMING.EDITION_ID.eq(wanted.edition().value()).and(state));
        }
        return Set.of(wanted.doubtful() == null ? state : state.and(STORY_INCOMING.DOUBTFUL.eq(wanted.doubtful())));
    }

    private boolean visible(Row row) {
        return Policy.allows(actor, Power.READ_STORIES, scope(row, false))
                || Policy.allows(actor, Power.READ_STORIES, scope(row, true))
                        && StoryStaff.isOf(sql, row.story(), actor);
    }

    /// What waits has one text, and the row knows its section.
    private static Scope scope(Row row, boolean own) {
        SectionId section = row.section();
        return new Scope(row.edition().value(), section == null ? Set.of() : Set.of(section.value()), own);
    }

    private List<Row> rows(Condition list, DeskList.@Nullable Place before, int most) {
        return sql.select(
                        STORY_INCOMING.STORY_ID,
                        STORY_INCOMING.EDITION_ID,
                        STORY_INCOMING.SECTION_ID,
                        STORY_INCOMING.AT,
                        STORY_INCOMING.HOST,
                        STORY_INCOMING.DOUBTS,
                        STORY_INCOMING.REASON,
                        STORY.DESK_KEY)
                .from(STORY_INCOMING)
                .join(STORY)
                .on(STORY.ID.eq(STORY_INCOMING.STORY_ID))
                .where(list)
                .and(before == null ? DSL.noCondition() : below(before))
                .orderBy(STORY_INCOMING.AT.desc(), STORY_INCOMING.STORY_ID.desc())
                .limit(most)
                .fetch(row -> new Row(
                        new StoryId(row.value1()),
                        new EditionId(row.value2()),
                        row.value3() == null ? null : new SectionId(row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8() == null ? "" : row.value8()));
    }

    /// The first half alone is found by the index.
    private static Condition below(DeskList.Place place) {
        return STORY_INCOMING
                .AT
                .le(place.touchedAt())
                .and(STORY_INCOMING.AT.lt(place.touchedAt()).or(STORY_INCOMING.STORY_ID.lt(place.story())));
    }
}
