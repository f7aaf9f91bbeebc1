package press.rotative.webhooks;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import press.rotative.people.Actor;
import press.rotative.people.Policy;
import press.rotative.people.Power;
import press.rotative.people.StaffLog;
import press.rotative.platform.Announcement;
import press.rotative.platform.Database;
import press.rotative.platform.Problem;
import press.rotative.platform.Seal;
import press.rotative.platform.Transaction;
import press.rotative.publication.Acts;
import press.rotative.publication.PublicNumber;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;

/// Delivers. One thread looks which webhooks have something to be told; each of those then has a thread of its own for
/// as long as it does, and one request under way. How far each is told stands in its row beside the log, so that a
/// process that is killed is followed by one that goes on at the same place; the message that was under way then is
/// sent again, with the same `webhook-id`.
///
/// Publishing never waits for this: an act only wakes the one thread.
public final class Courier implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final Duration POLL = Duration.ofSeconds(5);

    /// How soon it looks again while the pages of the newest publication are being made ready.
    private static final Duration SOON = Duration.ofMillis(50);

    /// A publication of another process is public by then.
    private static final Duration SETTLES = Duration.ofSeconds(2);

    /// So many numbers that do not concern a webhook are looked at again after a restart, instead of a write for each.
    private static final long LOOKED_AT_AGAIN = 500;

    private static final Duration TOLD_AGAIN = Duration.ofMinutes(10);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Database database;
    private final Acts acts;
    private final PublicNumber number;
    private final Clock clock;
    private final Seal seal;
    private final SecureRandom random;
    private final Supplier<URI> home;
    private final StopNotice notice;
    private final Post post;
    private final Holds holds;
    private final Thread thread;

    private final Set<WebhookId> busy = ConcurrentHashMap.newKeySet();

    /// Those that had something while they were busy.
    private final Set<WebhookId> missed = ConcurrentHashMap.newKeySet();

    private final Map<WebhookId, Looked> looked = new ConcurrentHashMap<>();
    private final Map<WebhookId, Instant> tellAfter = new ConcurrentHashMap<>();
    private final Object monitor = new Object();

    /// What webhooks wait for that is not public yet; only the one thread looks here.
    private final List<Publication> awaited = new ArrayList<>();

    private boolean nudged;
    private volatile boolean closing;

    /// How far the log was read for a webhook, and as what it stood then.
    ///
    /// @param early the row behind that, when it was not public yet
    private record Looked(
            int version,
            long delivered,
            long upTo,
            @Nullable Publication early) {
        boolean of(Webhook hook) {
            return version == hook.version() && delivered == hook.delivered();
        }
    }

    /// @param home the public address, once the server knows it
    public Courier(
            Database database,
            Acts acts,
            PublicNumber number,
            Clock clock,
            Seal seal,
            SecureRandom random,
            HookAddress addresses,
            Supplier<URI> home,
            StopNotice notice) {
        this.database = database;
        this.acts = acts;
        this.number = number;
        this.clock = clock;
        this.seal = seal;
        this.random = random;
        this.home = home;
        this.notice = notice;
        this.post = new Post(addresses, clock);
        this.holds = new Holds(name(random));
        this.thread = Thread.ofPlatform().name("webhooks").daemon().unstarted(this::run);
        database.onDurable(this::heard);
    }

    private static String name(SecureRandom random) {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// From now on messages go out.
    public void start() {
        thread.start();
    }

    /// Sends a message of the type `test`, whatever state the webhook is in, and waits for what comes of it.
    ///
    /// @throws Problem FORBIDDEN, NOT_FOUND
    public Delivery test(Actor actor, WebhookId id) {
        Webhook hook = asked(actor, id);
        Message message = Messages.test("test_" + name(random), clock.instant(), hook);
        return keep(actor, post.send(hook, secrets(id), null, message, Delivery.Cause.TEST, 0));
    }

    /// Sends what was delivered, or not, once more: the event of then, the story as it stands now.
    ///
    /// @param delivery its number
    /// @throws Problem FORBIDDEN, NOT_FOUND; CONFLICT where nothing is left to tell
    public Delivery again(Actor actor, WebhookId id, long delivery) {
        Webhook hook = asked(actor, id);
        Delivery before = database.read(sql -> new Deliveries(sql).find(id, delivery))
                .orElseThrow(() -> Problem.notFound("There is no delivery " + delivery + " of this webhook.")
                        .as("problem.webhook.delivery"));
        Long of = before.number();
        if (of == null) {
            return test(actor, id);
        }
        Message message = database.read(sql -> new Messages(sql, home.get()).again(of))
                .orElseThrow(() -> Problem.conflict("Nothing is left of this that could be told.")
                        .as("problem.webhook.delivery"));
        return keep(actor, post.send(hook, secrets(id), of, message, Delivery.Cause.AGAIN, 0));
    }

    private Webhook asked(Actor actor, WebhookId id) {
        Policy.require(actor, Power.MANAGE_WEBHOOKS);
        return database.read(sql -> new Webhooks(sql).get(id));
    }

    private Supplier<List<SigningSecret>> secrets(WebhookId id) {
        return () -> database.read(sql -> new HookSecrets(sql, seal).of(id, clock.instant()));
    }

    private Delivery keep(Actor actor, Post.Sent sent) {
        return acts.perform(transaction -> {
                    Webhook hook = new Webhooks(transaction.sql())
                            .locked(sent.delivery().webhook());
                    StaffLog.append(transaction, actor, "webhook-sent", hook.subject(), null);
                    return Deliveries.add(transaction, sent.delivery());
                })
                .value();
    }

    private void run() {
        boolean begun = false;
        while (!closing) {
            try {
                Duration wait = POLL;
                if (database.refusal().isEmpty()) {
                    if (!begun && database.embedded()) {
                        acts.perform(transaction -> {
                            Holds.releaseAll(transaction);
                            return true;
                        });
                    }
                    begun = true;
                    wait = look();
                }
                sleep(wait);
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                if (!closing) {
                    LOG.error("the webhooks cannot be looked at just now", failure);
                    pause(POLL);
                }
            }
        }
    }

    /// Sets threads on what is due.
    ///
    /// @return when to look again
    private Duration look() {
        Instant now = clock.instant();
        awaited.clear();
        record Seen(List<Webhook> all, List<WebhookId> untold, long last) {}
        Seen seen = database.read(sql ->
                new Seen(new Webhooks(sql).all(), new Webhooks(sql).untold(now), new PublicationLog(sql).number()));
        Duration wait = POLL;
        for (Webhook hook : seen.all()) {
            if (hook.state() != HookState.ACTIVE || behind(hook) >= seen.last()) {
                continue;
            }
            Publication early = early(hook);
            if (early != null) {
                awaited.add(early);
                continue;
            }
            if (hook.nextAt().isAfter(now)) {
                Duration left = Duration.between(now, hook.nextAt());
                wait = left.compareTo(wait) < 0 ? left : wait;
            } else {
                work(hook.id(), () -> deliverAll(hook.id()));
            }
        }
        for (WebhookId id : seen.untold()) {
            if (!now.isBefore(tellAfter.getOrDefault(id, Instant.EPOCH))) {
                work(id, () -> tell(id));
            }
        }
        looked.keySet().retainAll(seen.all().stream().map(Webhook::id).toList());
        return wait;
    }

    /// Up to where the log has nothing for a webhook that it does not have.
    private long behind(Webhook hook) {
        Looked at = looked.get(hook.id());
        return at != null && at.of(hook) ? Math.max(at.upTo(), hook.delivered()) : hook.delivered();
    }

    /// What is next for a webhook, or before that, while it is not public yet; null: nothing is known of that.
    private @Nullable Publication early(Webhook hook) {
        Looked at = looked.get(hook.id());
        return at != null && at.of(hook) && at.early() != null && early(at.early()) ? at.early() : null;
    }

    private boolean early(Publication row) {
        return row.seq() > number.current() && row.at().isAfter(settled());
    }

    /// At most one thread for each webhook, so at most [Webhooks#MOST].
    private void work(WebhookId id, Runnable work) {
        missed.add(id);
        if (busy.add(id)) {
            missed.remove(id);
            Thread.ofPlatform().name("webhook-" + id.value()).daemon().start(() -> {
                try {
                    work.run();
                } catch (RuntimeException failure) {
                    if (!closing) {
                        LOG.errorf(failure, "webhook %d cannot be delivered to just now", id.value());
                        pause(POLL);
                    }
                } finally {
                    busy.remove(id);
                    if (missed.remove(id)) {
                        nudge();
                    }
                }
            });
        }
    }

    private void deliverAll(WebhookId id) {
        boolean held = false;
        boolean more = true;
        while (more && !closing) {
            Webhook hook = database.read(sql -> new Webhooks(sql).find(id)).orElse(null);
            if (hook == null) {
                return;
            }
            switch (next(hook)) {
                case Messages.Next.Nothing(long read, boolean later) -> {
                    held |= passed(hook, read, null);
                    more = later;
                }
                case Messages.Next.Early(long read, Publication row) -> {
                    held |= passed(hook, read, row);
                    more = false;
                    nudge();
                }
                case Messages.Next.Found(long at, Message message) -> {
                    Optional<Webhook> taken = take(id);
                    held |= taken.isPresent();
                    more = taken.isPresent() && (!taken.get().stands(hook) || deliver(taken.get(), at, message));
                }
            }
        }
        if (held) {
            release(id);
        }
    }

    /// Nothing concerns a webhook up to this number; after many of those its row says so.
    ///
    /// @param early what is not public yet
    /// @return whether it is held now
    private boolean passed(Webhook hook, long read, @Nullable Publication early) {
        looked.put(hook.id(), new Looked(hook.version(), hook.delivered(), read, early));
        if (read - hook.delivered() < LOOKED_AT_AGAIN) {
            return false;
        }
        return acts.perform(transaction -> {
                    boolean took = holds.take(transaction, hook.id());
                    if (took && new Webhooks(transaction.sql()).get(hook.id()).stands(hook)) {
                        holds.arrived(transaction, hook.id(), read);
                    }
                    return took;
                })
                .value();
    }

    private Messages.Next next(Webhook hook) {
        return database.read(
                sql -> new Messages(sql, home.get()).next(hook, behind(hook), number.current(), settled()));
    }

    /// What was published before counts as public, whoever published it.
    private Instant settled() {
        return clock.instant().minus(SETTLES);
    }

    /// The webhook as it stands when nobody else delivers to it any more; empty: somebody does, or it is not due.
    private Optional<Webhook> take(WebhookId id) {
        return acts.perform(transaction -> holds.take(transaction, id)
                        ? new Webhooks(transaction.sql()).find(id)
                        : Optional.<Webhook>empty())
                .value();
    }

    private void release(WebhookId id) {
        acts.perform(transaction -> {
            holds.release(transaction, id);
            return true;
        });
        nudge();
    }

    /// @param at number of the log
    /// @return whether to go on with the next one
    private boolean deliver(Webhook hook, long at, Message message) {
        Post.Sent sent = post.send(hook, secrets(hook.id()), at, message, Delivery.Cause.LOG, hook.attempts() + 1);
        return acts.perform(transaction -> note(
                        transaction,
                        new Webhooks(transaction.sql()).find(hook.id()).orElse(null),
                        at,
                        sent))
                .value();
    }

    private boolean note(Transaction transaction, @Nullable Webhook hook, long at, Post.Sent sent) {
        Delivery delivery = sent.delivery();
        if (hook == null || hook.delivered() >= at) {
            return false;
        }
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

    private void tell(WebhookId id) {
        boolean held =
                acts.perform(transaction -> holds.takeEnded(transaction, id)).value();
        Optional<Webhook> hook = database.read(sql -> new Webhooks(sql).find(id))
                .filter(each -> held && each.state().alarming());
        if (hook.isEmpty()) {
            return;
        }
        LOG.errorf(
                "webhook %d is not delivered to any more: %s",
                id.value(), hook.get().state().label());
        boolean told = notice.tell(hook.get());
        if (!told) {
            tellAfter.put(id, clock.instant().plus(TOLD_AGAIN));
        }
        acts.perform(transaction -> {
            if (told) {
                holds.told(transaction, id);
            }
            holds.release(transaction, id);
            return true;
        });
    }

    private void heard(List<Announcement> announcements) {
        for (Announcement announcement : announcements) {
            if (announcement instanceof Publication || announcement instanceof WebhooksChanged) {
                nudge();
                return;
            }
        }
    }

    private void nudge() {
        synchronized (monitor) {
            nudged = true;
            monitor.notifyAll();
        }
    }

    /// Until something happens, or the first of what was not public yet is.
    private void sleep(Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        synchronized (monitor) {
            long left = wait.toMillis() + 1;
            while (left > 0 && !nudged && !closing && awaited.stream().allMatch(this::early)) {
                monitor.wait(awaited.isEmpty() ? left : Math.min(left, SOON.toMillis()));
                left = (end - System.nanoTime()) / 1_000_000;
            }
            nudged = false;
        }
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(closing ? Duration.ZERO : time);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /// Nothing more is begun; a request under way is left to its end for a moment, and is sent again after the next
    /// start when that is not enough.
    @Override
    public void close() {
        closing = true;
        nudge();
        long end = System.nanoTime() + CLOSING.toNanos();
        try {
            thread.join(CLOSING);
            while (!busy.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(Duration.ofMillis(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
