package press.rotative.webhooks;

import static press.rotative.platform.db.Tables.WEBHOOK;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import press.rotative.platform.Problem;
import press.rotative.platform.Seal;
import press.rotative.platform.Transaction;

/// The secrets of the webhooks. They sign, so they have to be read again: they lie sealed in the database.
final class HookSecrets {
    /// How long the secret before the present one signs as well.
    static final Duration OVERLAP = Duration.ofHours(24);

    private final DSLContext sql;
    private final Seal seal;

    HookSecrets(DSLContext sql, Seal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    static void put(Transaction transaction, Seal seal, WebhookId id, SigningSecret secret) {
        transaction
                .sql()
                .update(WEBHOOK)
                .set(WEBHOOK.SECRET, seal.close(purpose(id), secret.bytes()))
                .where(WEBHOOK.ID.eq(id.value()))
                .execute();
    }

    /// The present one becomes the old one.
    static void rotate(Transaction transaction, Seal seal, WebhookId id, SigningSecret secret) {
        transaction
                .sql()
                .update(WEBHOOK)
                .set(WEBHOOK.OLD_SECRET, WEBHOOK.SECRET)
                .set(WEBHOOK.OLD_UNTIL, transaction.now().plus(OVERLAP).toEpochMilli())
                .set(WEBHOOK.SECRET, seal.close(purpose(id), secret.bytes()))
                .where(WEBHOOK.ID.eq(id.value()))
                .execute();
    }

    /// Those that sign now, the present one first.
    ///
    /// @throws Problem CONFLICT when the key of the installation is not the one that sealed them
    List<SigningSecret> of(WebhookId id, Instant now) {
        var row = sql.select(WEBHOOK.SECRET, WEBHOOK.OLD_SECRET, WEBHOOK.OLD_UNTIL)
                .from(WEBHOOK)
                .where(WEBHOOK.ID.eq(id.value()))
                .fetchSingle();
        var secrets = new ArrayList<SigningSecret>();
        secrets.add(opened(id, row.value1()));
        if (row.value2() != null && row.value3() != null && now.toEpochMilli() < row.value3()) {
            secrets.add(opened(id, row.value2()));
        }
        return secrets;
    }

    private SigningSecret opened(WebhookId id, String sealed) {
        return seal.open(purpose(id), sealed).map(SigningSecret::new).orElseThrow(() -> Problem.conflict(
                        "The secret of webhook " + id.value()
                                + " cannot be opened: secrets.key, or ROTATIVE_SECRETS_KEY, is another one.")
                .as("problem.webhook.secret"));
    }

    private static String purpose(WebhookId id) {
        return "webhook " + id.value();
    }
}
