package press.rotative.story;

import static press.rotative.platform.db.Tables.STORY;
import static press.rotative.platform.db.Tables.STORY_STAFF;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import press.rotative.people.Actor;
import press.rotative.platform.Transaction;

/// Whose a story is in the newsroom: who began it, and to whom it was given.
public final class StoryStaff {
    private StoryStaff() {}

    /// Whether the story is one of theirs.
    public static boolean isOf(DSLContext sql, StoryId story, Actor actor) {
        return sql.fetchExists(
                STORY_STAFF, STORY_STAFF.STORY_ID.eq(story.value()).and(STORY_STAFF.STAFF_ID.eq(actor.staffId())));
    }

    /// Those of these stories that are theirs.
    ///
    /// @param stories some hundreds of rows of `story`
    static Set<Long> of(DSLContext sql, Collection<Long> stories, Actor actor) {
        return sql.select(STORY_STAFF.STORY_ID)
                .from(STORY_STAFF)
                .where(STORY_STAFF.STAFF_ID.eq(actor.staffId()))
                .and(STORY_STAFF.STORY_ID.in(stories))
                .fetchSet(STORY_STAFF.STORY_ID);
    }

    /// Rows of `staff`, in the order of their numbers.
    public static List<Long> of(DSLContext sql, StoryId story) {
        return sql.select(STORY_STAFF.STAFF_ID)
                .from(STORY_STAFF)
                .where(STORY_STAFF.STORY_ID.eq(story.value()))
                .orderBy(STORY_STAFF.STAFF_ID)
                .limit(100)
                .fetch(STORY_STAFF.STAFF_ID);
    }

    /// The lists of the people whose story it is say where it stands now.
    static void follow(Transaction transaction, StoryId story) {
        transaction.announce(new StoryChanged(story));
        DSLContext sql = transaction.sql();
        sql.update(STORY_STAFF)
                .set(
                        STORY_STAFF.WORKFLOW,
                        DSL.field(sql.select(STORY.WORKFLOW).from(STORY).where(STORY.ID.eq(story.value()))))
                .set(
                        STORY_STAFF.TOUCHED_AT,
                        DSL.field(sql.select(STORY.TOUCHED_AT).from(STORY).where(STORY.ID.eq(story.value()))))
                .where(STORY_STAFF.STORY_ID.eq(story.value()))
                .execute();
    }

    /// The program itself owns nothing.
    public static void give(Transaction transaction, StoryId story, long staffId) {
        if (staffId != Actor.OPERATOR.staffId()) {
            transaction
                    .sql()
                    .insertInto(STORY_STAFF)
                    .set(STORY_STAFF.STORY_ID, story.value())
                    .set(STORY_STAFF.STAFF_ID, staffId)
                    .onConflictDoNothing()
                    .execute();
            follow(transaction, story);
        }
    }
}
