package press.rotative.webhooks;

import static press.rotative.platform.db.Tables.WEBHOOK_DELIVERY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.WebhookDeliveryRecord;

/// The last requests to each webhook, [#KEPT] of them.
public final class Deliveries {
    public static final int KEPT = 100;

    private final DSLContext sql;

    public Deliveries(DSLContext sql) {
        this.sql = sql;
    }

    /// Newest first.
    public List<Delivery> of(WebhookId webhook, int limit) {
        return sql.selectFrom(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(webhook.value()))
                .orderBy(WEBHOOK_DELIVERY.ID.desc())
                .limit(limit)
                .fetch(Deliveries::read);
    }

    public Optional<Delivery> find(WebhookId webhook, long id) {
        return sql.selectFrom(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(webhook.value()))
                .and(WEBHOOK_DELIVERY.ID.eq(id))
                .fetchOptional(Deliveries::read);
    }

    /// Keeps one; the number in it does not count. Old ones go.
    static Delivery add(Transaction transaction, Delivery delivery) {
        DSLContext sql = transaction.sql();
        long id = sql.insertInto(WEBHOOK_DELIVERY)
                .set(WEBHOOK_DELIVERY.WEBHOOK_ID, delivery.webhook().value())
                .set(WEBHOOK_DELIVERY.LOG_SEQ, delivery.number())
                .set(WEBHOOK_DELIVERY.MESSAGE, delivery.message())
                .set(WEBHOOK_DELIVERY.EVENT, delivery.event())
                .set(WEBHOOK_DELIVERY.CAUSE, delivery.cause().name())
                .set(WEBHOOK_DELIVERY.AT, delivery.at().toEpochMilli())
                .set(WEBHOOK_DELIVERY.ATTEMPT, delivery.attempt())
                .set(WEBHOOK_DELIVERY.MILLIS, delivery.millis())
                .set(WEBHOOK_DELIVERY.STATUS, delivery.status())
                .set(WEBHOOK_DELIVERY.ANSWER, delivery.answer())
                .set(WEBHOOK_DELIVERY.FAILURE, delivery.failure())
                .set(WEBHOOK_DELIVERY.FAILURE_WORD, delivery.failureWord())
                .returningResult(WEBHOOK_DELIVERY.ID)
                .fetchSingle()
                .value1();
        Long last = sql.select(WEBHOOK_DELIVERY.ID)
                .from(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(delivery.webhook().value()))
                .orderBy(WEBHOOK_DELIVERY.ID.desc())
                .limit(1)
                .offset(KEPT)
                .fetchOne(WEBHOOK_DELIVERY.ID);
        if (last != null) {
            sql.deleteFrom(WEBHOOK_DELIVERY)
                    .where(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(delivery.webhook().value()))
                    .and(WEBHOOK_DELIVERY.ID.le(last))
                    .execute();
        }
        return new Deliveries(sql).find(delivery.webhook(), id).orElseThrow();
    }

    private static Delivery read(WebhookDeliveryRecord row) {
        return new Delivery(
                row.getId(),
                new WebhookId(row.getWebhookId()),
                row.getLogSeq(),
                row.getMessage(),
                row.getEvent(),
                Delivery.Cause.valueOf(row.getCause()),
                Instant.ofEpochMilli(row.getAt()),
                row.getAttempt(),
                row.getMillis(),
                row.getStatus(),
                row.getAnswer(),
                row.getFailure(),
                row.getFailureWord());
    }
}
