package press.rotative.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.StaffLog;
import press.rotative.platform.Database;
import press.rotative.platform.Transaction;
import press.rotative.publication.Acts;
import press.rotative.publication.Publication;

/// Delivers to one webhook what is due and public, message by message, and notes what came of each.
final class Round {
    /// So many numbers that do not concern a webhook are looked at again after a restart, instead of a write for each.
    private static final long LOOKED_AT_AGAIN = 500;

    private final Database database;
    private final Acts acts;
    private final RandomGenerator random;
    private final Supplier<URI> home;
    private final Post post;
    private final Holds holds;
    private final ReadSoFar read;
    private final BooleanSupplier closing;

    Round(
            Database database,
            Acts acts,
            RandomGenerator random,
            Supplier<URI> home,
            Post post,
            Holds holds,
            ReadSoFar read,
            BooleanSupplier closing) {
        this.database = database;
        this.acts = acts;
        this.random = random;
        this.home = home;
        this.post = post;
        this.holds = holds;
        this.read = read;
        this.closing = closing;
    }

    /// @return whether something was done, or waits for its pages: there is reason to look at the webhooks again
    boolean to(WebhookId id) {
        boolean held = false;
        boolean waits = false;
        boolean more = true;
        while (more && !closing.getAsBoolean()) {
            Webhook hook = database.read(sql -> new Webhooks(sql).find(id)).orElse(null);
            if (hook == null) {
                return false;
            }
            switch (next(hook)) {
                case Messages.Next.Nothing(long upTo, boolean later) -> {
                    held |= passed(hook, upTo, null);
                    more = later;
                }
                case Messages.Next.Early(long upTo, Publication row) -> {
                    held |= passed(hook, upTo, row);
                    waits = true;
                    more = false;
                }
                case Messages.Next.Found(long at, Message message) -> {
                    Optional<Webhook> taken = take(id);
                    held |= taken.isPresent();
                    more = taken.isPresent() && (!taken.get().stands(hook) || deliver(taken.get(), at, message));
                }
            }
        }
        if (held) {
            acts.perform(transaction -> {
                holds.release(transaction, id);
                return true;
            });
        }
        return held || waits;
    }

    private Messages.Next next(Webhook hook) {
        return database.read(sql -> new Messages(sql, home.get()).next(hook, read.behind(hook), read::isEarly));
    }

    /// Nothing concerns a webhook up to this number; after many of those its row says so.
    ///
    /// @param early what is not public yet
    /// @return whether it is held now
    private boolean passed(Webhook hook, long upTo, @Nullable Publication early) {
        read.note(hook, upTo, early);
        if (upTo - hook.delivered() < LOOKED_AT_AGAIN) {
            return false;
        }
        return acts.perform(transaction -> {
                    boolean took = holds.take(transaction, hook.id());
                    if (took && new Webhooks(transaction.sql()).get(hook.id()).stands(hook)) {
                        holds.arrived(transaction, hook.id(), upTo);
                    }
                    return took;
                })
                .value();
    }

    /// The webhook as it stands when nobody else delivers to it any more; empty: somebody does, or it is not due.
    private Optional<Webhook> take(WebhookId id) {
        return acts.perform(transaction -> holds.take(transaction, id)
                        ? new Webhooks(transaction.sql()).find(id)
                        : Optional.<Webhook>empty())
                .value();
    }

    /// @param at number of the log
    /// @return whether to go on with the next one
    private boolean deliver(Webhook hook, long at, Message message) {
        Post.Sent sent = post.send(hook, at, message, Delivery.Cause.LOG, hook.attempts() + 1);
        return acts.perform(transaction -> new Webhooks(transaction.sql())
                        .find(hook.id())
                        .filter(now -> now.delivered() < at)
                        .map(now -> note(transaction, now, at, sent))
                        .orElse(false))
                .value();
    }

    private boolean note(Transaction transaction, Webhook hook, long at, Post.Sent sent) {
        Delivery delivery = sent.delivery();
        if (delivery.arrived()) {
            boolean mine = holds.arrived(transaction, hook.id(), at);
            if (mine) {
                Deliveries.add(transaction, delivery);
            }
            return mine && hook.state() == HookState.ACTIVE;
        }
        Instant now = transaction.now();
        Instant since = hook.failingSince() == null ? now : hook.failingSince();
        int attempts = hook.attempts() + 1;
        Instant next = Retries.next(now, attempts, sent.retryAfter(), random);
        if (holds.failed(transaction, hook.id(), attempts, since, next)) {
            Deliveries.add(transaction, delivery);
            if (delivery.gone()) {
                end(transaction, hook, HookState.GONE);
            } else if (Retries.over(since, now)) {
                end(transaction, hook, HookState.GIVEN_UP);
            }
        }
        return false;
    }

    private void end(Transaction transaction, Webhook hook, HookState state) {
        holds.end(transaction, hook.id(), state);
        StaffLog.append(transaction, Actor.OPERATOR, "webhook-stopped", hook.subject(), null);
        transaction.announce(new WebhooksChanged());
    }
}
