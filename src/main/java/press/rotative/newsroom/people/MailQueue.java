package press.rotative.newsroom.people;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Mail that is sent after the answer is out. What waits when the server ends is lost.
@Singleton
final class MailQueue {
    private static final Logger LOG = Logger.getLogger(MailQueue.class);
    private static final int MOST_WAITING = 100;
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor sender = new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("later-mails").factory());

    MailQueue() {
        sender.allowCoreThreadTimeOut(true);
    }

    /// @param what for the log, where it fails
    /// @return false when too much waits already
    boolean take(String what, Runnable sending) {
        try {
            sender.execute(() -> send(what, sending));
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
        sender.shutdownNow();
    }
}
