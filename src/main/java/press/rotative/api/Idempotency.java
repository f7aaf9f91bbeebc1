package press.rotative.api;

import static press.rotative.platform.db.Tables.IDEMPOTENCY;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.platform.Digest;
import press.rotative.platform.Problem;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.IdempotencyRecord;

/// A request that is done once, however often it is sent. What was answered is kept in the transaction of the act, so
/// that either both are durable or neither. Refused requests are not kept: mended, they may be sent again.
///
/// @param keyDigest of the key, whose it is, and where it was sent
/// @param requestDigest of the body
record Idempotency(String keyDigest, String requestDigest) {
    static final String HEADER = "Idempotency-Key";

    /// How long an answer is kept.
    static final Duration KEPT = Duration.ofHours(48);

    private static final int LONGEST = 200;

    /// In the place of the status of an answer that was taken out; the answers that are kept are none of these.
    private static final int TAKEN_OUT = 409;

    /// @param key as sent; null: the request has none
    static Optional<Idempotency> of(@Nullable String key, Actor actor, String route, byte[] body) {
        if (key == null) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw Problem.invalid("An " + HEADER + " has 1 to " + LONGEST + " characters.");
        }
        return Optional.of(new Idempotency(Digest.of(actor.staffId() + "\n" + route + "\n" + key), Digest.of(body)));
    }

    /// The key is claimed before the change is done: a second request with the same key waits for the first and is
    /// answered from memory.
    Answer once(Transaction transaction, Supplier<Answer> change) {
        DSLContext sql = transaction.sql();
        long now = transaction.now().toEpochMilli();
        if (!claimed(sql, now)) {
            return again(sql.selectFrom(IDEMPOTENCY)
                    .where(IDEMPOTENCY.KEY_DIGEST.eq(keyDigest))
                    .fetchSingle());
        }
        Answer answer = change.get();
        // After the change, which takes the log: whoever destroys takes these rows after the log, too.
        sql.deleteFrom(IDEMPOTENCY).where(over(now)).execute();
        if (answer.done()) {
            keep(sql, answer);
        } else {
            forget(sql);
        }
        return answer;
    }

    private boolean claimed(DSLContext sql, long now) {
        sql.deleteFrom(IDEMPOTENCY)
                .where(IDEMPOTENCY.KEY_DIGEST.eq(keyDigest))
                .and(over(now))
                .execute();
        return sql.insertInto(IDEMPOTENCY)
                        .set(IDEMPOTENCY.KEY_DIGEST, keyDigest)
                        .set(IDEMPOTENCY.REQUEST_DIGEST, requestDigest)
                        .set(IDEMPOTENCY.STATUS, 0)
                        .set(IDEMPOTENCY.ANSWER, "")
                        .set(IDEMPOTENCY.AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static Condition over(long now) {
        return IDEMPOTENCY.AT.lt(now - KEPT.toMillis());
    }

    private Answer again(IdempotencyRecord kept) {
        if (!kept.getRequestDigest().equals(requestDigest)) {
            throw new Problem(
                    Problem.Category.UNPROCESSABLE,
                    "This " + HEADER + " was used for another request. Take a new key for each request.");
        }
        if (kept.getStatus() == TAKEN_OUT) {
            throw Problem.conflict("This request was done. What was answered to it is not kept any more, because a text"
                    + " or a picture was destroyed for good since; read what it made.");
        }
        return new Answer(kept.getStatus(), kept.getVersionTag(), kept.getAnswer());
    }

    private void keep(DSLContext sql, Answer answer) {
        sql.update(IDEMPOTENCY)
                .set(IDEMPOTENCY.STATUS, answer.status())
                .set(IDEMPOTENCY.VERSION_TAG, answer.tag())
                .set(IDEMPOTENCY.ANSWER, answer.json())
                .where(IDEMPOTENCY.KEY_DIGEST.eq(keyDigest))
                .execute();
    }

    /// Takes out all answers that are kept, which may repeat words that were destroyed; that the requests were done
    /// stays known.
    static void takeOut(DSLContext sql) {
        sql.update(IDEMPOTENCY)
                .set(IDEMPOTENCY.STATUS, TAKEN_OUT)
                .setNull(IDEMPOTENCY.VERSION_TAG)
                .set(IDEMPOTENCY.ANSWER, "")
                .where(IDEMPOTENCY.STATUS.ne(TAKEN_OUT))
                .execute();
    }

    private void forget(DSLContext sql) {
        sql.deleteFrom(IDEMPOTENCY).where(IDEMPOTENCY.KEY_DIGEST.eq(keyDigest)).execute();
    }
}
