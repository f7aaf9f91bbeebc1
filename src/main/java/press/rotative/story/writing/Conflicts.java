package press.rotative.story.writing;

import static press.rotative.platform.db.Tables.STORY_CONFLICT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.StoryConflictRecord;
import press.rotative.story.StoryId;
import press.rotative.story.StoryJson;

/// What two writers did to the same words, until somebody who saw both decides.
public final class Conflicts {
    /// Open ones of a story; one more is refused, so that they are looked at.
    private static final int MOST = 200;

    private final DSLContext sql;

    public Conflicts(DSLContext sql) {
        this.sql = sql;
    }

    /// @param part as [Parts] names it
    /// @param actorId whose own it is
    /// @param base what both began from
    /// @param mine what the writer made of it
    /// @param theirs what stood in the draft when it was saved
    public record Conflict(
            long id,
            String part,
            long actorId,
            Instant at,
            @Nullable JsonNode base,
            @Nullable JsonNode mine,
            @Nullable JsonNode theirs) {}

    /// Those nobody decided yet, oldest first.
    public List<Conflict> open(StoryId story) {
        return sql.selectFrom(STORY_CONFLICT)
                .where(STORY_CONFLICT.STORY_ID.eq(story.value()))
                .and(STORY_CONFLICT.RESOLVED_AT.isNull())
                .orderBy(STORY_CONFLICT.ID)
                .limit(MOST)
                .fetch(Conflicts::read);
    }

    public Optional<Conflict> find(StoryId story, long id) {
        return sql.selectFrom(STORY_CONFLICT)
                .where(STORY_CONFLICT.STORY_ID.eq(story.value()))
                .and(STORY_CONFLICT.ID.eq(id))
                .fetchOptional(Conflicts::read);
    }

    /// Keeps a writer's own beside what stands there. Where they only went on from what is kept already, it takes its
    /// place.
    static void keep(
            Transaction transaction, StoryId story, long actorId, PartChange change, @Nullable JsonNode theirs) {
        DSLContext sql = transaction.sql();
        String mine = write(change.mine());
        int goneOn = sql.update(STORY_CONFLICT)
                .set(STORY_CONFLICT.MINE, mine)
                .set(STORY_CONFLICT.THEIRS, write(theirs))
                .set(STORY_CONFLICT.AT, transaction.now().toEpochMilli())
                .where(STORY_CONFLICT.STORY_ID.eq(story.value()))
                .and(STORY_CONFLICT.RESOLVED_AT.isNull())
                .and(STORY_CONFLICT.ACTOR_ID.eq(actorId))
                .and(STORY_CONFLICT.PART.eq(change.part()))
                .and(STORY_CONFLICT.MINE.eq(write(change.base())))
                .execute();
        if (goneOn > 0) {
            return;
        }
        if (sql.fetchCount(
                        STORY_CONFLICT,
                        STORY_CONFLICT.STORY_ID.eq(story.value()).and(STORY_CONFLICT.RESOLVED_AT.isNull()))
                >= MOST) {
            throw Problem.conflict("The story has " + MOST + " places where two people wrote different things. "
                    + "Decide some of them first; what you wrote stays on your screen.");
        }
        sql.insertInto(STORY_CONFLICT)
                .set(STORY_CONFLICT.STORY_ID, story.value())
                .set(STORY_CONFLICT.PART, change.part())
                .set(STORY_CONFLICT.ACTOR_ID, actorId)
                .set(STORY_CONFLICT.AT, transaction.now().toEpochMilli())
                .set(STORY_CONFLICT.BASE, write(change.base()))
                .set(STORY_CONFLICT.MINE, mine)
                .set(STORY_CONFLICT.THEIRS, write(theirs))
                .execute();
    }

    static boolean resolve(Transaction transaction, StoryId story, long id, long actorId) {
        return transaction
                        .sql()
                        .update(STORY_CONFLICT)
                        .set(STORY_CONFLICT.RESOLVED_AT, transaction.now().toEpochMilli())
                        .set(STORY_CONFLICT.RESOLVED_BY, actorId)
                        .where(STORY_CONFLICT.ID.eq(id))
                        .and(STORY_CONFLICT.STORY_ID.eq(story.value()))
                        .and(STORY_CONFLICT.RESOLVED_AT.isNull())
                        .execute()
                == 1;
    }

    static void destroy(Transaction transaction, StoryId story, Instant until) {
        transaction
                .sql()
                .update(STORY_CONFLICT)
                .setNull(STORY_CONFLICT.BASE)
                .setNull(STORY_CONFLICT.MINE)
                .setNull(STORY_CONFLICT.THEIRS)
                .where(STORY_CONFLICT.STORY_ID.eq(story.value()))
                .and(STORY_CONFLICT.AT.le(until.toEpochMilli()))
                .execute();
    }

    private static Conflict read(StoryConflictRecord row) {
        return new Conflict(
                row.getId(),
                row.getPart(),
                row.getActorId(),
                Instant.ofEpochMilli(row.getAt()),
                read(row.getBase()),
                read(row.getMine()),
                read(row.getTheirs()));
    }

    private static @Nullable JsonNode read(@Nullable String json) {
        try {
            return json == null ? null : StoryJson.MAPPER.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw StoryJson.problem(unreadable);
        }
    }

    private static @Nullable String write(@Nullable JsonNode node) {
        return node == null ? null : node.toString();
    }
}
