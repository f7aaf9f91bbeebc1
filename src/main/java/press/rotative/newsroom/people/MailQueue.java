package press.rotative.newsroom.people;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

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
