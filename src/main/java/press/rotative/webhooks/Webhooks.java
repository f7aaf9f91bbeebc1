package press.rotative.webhooks;

import static press.rotative.platform.db.Tables.WEBHOOK;
import static press.rotative.platform.db.Tables.WEBHOOK_DELIVERY;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import press.rotative.platform.Problem;
import press.rotative.platform.RowLocks;
import press.rotative.platform.Transaction;
import press.rotative.platform.db.tables.records.WebhookRecord;
import press.rotative.publication.PublicAct;
import press.rotative.publication.PublicationLog;

/// The webhooks, at most [#MOST]: so many are delivered to at once, and each has one request under way.
public final class Webhooks {
    public static final int MOST = 50;

    private final DSLContext sql;

    public Webhooks(DSLContext sql) {
        this.sql = sql;
    }

    /// By number.
    public List<Webhook> all() {
        return sql.selectFrom(WEBHOOK).orderBy(WEBHOOK.ID).limit(MOST).fetch(Webhooks::read);
    }

    public Optional<Webhook> find(WebhookId id) {
        return sql.selectFrom(WEBHOOK).where(WEBHOOK.ID.eq(id.value())).fetchOptional(Webhooks::read);
    }

    /// @throws Problem NOT_FOUND
    public Webhook get(WebhookId id) {
        return find(id).orElseThrow(() ->
                Problem.notFound("There is no webhook " + id.value() + ".").as("problem.webhook.none"));
    }

    /// The same for who will change it: nobody else does until the transaction ends.
    Webhook locked(WebhookId id) {
        RowLocks.change(sql, WEBHOOK.ID, List.of(id.value()));
        return get(id);
    }

    public HookFigures figures() {
        Condition active = WEBHOOK.STATE.eq(HookState.ACTIVE.name());
        return new HookFigures(
                sql.fetchCount(WEBHOOK, active),
                sql.fetchCount(WEBHOOK, active.and(WEBHOOK.FAILING_SINCE.isNotNull())),
                sql.fetchCount(WEBHOOK, stopped()));
    }

    /// How many are told of an act on a story.
    ///
    /// @param edition code of the story's edition
    public int asking(PublicAct act, String edition) {
        return (int) HookEvent.of(act).stream()
                .flatMap(event -> all().stream()
                        .filter(hook -> hook.state() == HookState.ACTIVE
                                && hook.events().contains(event)
                                && (hook.editions().isEmpty() || hook.editions().contains(edition))))
                .count();
    }

    /// Those that nobody paused and that are not delivered to any more.
    public List<Webhook> alarming() {
        return sql.selectFrom(WEBHOOK)
                .where(stopped())
                .orderBy(WEBHOOK.ID)
                .limit(MOST)
                .fetch(Webhooks::read);
    }

    private static Condition stopped() {
        return WEBHOOK.STATE.in(Arrays.stream(HookState.values())
                .filter(HookState::alarming)
                .map(HookState::name)
                .toList());
    }

    /// Those whose end the administrators were not told of yet.
    List<WebhookId> untold(Instant now) {
        return sql.select(WEBHOOK.ID)
                .from(WEBHOOK)
                .where(stopped())
                .and(WEBHOOK.TOLD_AT.isNull())
                .and(WEBHOOK.HELD_UNTIL.le(now.toEpochMilli()))
                .orderBy(WEBHOOK.ID)
                .limit(MOST)
                .fetch(row -> new WebhookId(row.value1()));
    }

    /// Begins with what becomes public from now on.
    ///
    /// @param form digest of the form that asks for it; null: none does
    /// @throws Problem CONFLICT when there are too many, or the form was sent before
    static WebhookId insert(Transaction transaction, HookWish wish, @Nullable String form) {
        DSLContext sql = transaction.sql();
        if (sql.fetchCount(WEBHOOK) >= MOST) {
            throw Problem.conflict("There are " + MOST + " webhooks already. Remove one first.")
                    .as("problem.webhook.full", MOST);
        }
        if (form != null && sql.fetchExists(WEBHOOK, WEBHOOK.FORM_DIGEST.eq(form))) {
            throw Problem.conflict("This form was sent already, and the webhook is there.")
                    .as("problem.form.sent");
        }
        long now = transaction.now().toEpochMilli();
        return new WebhookId(sql.insertInto(WEBHOOK)
                .set(WEBHOOK.VERSION, 1)
                .set(WEBHOOK.NAME, wish.name())
                .set(WEBHOOK.ADDRESS, wish.address())
                .set(WEBHOOK.EVENTS, joined(wish.events(), HookEvent::label))
                .set(WEBHOOK.EDITIONS, joined(wish.editions(), Function.identity()))
                .set(WEBHOOK.SECRET, "")
                .set(WEBHOOK.STATE, HookState.ACTIVE.name())
                .set(WEBHOOK.STATE_AT, now)
                .set(WEBHOOK.LOG_SEQ, new PublicationLog(sql).number())
                .set(WEBHOOK.ATTEMPTS, 0)
                .set(WEBHOOK.NEXT_AT, now)
                .set(WEBHOOK.HELD_UNTIL, 0L)
                .set(WEBHOOK.CREATED_AT, now)
                .set(WEBHOOK.FORM_DIGEST, form)
                .returningResult(WEBHOOK.ID)
                .fetchSingle()
                .value1());
    }

    /// What is sent next goes to the new address at once. What it did not ask for until now stays untold.
    static void change(Transaction transaction, Webhook before, HookWish wish) {
        transaction
                .sql()
                .update(WEBHOOK)
                .set(WEBHOOK.VERSION, before.version() + 1)
                .set(WEBHOOK.NAME, wish.name())
                .set(WEBHOOK.ADDRESS, wish.address())
                .set(WEBHOOK.EVENTS, joined(wish.events(), HookEvent::label))
                .set(WEBHOOK.EDITIONS, joined(wish.editions(), Function.identity()))
                .set(WEBHOOK.LOG_SEQ, new Choice(transaction.sql(), before).passed())
                .set(WEBHOOK.NEXT_AT, transaction.now().toEpochMilli())
                .where(WEBHOOK.ID.eq(before.id().value()))
                .execute();
    }

    /// Active again it goes on where it stopped, with all its attempts.
    static void put(Transaction transaction, WebhookId id, HookState state) {
        long now = transaction.now().toEpochMilli();
        transaction
                .sql()
                .update(WEBHOOK)
                .set(WEBHOOK.STATE, state.name())
                .set(WEBHOOK.STATE_AT, now)
                .set(WEBHOOK.ATTEMPTS, 0)
                .setNull(WEBHOOK.FAILING_SINCE)
                .set(WEBHOOK.NEXT_AT, now)
                .setNull(WEBHOOK.TOLD_AT)
                .where(WEBHOOK.ID.eq(id.value()))
                .execute();
    }

    /// What waits is not delivered any more.
    static void forgetWhatWaits(Transaction transaction, WebhookId id) {
        transaction
                .sql()
                .update(WEBHOOK)
                .set(WEBHOOK.LOG_SEQ, new PublicationLog(transaction.sql()).number())
                .set(WEBHOOK.ATTEMPTS, 0)
                .setNull(WEBHOOK.FAILING_SINCE)
                .set(WEBHOOK.NEXT_AT, transaction.now().toEpochMilli())
                .where(WEBHOOK.ID.eq(id.value()))
                .execute();
    }

    static void remove(Transaction transaction, WebhookId id) {
        DSLContext sql = transaction.sql();
        sql.deleteFrom(WEBHOOK_DELIVERY)
                .where(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(id.value()))
                .execute();
        sql.deleteFrom(WEBHOOK).where(WEBHOOK.ID.eq(id.value())).execute();
    }

    static <T> String joined(Collection<T> all, Function<T, String> label) {
        return all.stream().map(label).sorted().collect(Collectors.joining(" "));
    }

    private static Set<String> parted(String text) {
        return Arrays.stream(text.split(" ")).filter(each -> !each.isEmpty()).collect(Collectors.toSet());
    }

    /// An event that only a newer release knows is left aside.
    private static Set<HookEvent> events(String labels) {
        return parted(labels).stream()
                .flatMap(label -> HookEvent.labelled(label).stream())
                .collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static Webhook read(WebhookRecord row) {
        return new Webhook(
                new WebhookId(row.getId()),
                row.getVersion(),
                row.getName(),
                row.getAddress(),
                events(row.getEvents()),
                parted(row.getEditions()),
                HookState.valueOf(row.getState()),
                Instant.ofEpochMilli(row.getStateAt()),
                row.getLogSeq(),
                row.getAttempts(),
                instant(row.getFailingSince()),
                Instant.ofEpochMilli(row.getNextAt()),
                instant(row.getOldUntil()),
                Instant.ofEpochMilli(row.getCreatedAt()));
    }
}
