package press.rotative.newsroom.people;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import press.rotative.platform.Problem;

/// Mail that is sent after the answer is out. What waits when the server ends is lost. Links that people wait for and
/// notices go in lanes of their own, so that however many come of one kind, they hold up none of the other.
@Singleton
final class MailQueue {
    private static final Logger LOG = Logger.getLogger(MailQueue.class);
    private static final int MOST_WAITING = 100;
    private static final int IDLE_SECONDS = 30;

    /// Each has its own thread, and its own limit.
    enum Lane {
        /// Somebody waits for it.
        LINKS,
        /// Somebody should know of it.
        NOTICES
    }

    private final Map<Lane, ThreadPoolExecutor> senders = new EnumMap<>(Lane.class);

    MailQueue() {
        for (Lane lane : Lane.values()) {
            var sender = new ThreadPoolExecutor(
                    1,
                    1,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(MOST_WAITING),
                    Thread.ofPlatform().daemon().name("later-mails").factory());
            sender.allowCoreThreadTimeOut(true);
            senders.put(lane, sender);
        }
    }

    /// @param what for the log, where it fails
    /// @return false when too much waits in this lane already
    boolean take(Lane lane, String what, Runnable sending) {
        try {
            Objects.requireNonNull(senders.get(lane)).execute(() -> send(what, sending));
            return true;
        } catch (RejectedExecutionException full) {
            LOG.warnf("%s was not sent: too much mail waits", what);
            return false;
        }
    }

    /// The same, where somebody waits for it.
    ///
    /// @throws Problem OVERLOADED when too much waits in this lane already
    void takeOrRefuse(Lane lane, String what, Runnable sending) {
        if (!take(lane, what, sending)) {
            throw new Problem(Problem.Category.OVERLOADED, "Too much mail waits to be sent. Try again in a minute.")
                    .as("problem.mail.full");
        }
    }

    /// Takes the place of a mail first, and then does what it is about: nothing is done whose mail would not go.
    ///
    /// @param deed what is done
    /// @param sending given what was done
    /// @throws Problem OVERLOADED as above, and nothing was done; what the deed refuses, and nothing is sent
    <T> T first(Lane lane, String what, Supplier<T> deed, Consumer<T> sending) {
        var sure = new CompletableFuture<Runnable>();
        takeOrRefuse(lane, what, () -> sure.join().run());
        try {
            T done = deed.get();
            sure.complete(() -> sending.accept(done));
            return done;
        } finally {
            sure.complete(() -> {});
        }
    }

    private static void send(String what, Runnable sending) {
        try {
            sending.run();
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "%s was not sent", what);
        }
    }

    @PreDestroy
    void end() {
        senders.values().forEach(ThreadPoolExecutor::shutdownNow);
    }
}
