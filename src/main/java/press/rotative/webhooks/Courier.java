package press.rotative.webhooks;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import press.rotative.platform.Announcement;
import press.rotative.platform.Database;
import press.rotative.platform.Nudges;
import press.rotative.platform.Seal;
import press.rotative.publication.Acts;
import press.rotative.publication.PublicNumber;
import press.rotative.publication.Publication;
import press.rotative.publication.PublicationLog;

/// Delivers. One thread looks which webhooks have something to be told; each of those then has a thread of its own for
/// as long as it does, and one request under way: see [Round]. How far each is told stands in its row beside the log,
/// so that a process that is killed is followed by one that goes on at the same place; the message under way is then
/// sent again, with the same `webhook-id`.
///
/// Publishing never waits for this: an act only wakes the one thread.
public final class Courier implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final Duration POLL = Duration.ofSeconds(5);

    /// How soon it looks again while the pages of the newest publication are being made ready.
    private static final Duration SOON = Duration.ofMillis(50);

    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Database database;
    private final Acts acts;
    private final Clock clock;
    private final ReadSoFar read;
    private final Round round;
    private final EndNotices ends;
    private final ByHand byHand;
    private final Thread thread;
    private final Nudges nudges = new Nudges();

    private final Set<WebhookId> busy = ConcurrentHashMap.newKeySet();

    /// Those that had something while they were busy.
    private final Set<WebhookId> missed = ConcurrentHashMap.newKeySet();

    /// What webhooks wait for that is not public yet; only the one thread looks here.
    private final List<Publication> awaited = new ArrayList<>();

    private volatile boolean closing;

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
        var post = new Post(database, seal, addresses, clock);
        var holds = new Holds(UUID.randomUUID().toString());
        this.database = database;
        this.acts = acts;
        this.clock = clock;
        this.read = new ReadSoFar(number, clock);
        this.round = new Round(database, acts, random, home, post, holds, read, () -> closing);
        this.ends = new EndNotices(database, acts, clock, holds, notice);
        this.byHand = new ByHand(database, acts, clock, random, home, post);
        this.thread = Thread.ofPlatform().name("webhooks").daemon().unstarted(this::run);
        database.onDurable(this::heard);
    }

    /// From now on messages go out.
    public void start() {
        thread.start();
    }

    /// For what somebody sends out of turn.
    public ByHand byHand() {
        return byHand;
    }

    private void run() {
        boolean begun = false;
        while (!closing) {
            try {
                nudges.forget();
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
                nudges.pause(
                        wait,
                        () -> closing || !awaited.stream().allMatch(read::isEarly),
                        awaited.isEmpty() ? wait : SOON);
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
            if (hook.state() != HookState.ACTIVE || read.behind(hook) >= seen.last()) {
                continue;
            }
            Publication early = read.early(hook);
            if (early != null) {
                awaited.add(early);
                continue;
            }
            if (hook.nextAt().isAfter(now)) {
                Duration left = Duration.between(now, hook.nextAt());
                wait = left.compareTo(wait) < 0 ? left : wait;
            } else {
                work(hook.id(), () -> {
                    if (round.to(hook.id())) {
                        nudges.nudge();
                    }
                });
            }
        }
        for (WebhookId id : seen.untold()) {
            if (ends.isDue(id)) {
                work(id, () -> ends.tell(id));
            }
        }
        read.keepOnly(seen.all().stream().map(Webhook::id).toList());
        return wait;
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
                        nudges.nudge();
                    }
                }
            });
        }
    }

    private void heard(List<Announcement> announcements) {
        for (Announcement announcement : announcements) {
            if (announcement instanceof Publication || announcement instanceof WebhooksChanged) {
                nudges.nudge();
                return;
            }
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
        nudges.nudge();
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
