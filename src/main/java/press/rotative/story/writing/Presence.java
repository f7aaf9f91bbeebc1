package press.rotative.story.writing;

import static press.rotative.platform.db.Tables.STORY_PRESENCE;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Power;
import press.rotative.platform.Transaction;
import press.rotative.publication.Act;
import press.rotative.story.Stories;
import press.rotative.story.StoryId;

/// Who has a story open, and where in it they are. Open windows say so every ten seconds; who says nothing for half a
/// minute is gone.
public final class Presence {
    public static final Duration LASTS = Duration.ofSeconds(30);

    private final DSLContext sql;

    public Presence(DSLContext sql) {
        this.sql = sql;
    }

    /// @param part the part they write in; null: they read
    public record Here(
            StoryId story, long staffId, @Nullable String part, Instant at) {}

    /// Who is in one of these stories now.
    public List<Here> in(Collection<StoryId> stories, Instant now) {
        return sql.selectFrom(STORY_PRESENCE)
                .where(STORY_PRESENCE.STORY_ID.in(
                        stories.stream().map(StoryId::value).toList()))
                .and(STORY_PRESENCE.AT.gt(now.minus(LASTS).toEpochMilli()))
                .orderBy(STORY_PRESENCE.STORY_ID, STORY_PRESENCE.STAFF_ID, STORY_PRESENCE.WINDOW_KEY)
                .limit(500)
                .fetch(row -> new Here(
                        new StoryId(row.getStoryId()),
                        row.getStaffId(),
                        row.getPart(),
                        Instant.ofEpochMilli(row.getAt())));
    }

    /// A window says that it is open.
    ///
    /// @param window its own random name, at most 40 characters
    /// @param part null: reading; ignored where there is no such part
    public record Announce(
            Actor actor,
            StoryId story,
            String window,
            @Nullable String part) implements Act<Boolean> {
        public Announce {
            window = window.length() > 40 ? window.substring(0, 40) : window;
            part = part == null || part.length() > 60 ? null : part;
        }

        @Override
        public Boolean perform(Transaction transaction) {
            var stories = new Stories(transaction.sql());
            stories.require(actor, Power.READ_STORIES, stories.get(story));
            long at = transaction.now().toEpochMilli();
            transaction
                    .sql()
                    .insertInto(STORY_PRESENCE)
                    .set(STORY_PRESENCE.STORY_ID, story.value())
                    .set(STORY_PRESENCE.WINDOW_KEY, window)
                    .set(STORY_PRESENCE.STAFF_ID, actor.staffId())
                    .set(STORY_PRESENCE.PART, part)
                    .set(STORY_PRESENCE.AT, at)
                    .onConflict(STORY_PRESENCE.STORY_ID, STORY_PRESENCE.WINDOW_KEY)
                    .doUpdate()
                    .set(STORY_PRESENCE.STAFF_ID, actor.staffId())
                    .set(STORY_PRESENCE.PART, part)
                    .set(STORY_PRESENCE.AT, at)
                    .execute();
            transaction
                    .sql()
                    .deleteFrom(STORY_PRESENCE)
                    .where(STORY_PRESENCE.AT.lt(at - Duration.ofMinutes(10).toMillis()))
                    .execute();
            return true;
        }
    }

    /// A window closes.
    public record Leave(Actor actor, StoryId story, String window) implements Act<Boolean> {
        @Override
        public Boolean perform(Transaction transaction) {
            return transaction
                            .sql()
                            .deleteFrom(STORY_PRESENCE)
                            .where(STORY_PRESENCE.STORY_ID.eq(story.value()))
                            .and(STORY_PRESENCE.WINDOW_KEY.eq(window))
                            .and(STORY_PRESENCE.STAFF_ID.eq(actor.staffId()))
                            .execute()
                    > 0;
        }
    }
}
