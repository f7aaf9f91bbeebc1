package press.rotative.newsroom.desk;

import static press.rotative.platform.db.Tables.JOB;

import press.rotative.platform.Database;
import press.rotative.story.StoryId;

/// Clocks that struck without effect, for tests.
final class LateJobs {
    private LateJobs() {}

    /// What was planned for a story was due two minutes ago, failed, and is tried no more.
    static void park(Database database, StoryId story) {
        database.write(transaction -> transaction
                .sql()
                .update(JOB)
                .set(JOB.DUE_AT, System.currentTimeMillis() - 120_000)
                .set(JOB.PARKED_AT, System.currentTimeMillis())
                .set(JOB.FAILURE, "a test")
                .where(JOB.SUBJECT_ID.eq(story.value()))
                .and(JOB.KIND.eq("PUBLICATION"))
                .execute());
    }
}
