package press.rotative.webhooks;

import static press.rotative.platform.db.Tables.WEBHOOK;

import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import press.rotative.platform.Transaction;

/// One process at a time delivers to a webhook: it holds its row for a while, and notes what came of each request only
/// while it still does. A process that was killed holds it no longer than that.
///
/// @param by name of this process
record Holds(String by) {
    /// Longer than any request takes.
    static final Duration FOR = Duration.ofSeconds(60);

    /// @return false when it is not active, not due, or another process has it
    boolean take(Transaction transaction, WebhookId id) {
        long now = transaction.now().toEpochMilli();
        return took(
                transaction,
                WEBHOOK.ID
                        .eq(id.value())
                        .and(WEBHOOK.STATE.eq(HookState.ACTIVE.name()))
                        .and(WEBHOOK.NEXT_AT.le(now)));
    }

    /// The same for who tells that it came to its end.
    boolean takeEnded(Transaction transaction, WebhookId id) {
        return took(transaction, WEBHOOK.ID.eq(id.value()).and(WEBHOOK.TOLD_AT.isNull()));
    }

    private boolean took(Transaction transaction, Condition which) {
        long now = transaction.now().toEpochMilli();
        return transaction
                        .sql()
                        .update(WEBHOOK)
                        .set(WEBHOOK.HELD_BY, by)
                        .set(WEBHOOK.HELD_UNTIL, now + FOR.toMillis())
                        .where(which)
                        .and(WEBHOOK.HELD_UNTIL.le(now).or(WEBHOOK.HELD_BY.eq(by)))
                        .execute()
                == 1;
    }

    void release(Transaction transaction, WebhookId id) {
        transaction
                .sql()
                .update(WEBHOOK)
                .set(WEBHOOK.HELD_UNTIL, 0L)
                .where(mine(id))
                .execute();
    }

    /// Nobody else works in this data directory: whoever held something is gone.
    static void releaseAll(Transaction transaction) {
        transaction.sql().update(WEBHOOK).set(WEBHOOK.HELD_UNTIL, 0L).execute();
    }

    /// Up to this number everything arrived or does not concern it. The webhook stays held.
    ///
    /// @return false when it is held no longer
    boolean arrived(Transaction transaction, WebhookId id, long number) {
        long now = transaction.now().toEpochMilli();
        return transaction
                        .sql()
                        .update(WEBHOOK)
                        .set(WEBHOOK.LOG_SEQ, number)
                        .set(WEBHOOK.ATTEMPTS, 0)
                        .setNull(WEBHOOK.FAILING_SINCE)
                        .set(WEBHOOK.NEXT_AT, now)
                        .set(WEBHOOK.HELD_UNTIL, now + FOR.toMillis())
                        .where(mine(id))
                        .and(WEBHOOK.LOG_SEQ.lt(number))
                        .execute()
                == 1;
    }

    boolean failed(Transaction transaction, WebhookId id, int attempts, Instant since, Instant next) {
        return transaction
                        .sql()
                        .update(WEBHOOK)
                        .set(WEBHOOK.ATTEMPTS, attempts)
                        .set(WEBHOOK.FAILING_SINCE, since.toEpochMilli())
                        .set(WEBHOOK.NEXT_AT, next.toEpochMilli())
                        .where(mine(id))
                        .execute()
                == 1;
    }

    /// It is not delivered to any more until somebody resumes it; one that was paused meanwhile stays so.
    void end(Transaction transaction, WebhookId id, HookState state) {
        transaction
                .sql()
                .update(WEBHOOK)
                .set(WEBHOOK.STATE, state.name())
                .set(WEBHOOK.STATE_AT, transaction.now().toEpochMilli())
                .setNull(WEBHOOK.TOLD_AT)
                .where(mine(id))
                .and(WEBHOOK.STATE.eq(HookState.ACTIVE.name()))
                .execute();
    }

    void told(Transaction transaction, WebhookId id) {
        transaction
                .sql()
                .update(WEBHOOK)
                .set(WEBHOOK.TOLD_AT, transaction.now().toEpochMilli())
                .where(mine(id))
                .execute();
    }

    private Condition mine(WebhookId id) {
        return WEBHOOK.ID.eq(id.value()).and(WEBHOOK.HELD_BY.eq(by));
    }
}
