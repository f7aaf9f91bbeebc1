package press.rotative.story.acts;

import static press.rotative.platform.db.Tables.STORY;

import java.time.Instant;
import java.util.Optional;
import press.rotative.jobs.JobKind;
import press.rotative.jobs.Jobs;
import press.rotative.platform.Transaction;
import press.rotative.story.Story;
import press.rotative.story.StoryId;

/// When the public may read a story no longer (ninjs and NewsML-G2 `expires`).
final class Expiry {
    private Expiry() {}

    /// Why a story may not become public at this instant.
    static Optional<String> refusal(Story story, Instant at) {
        return story.expiresAt() == null || story.expiresAt() > at.toEpochMilli()
                ? Optional.empty()
                : Optional.of("The story expires at " + Instant.ofEpochMilli(story.expiresAt())
                        + ", before it would be public. Change or remove the expiry first.");
    }

    static void put(Transaction transaction, StoryId story, Instant expires) {
        transaction
                .sql()
                .update(STORY)
                .set(STORY.EXPIRES_AT, expires.toEpochMilli())
                .where(STORY.ID.eq(story.value()))
                .execute();
        Jobs.set(transaction, JobKind.EXPIRY, story.value(), expires);
    }

    static void remove(Transaction transaction, StoryId story) {
        transaction
                .sql()
                .update(STORY)
                .setNull(STORY.EXPIRES_AT)
                .setNull(STORY.EXPIRED_AT)
                .where(STORY.ID.eq(story.value()))
                .execute();
        Jobs.cancel(transaction, JobKind.EXPIRY, story.value());
    }
}
